using System.CommandLine;
using System.Text.Json;
using GpmTool.Cli.Files;
using GpmTool.Cli.Output;

namespace GpmTool.Cli.Server;

/// <summary><c>gpm publish PROCESS</c>: publishes a frozen version of a Soll.</summary>
internal static class PublishCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var process = new Argument<string>("PROCESS") { Description = Say.In("Schlüssel des Prozesses.", "Key of the process.") };
        var server = ServerOptions.Option();
        var version = new Option<int?>("--version") { Description = Say.In("Fassung; ohne Angabe die neueste eingefrorene.", "Version; unless given the newest frozen one."), HelpName = "N" };
        var note = new Option<string>("--note") { Description = Say.In("Vermerk der Veröffentlichung.", "Note of the publication."), HelpName = "TEXT" };
        var approve = new Option<bool>("--approve") { Description = Say.In("Vorher freigeben, wo das Politikfeld keine Mitzeichnung verlangt.", "Approve it first, where the policy field demands no co-signature.") };
        var package = new Option<string>("--package") { Description = Say.In("Das Paket in diese Datei schreiben.", "Write the package into this file."), HelpName = "FILE" };
        var format = Formats.Option(Formats.Text, Formats.Json);
        var command = new Command("publish", Say.In("Das Soll eines Prozesses veröffentlichen.", "Publish the Soll of a process.")) { process, server, version, approve, note, package, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = new GpmServer(ServerOptions.Address(parsed.GetValue(server)));
            return await RunAsync(client, parsed.GetRequiredValue(process), parsed.GetValue(version), parsed.GetValue(approve), parsed.GetValue(note), parsed.GetValue(package), parsed.GetRequiredValue(format), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(GpmServer server, string process, int? version, bool approve, string? note, string? package, string format, CancellationToken cancellation)
    {
        var models = await server.GetAsync($"processes/{Uri.EscapeDataString(process)}/models", CliJson.Compact.ServerModelArray, cancellation);
        var soll = Array.Find(models, model => model.Stage == "soll") ?? throw new CommandFailure("soll-missing",
            new($"Der Prozess „{process}“ hat kein Soll.", $"The process '{process}' has no Soll."), new("Importieren Sie ein Soll: gpm import … --stage soll.", "Import a Soll: gpm import … --stage soll."));
        var number = version ?? NewestFrozen(soll);
        if (approve) await ApproveAsync(server, soll.Id, number, note, cancellation);
        var publication = await server.PostAsync("publications", new PublishRequest(soll.Id, number, note), CliJson.Compact.PublishRequest, cancellation);
        if (package is not null)
        {
            await using var file = TemporaryFile.Create();
            await server.DownloadAsync($"publications/{publication.GetProperty("id").GetGuid()}/package", file, cancellation);
            var bytes = new byte[file.Length];
            file.Position = 0;
            await file.ReadExactlyAsync(bytes, cancellation);
            await SafeWriter.WriteAsync(package, bytes, cancellation);
        }

        var findings = publication.TryGetProperty("findings", out var found) && found.ValueKind == JsonValueKind.Array ? found.GetArrayLength() : 0;
        Terminal.Out.Line(format == Formats.Json
            ? JsonSerializer.Serialize(publication, CliJson.Indented.JsonElement)
            : Say.In($"„{soll.Name}“, Fassung {number}, ist veröffentlicht ({Say.Count(findings, "Befund", "Befunde")}).", $"'{soll.Name}', version {number}, is published ({Say.Count(findings, "finding", "findings")})."));
        return ExitCode.Fine;
    }

    private static async Task ApproveAsync(GpmServer server, Guid model, int number, string? note, CancellationToken cancellation)
    {
        var path = $"models/{model}/versions/{number}/life-cycle";
        foreach (var (from, to) in new[] { ("draft", "methodReview"), ("methodReview", "approved") })
        {
            var (cycle, tag) = await server.GetTaggedAsync(path, CliJson.Compact.ServerLifeCycle, cancellation);
            if (cycle.State == from) await server.PostAsync(path, new MoveRequest(to, note), CliJson.Compact.MoveRequest, cancellation, tag);
        }
    }

    // A draft is always the newest version.
    private static int NewestFrozen(ServerModel soll) => (soll.HasDraft, soll.LatestVersion) switch
    {
        (false, var latest) => latest,
        (true, > 1) => soll.LatestVersion - 1,
        _ => throw new CommandFailure("not-frozen",
            new($"Das Soll von „{soll.Process}“ hat noch keine eingefrorene Fassung.", $"The Soll of '{soll.Process}' has no frozen version yet."), new("Frieren Sie den Entwurf ein.", "Freeze the draft.")),
    };
}
