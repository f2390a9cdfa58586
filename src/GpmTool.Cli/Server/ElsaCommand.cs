using System.CommandLine;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GpmTool.Cli.Files;
using GpmTool.Cli.Output;
using GpmTool.Elsa;

namespace GpmTool.Cli.Server;

/// <summary>What an Elsa server says about its activity types.</summary>
internal sealed record ElsaDescriptors(ElsaDescriptor[] Items);

/// <summary>One activity type.</summary>
internal sealed record ElsaDescriptor(string TypeName, int Version, ElsaName[]? Inputs, ElsaName[]? Outputs, ElsaPort[]? Ports);

/// <summary>The name of an input or output.</summary>
internal sealed record ElsaName(string Name);

/// <summary>A port: Flow ports carry connections, Embedded ones hold activities.</summary>
internal sealed record ElsaPort(string Name, JsonElement Type);

/// <summary>How the server's types differ from those this program knows.</summary>
/// <param name="Types">How many types the server has.</param>
/// <param name="Missing">Known here, not at the server: a definition that uses them fails there.</param>
/// <param name="Added">At the server only.</param>
/// <param name="Changed">With other inputs, outputs or ports.</param>
/// <param name="Out">Where the table was written.</param>
internal sealed record DescriptorReport(int Types, IReadOnlyList<string> Missing, IReadOnlyList<string> Added, IReadOnlyList<string> Changed, string? Out);

/// <summary><c>gpm elsa descriptors</c>: the activity types of an Elsa server beside those this program knows.</summary>
internal static class ElsaCommand
{
    // Elsa.Workflows.PortType.
    private const int FlowPort = 0;

    /// <summary>Makes the commands.</summary>
    public static Command Create()
    {
        var server = new Option<string>("--server") { Description = Say.In("Adresse der API eines Elsa-Servers, etwa https://elsa.example.org/elsa/api. Ist GPM_API_KEY gesetzt, wird der Schlüssel mitgesendet.", "Address of an Elsa server's API, such as https://elsa.example.org/elsa/api. If GPM_API_KEY is set, the key is sent along."), HelpName = "URL", Required = true };
        var target = new Option<string>("--out") { Description = Say.In("Die Tabelle der Aktivitätstypen in diese Datei schreiben.", "Write the table of activity types into this file."), HelpName = "FILE" };
        var format = Formats.Option(Formats.Text, Formats.Json);
        var descriptors = new Command("descriptors", Say.In("Die Aktivitätstypen eines Elsa-Servers mit den hier bekannten vergleichen. Exitcode 1: sie unterscheiden sich.", "Compare the activity types of an Elsa server with those known here. Exit code 1: they differ.")) { server, target, format };
        descriptors.SetAction((parsed, cancellation) => RunAsync(ServerOptions.Address(parsed.GetRequiredValue(server)), parsed.GetValue(target), parsed.GetRequiredValue(format), cancellation));
        return new Command("elsa", Say.In("Befehle an einen Elsa-Server.", "Commands to an Elsa server.")) { descriptors };
    }

    private static async Task<int> RunAsync(Uri server, string? target, string format, CancellationToken cancellation)
    {
        var types = (await ReadAsync(server, cancellation)).Select(TypeOf).OrderBy(type => type.Type, StringComparer.Ordinal).ToList();
        if (target is not null) await SafeWriter.WriteAsync(target, ActivityTable.Write(types), cancellation);
        var report = Compare(types, target);
        if (format == Formats.Json) Terminal.Out.Line(JsonSerializer.Serialize(report, CliJson.Indented.DescriptorReport));
        else Write(report);
        return report.Missing.Count + report.Added.Count + report.Changed.Count == 0 ? ExitCode.Fine : ExitCode.Reported;
    }

