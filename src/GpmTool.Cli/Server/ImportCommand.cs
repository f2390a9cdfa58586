using System.CommandLine;
using System.Text.Json;
using GpmTool.Cli.Files;
using GpmTool.Cli.Output;

namespace GpmTool.Cli.Server;

/// <summary>What an import came to.</summary>
/// <param name="Import">The import as the server shows it.</param>
/// <param name="Items">The items that were rejected or skipped with a problem; with --items all.</param>
internal sealed record ImportReport(JsonElement Import, IReadOnlyList<JsonElement> Items);

/// <summary><c>gpm import PATH</c>: a package, a folder or a document into a server.</summary>
internal static class ImportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var path = new Argument<string?>("PATH") { Description = Say.In("ZIP, Ordner im Aufbau des Katalogs oder ein Modell; ohne Angabe oder mit - die Standardeingabe (ZIP).", "ZIP, folder in the catalogue's layout, or a model; without it or with - the standard input (ZIP)."), Arity = ArgumentArity.ZeroOrOne };
        var server = ServerOptions.Option();
        var mode = Word("--mode", Say.In("allOrNothing (Vorgabe): alles oder nichts; bestEffort: was geht, der Rest wird abgelehnt.", "allOrNothing (default), or bestEffort: what can be, the rest is rejected."), "allOrNothing", "bestEffort");
        var conflict = Word("--conflict", Say.In("Was mit Vorhandenem anderen Inhalts geschieht: newVersion (Vorgabe), skip, reject.", "What happens to what exists with other content: newVersion (default), skip, reject."), "newVersion", "skip", "reject");
        var dryRun = new Option<bool>("--dry-run") { Description = Say.In("Nur sagen, was geschähe.", "Only say what would happen.") };
        var drafts = new Option<bool>("--drafts") { Description = Say.In("Als Entwürfe, statt einzufrieren.", "As drafts, instead of frozen.") };
        var process = new Option<string>("--process") { Description = Say.In("Prozess der Dateien außerhalb des Aufbaus.", "Process of files outside the layout."), HelpName = "KEY" };
        var stage = Word("--stage", Say.In("Deren Stufe.", "Their stage."), "ist", "soll");
        var authority = new Option<string>("--authority") { Description = Say.In("Deren Behörde.", "Their authority."), HelpName = "KEY" };
        var note = new Option<string>("--note") { Description = Say.In("Vermerk der importierten Fassungen.", "Note of the imported versions."), HelpName = "TEXT" };
        var items = new Option<bool>("--items") { Description = Say.In("Alle Einträge zeigen, nicht nur abgelehnte.", "Show all items, not only rejected ones.") };
        var format = Formats.Option(Formats.Text, Formats.Json);
        var command = new Command("import", Say.In("Einen Katalog, einen Ordner oder ein Modell in einen Server bringen. Exitcode 1: Einträge wurden abgelehnt.", "Bring a catalogue, a folder or a model into a server. Exit code 1: items were rejected."))
        {
            path, server, mode, conflict, dryRun, drafts, process, stage, authority, note, items, format,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var query = new QueryText()
                .Add("mode", parsed.GetValue(mode)).Add("conflict", parsed.GetValue(conflict))
                .Add("dryRun", parsed.GetValue(dryRun) ? "true" : null).Add("freeze", parsed.GetValue(drafts) ? "false" : null)
                .Add("process", parsed.GetValue(process)).Add("stage", parsed.GetValue(stage)).Add("authority", parsed.GetValue(authority)).Add("note", parsed.GetValue(note));
            using var client = new GpmServer(ServerOptions.Address(parsed.GetValue(server)));
            return await RunAsync(client, Given(parsed.GetValue(path)), query.ToString(), parsed.GetValue(items), parsed.GetRequiredValue(format), cancellation);
        });
        return command;
    }

    private static Option<string> Word(string name, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', words) };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    private static string Given(string? path) => path ?? (Console.IsInputRedirected
        ? ModelFile.Standard
        : throw new CommandFailure("path-missing", new("Es fehlt, was importiert werden soll.", "What to import is missing."), new("Nennen Sie eine ZIP-Datei, einen Ordner oder ein Modell.", "Name a ZIP, a folder or a model.")));

    private static async Task<int> RunAsync(GpmServer server, string path, string query, bool allItems, string format, CancellationToken cancellation)
    {
        await using var file = await OpenAsync(path, cancellation);
        ServerImport import;
        using (var progress = Progress.Begin(Say.In("Senden", "Sending")))
        {
            import = await server.ImportAsync(query, () => UploadContent.Of(file, MediaType(path, file), (done, total) => progress.Report(done, total, Size)), Guid.NewGuid().ToString("N"), cancellation);
        }

        import = await WaitAsync(server, import, cancellation);
        var whole = await server.GetAsync($"imports/{import.Id}", CliJson.Compact.JsonElement, cancellation);
        var items = new List<JsonElement>();
        await foreach (var item in server.ListAsync($"imports/{import.Id}/items{(allItems ? "" : "?outcome=rejected")}", int.MaxValue, cancellation)) items.Add(item);
        if (format == Formats.Json) Terminal.Out.Line(JsonSerializer.Serialize(new ImportReport(whole, items), CliJson.Indented.ImportReport));
        else ImportText.Write(import, items);
        return import.State == "failed" ? ExitCode.Failed : import.Counts.Rejected > 0 ? ExitCode.Reported : ExitCode.Fine;
    }

    private static async Task<ServerImport> WaitAsync(GpmServer server, ServerImport import, CancellationToken cancellation)
    {
        using var progress = Progress.Begin(Say.In("Importieren", "Importing"));
        var pause = TimeSpan.FromMilliseconds(50);
        while (import.State is "queued" or "running")
        {
            try
            {
                await Task.Delay(pause, cancellation);
                import = await server.GetAsync($"imports/{import.Id}", CliJson.Compact.ServerImport, cancellation);
            }
            catch (OperationCanceledException)
            {
                Terminal.Error.Line(Say.In($"gpm: Der Import {import.Id} geht auf dem Server weiter.", $"gpm: import {import.Id} goes on at the server."));
                throw;
            }

            progress.Report(import.Done, import.Total);
            if (pause < TimeSpan.FromSeconds(1)) pause *= 1.5;
        }

        return import;
    }

    // What is sent has to be sent again after a lost connection, so a stream goes into a file first.
    private static async Task<FileStream> OpenAsync(string path, CancellationToken cancellation)
    {
        if (path != ModelFile.Standard && File.Exists(path)) return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous);
        if (path != ModelFile.Standard && !Directory.Exists(path)) throw ModelFile.Missing(path);
        var file = TemporaryFile.Create();
        try
        {
            if (path == ModelFile.Standard)
            {
                await using var input = Console.OpenStandardInput();
                await input.CopyToAsync(file, cancellation);
            }
            else
            {
                await FolderPackage.WriteAsync(path, file, cancellation);
            }

            if (file.Length > 0) return file;
            throw new CommandFailure("package-empty", new("Die Eingabe ist leer.", "The input is empty."), new("Nennen Sie eine ZIP-Datei, einen Ordner oder ein Modell.", "Name a ZIP, a folder or a model."));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    // A ZIP begins with PK, whatever it is called.
    private static string MediaType(string path, FileStream file)
    {
        var first = new byte[2];
        file.Position = 0;
        var read = file.Read(first);
        if (read == 2 && first is [(byte)'P', (byte)'K']) return "application/zip";
        return ModelForms.Of(path) == ModelForm.View ? "application/vnd.gpmtool.graph+json" : "application/json";
    }

    private static string Size(long bytes) => bytes < 1024 * 1024 ? $"{bytes / 1024.0:0} KB" : $"{bytes / 1024.0 / 1024.0:0.0} MB";
}
