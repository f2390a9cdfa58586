using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using GpmTool.Cli.Files;
using GpmTool.Cli.Output;

namespace GpmTool.Cli.Server;

/// <summary>What was exported.</summary>
/// <param name="Out">Where it is.</param>
/// <param name="Files">How many files it holds.</param>
/// <param name="Bytes">How large the package is.</param>
internal sealed record ExportReport(string Out, int Files, long Bytes);

/// <summary><c>gpm export [OUT]</c>: a server's catalogue as a ZIP, a folder, or into a pipe.</summary>
internal static class ExportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var target = new Argument<string?>("OUT") { Description = Say.In("ZIP-Datei oder Ordner; ohne Angabe oder mit - die Standardausgabe (ZIP).", "ZIP or folder; without it or with - the standard output (ZIP)."), Arity = ArgumentArity.ZeroOrOne };
        var server = ServerOptions.Option();
        var field = new Option<string>("--policy-field") { Description = Say.In("Nur dieses Politikfeld.", "This policy field only."), HelpName = "KEY" };
        var process = new Option<string>("--process") { Description = Say.In("Nur dieser Prozess.", "This process only."), HelpName = "KEY" };
        var authority = new Option<string>("--authority") { Description = Say.In("Nur die Ist-Modelle dieser Behörde und das Soll.", "Only the Ist models of this authority, and the Soll."), HelpName = "KEY" };
        var format = Formats.Option(Formats.Text, Formats.Json);
        var command = new Command("export", Say.In("Den Katalog eines Servers herausgeben, ganz oder gefiltert: immer dieselben Bytes für denselben Inhalt.", "Give out a server's catalogue, whole or filtered: always the same bytes for the same content.")) { target, server, field, process, authority, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            var query = new QueryText().Add("policyField", parsed.GetValue(field)).Add("process", parsed.GetValue(process)).Add("authority", parsed.GetValue(authority));
            using var client = new GpmServer(ServerOptions.Address(parsed.GetValue(server)));
            return await RunAsync(client, Given(parsed.GetValue(target)), $"exports{query}", parsed.GetRequiredValue(format), cancellation);
        });
        return command;
    }

    private static string Given(string? target) => target ?? (Console.IsOutputRedirected
        ? ModelFile.Standard
        : throw new CommandFailure("out-missing", new("Ein ZIP wird nicht auf den Bildschirm geschrieben.", "A ZIP is not written to the screen."), new("Nennen Sie eine ZIP-Datei oder einen Ordner, oder leiten Sie die Ausgabe um.", "Name a ZIP or a folder, or redirect the output.")));

    private static async Task<int> RunAsync(GpmServer server, string target, string path, string format, CancellationToken cancellation)
    {
        var isFolder = target != ModelFile.Standard && !target.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        if (isFolder && Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()) throw new CommandFailure("out-not-empty",
            new($"{target} ist nicht leer.", $"{target} is not empty."), new("Nennen Sie einen neuen oder leeren Ordner.", "Name a new or empty folder."));
        await using var file = TemporaryFile.Create();
        await server.DownloadAsync(path, file, cancellation);
        var report = new ExportReport(target, Count(file), file.Length);
        file.Position = 0;
        if (target == ModelFile.Standard)
        {
            await using var output = Console.OpenStandardOutput();
            await file.CopyToAsync(output, cancellation);
            return ExitCode.Fine;
        }

        if (isFolder) await UnpackAsync(file, target, cancellation);
        else await SaveAsync(file, target, cancellation);
        Terminal.Out.Line(format == Formats.Json
            ? JsonSerializer.Serialize(report, CliJson.Indented.ExportReport)
            : Say.In($"{report.Files} Dateien nach {target} exportiert.", $"{report.Files} files exported to {target}."));
        return ExitCode.Fine;
    }

    // Also finds a download that broke off: then it is no ZIP.
    private static int Count(FileStream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count;
        }
        catch (InvalidDataException exception)
        {
            throw new CommandFailure("server-strange", new($"Die Antwort des Servers ist kein ZIP: {exception.Message}", $"The server's answer is no ZIP: {exception.Message}"), new("Wiederholen Sie den Export.", "Repeat the export."));
        }
    }

    private static async Task SaveAsync(FileStream file, string target, CancellationToken cancellation)
    {
        var part = target + ".part";
        if (Path.GetDirectoryName(Path.GetFullPath(target)) is { } folder) Directory.CreateDirectory(folder);
        await using (var output = new FileStream(part, FileMode.Create)) await file.CopyToAsync(output, cancellation);
        File.Move(part, target, overwrite: true);
    }

    // Extraction refuses names that lead out of the folder. Beside it first: a folder appears whole or not at all.
    private static async Task UnpackAsync(FileStream file, string target, CancellationToken cancellation)
    {
        var part = target.TrimEnd('/', Path.DirectorySeparatorChar) + ".part";
        if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
        await ZipFile.ExtractToDirectoryAsync(file, part, cancellation);
        if (Directory.Exists(target)) Directory.Delete(target);
        Directory.Move(part, target);
    }
}