    private static async Task<ElsaDescriptor[]> ReadAsync(Uri server, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = server };
        if (ServerOptions.Key is { } key) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("ApiKey", key);
        var address = new Uri(server, "descriptors/activities");
        try
        {
            using var answer = await client.GetAsync(address, cancellation);
            if (!answer.IsSuccessStatusCode) throw new CommandFailure($"http-{(int)answer.StatusCode}",
                new($"{address}: Der Elsa-Server antwortet mit {(int)answer.StatusCode}.", $"{address}: the Elsa server answers {(int)answer.StatusCode}."),
                new("Prüfen Sie Adresse (bis einschließlich /elsa/api) und GPM_API_KEY.", "Check the address (up to and including /elsa/api) and GPM_API_KEY."));
            return (await answer.Content.ReadFromJsonAsync(CliJson.Compact.ElsaDescriptors, cancellation))?.Items ?? throw new JsonException("items");
        }
        catch (HttpRequestException exception)
        {
            throw new CommandFailure("server-unreachable", new($"{address}: nicht erreichbar ({exception.Message})", $"{address}: not reachable ({exception.Message})"), new("Läuft der Server, und stimmt die Adresse?", "Is the server running, and is the address right?"));
        }
        catch (JsonException exception)
        {
            throw new CommandFailure("server-strange", new($"{address}: Die Antwort ist keine Liste von Aktivitätstypen ({exception.Message}).", $"{address}: the answer is no list of activity types ({exception.Message})."), new("Prüfen Sie die Adresse.", "Check the address."));
        }
    }

    private static ActivityType TypeOf(ElsaDescriptor one) => new(
        one.TypeName, one.Version,
        [.. (one.Inputs ?? []).Select(input => Member(input.Name))],
        [.. (one.Outputs ?? []).Select(output => Member(output.Name))],
        [.. (one.Ports ?? []).Where(IsFlow).Select(port => port.Name)],
        [.. (one.Ports ?? []).Where(port => !IsFlow(port)).Select(port => Member(port.Name))]);

    // Servers write the kind of a port as a word or as a number.
    private static bool IsFlow(ElsaPort port) => port.Type.ValueKind == JsonValueKind.Number ? port.Type.GetInt32() == FlowPort : port.Type.GetString() == "Flow";

    private static string Member(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static DescriptorReport Compare(List<ActivityType> types, string? target)
    {
        var theirs = types.ToDictionary(type => type.Type, StringComparer.Ordinal);
        var known = ActivityTable.All.OrderBy(type => type.Type, StringComparer.Ordinal).ToList();
        return new DescriptorReport(
            types.Count,
            [.. known.Where(type => !theirs.ContainsKey(type.Type)).Select(type => type.Type)],
            [.. types.Where(type => ActivityTable.Find(type.Type) is null).Select(type => type.Type)],
            [.. known.Where(type => theirs.TryGetValue(type.Type, out var other) && !Same(type, other)).Select(type => type.Type)],
            target);
    }

    private static bool Same(ActivityType one, ActivityType other) =>
        one.Version == other.Version && Equal(one.Inputs, other.Inputs) && Equal(one.Outputs, other.Outputs) && Equal(one.Ports, other.Ports) && Equal(one.Bodies, other.Bodies);

    private static bool Equal(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal));

    private static void Write(DescriptorReport report)
    {
        var output = Terminal.Out;
        foreach (var type in report.Missing) output.Line(output.Paint($"- {type}", Tone.Bad));
        foreach (var type in report.Added) output.Line(output.Paint($"+ {type}", Tone.Good));
        foreach (var type in report.Changed) output.Line(output.Paint($"~ {type}", Tone.Warning));
        output.Line(Say.In(
            $"{report.Types} Typen am Server; {report.Missing.Count} fehlen dort, {report.Added.Count} sind hier unbekannt, {report.Changed.Count} sind anders.",
            $"{report.Types} types at the server; {report.Missing.Count} missing there, {report.Added.Count} unknown here, {report.Changed.Count} different."));
        if (report.Out is { } file) output.Line(Say.In($"Tabelle geschrieben: {file}", $"Table written: {file}"));
    }
}
