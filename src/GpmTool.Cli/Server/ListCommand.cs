using System.CommandLine;
using System.Text.Json;
using GpmTool.Cli.Output;

namespace GpmTool.Cli.Server;

/// <summary><c>gpm list [WHAT]</c>: what a server holds.</summary>
internal static class ListCommand
{
    private const int Most = 1000;

    private static readonly Dictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["processes"] = ["key", "name", "policyField", "group", "istModels", "sollState"],
        ["models"] = ["id", "stage", "authority", "name", "latestVersion", "hasDraft", "state"],
        ["authorities"] = ["key", "name", "kind", "validFrom", "validUntil"],
        ["policy-fields"] = ["key", "name", "coordinatingAuthority"],
        ["publications"] = ["process", "number", "version", "publishedAt", "note"],
        ["imports"] = ["id", "state", "createdAt", "done", "total", "note"],
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var what = new Argument<string>("WHAT") { Description = Say.In("processes (Vorgabe), models (mit --process), authorities, policy-fields, publications, imports.", "processes (default), models (with --process), authorities, policy-fields, publications, imports."), DefaultValueFactory = _ => "processes" };
        what.AcceptOnlyFromAmong([.. Columns.Keys]);
        var server = ServerOptions.Option();
        var search = new Option<string>("--search") { Description = Say.In("Suchwörter (processes).", "Words to search for (processes)."), HelpName = "TEXT" };
        var process = new Option<string>("--process") { Description = Say.In("Nur zu diesem Prozess (models, publications).", "Of this process only (models, publications)."), HelpName = "KEY" };
        var limit = new Option<int>("--limit") { Description = Say.In("Höchstens so viele.", "At most so many."), DefaultValueFactory = _ => Most, HelpName = "N" };
        limit.Validators.Add(result =>
        {
            if (result.GetValue(limit) < 1) result.AddError(Say.In("--limit: mindestens 1.", "--limit: at least 1."));
        });
        var format = Formats.Option(Formats.Text, Formats.Json);
        var command = new Command("list", Say.In("Zeigen, was ein Server hat.", "Show what a server holds.")) { what, server, search, process, limit, format };
        command.Validators.Add(result =>
        {
            if (result.GetValue(what) == "models" && result.GetValue(process) is null) result.AddError(Say.In("models braucht --process KEY.", "models needs --process KEY."));
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = new GpmServer(ServerOptions.Address(parsed.GetValue(server)));
            var kind = parsed.GetRequiredValue(what);
            var items = await ItemsAsync(client, kind, parsed.GetValue(search), parsed.GetValue(process), parsed.GetValue(limit), cancellation);
            if (parsed.GetRequiredValue(format) == Formats.Json) Terminal.Out.Line(JsonSerializer.Serialize(JsonSerializer.SerializeToElement(items, CliJson.Compact.JsonElementArray), CliJson.Indented.JsonElement));
            else Table.Write(Columns[kind], items);
            return ExitCode.Fine;
        });
        return command;
    }

    private static async Task<JsonElement[]> ItemsAsync(GpmServer server, string kind, string? search, string? process, int limit, CancellationToken cancellation)
    {
        var path = kind == "models" ? $"processes/{Uri.EscapeDataString(process!)}/models" : kind + new QueryText().Add("search", search).Add("process", process);
        // The models of one process come whole, everything else in pages.
        if (kind == "models") return [.. (await server.GetAsync(path, CliJson.Compact.JsonElementArray, cancellation)).Take(limit)];
        var items = new List<JsonElement>();
        await foreach (var item in server.ListAsync(path, limit, cancellation)) items.Add(item);
        return [.. items];
    }
}
