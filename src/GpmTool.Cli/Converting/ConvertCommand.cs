using System.CommandLine;
using System.Text.Json;
using GpmTool.Cli.Files;
using GpmTool.Cli.Output;

namespace GpmTool.Cli.Converting;

/// <summary><c>gpm convert IN OUT</c>: a model, or a folder of models, in another form.</summary>
internal static class ConvertCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var source = new Argument<string>("IN") { Description = Say.In("Datei oder Ordner; - liest die Standardeingabe.", "File or folder; - reads the standard input.") };
        var target = new Argument<string>("OUT") { Description = Say.In("Datei oder Ordner; - schreibt auf die Standardausgabe.", "File or folder; - writes to the standard output.") };
        var to = new Option<string>("--to") { Description = Say.In("Zielform; ohne Angabe entscheidet die Endung von OUT (.gpm.json: view, .json: elsa, .bpmn: bpmn, .svg: svg), bei Ordnern und - die jeweils andere Form.", "Target form; unless given the extension of OUT decides (.gpm.json: view, .json: elsa, .bpmn: bpmn, .svg: svg), for folders and - the other form."), HelpName = "elsa|view|bpmn|svg" };
        to.AcceptOnlyFromAmong(ModelForms.Words);
        var id = new Option<string>("--definition-id") { Description = Say.In("Definitions-ID der Elsa-Definition; ohne Angabe die bisherige, sonst nach Lage der Datei im Katalog, sonst ihr Name.", "Definition id of the Elsa definition; unless given the one it had, else by the file's place in the catalogue, else its name."), HelpName = "ID" };
        var companions = new Option<bool>("--with-companions") { Description = Say.In("Auch die Begleitdefinitionen schreiben, wie sie eine Auslieferung senden würde.", "Write the companion definitions too, as a delivery would send them.") };
        var compact = new Option<bool>("--compact") { Description = Say.In("JSON ohne Einrückung.", "JSON without indentation.") };
        var format = Formats.Option(Formats.Text, Formats.Json);
        var command = new Command("convert", Say.In("Modelle und Schritttabellen umwandeln: Elsa-Definition ⇄ GPM-Sicht ⇄ BPMN, oder als Bild (SVG), einzeln oder ganze Ordner.", "Convert models and step tables: Elsa definition ⇄ GPM view ⇄ BPMN, or as a picture (SVG), single files or whole folders.")) { source, target, to, id, companions, compact, format };
        command.SetAction((parsed, cancellation) =>
        {
            var form = parsed.GetValue(to) is { } word ? ModelForms.Parse(word) : (ModelForm?)null;
            var converter = new Converter(form, parsed.GetValue(id), parsed.GetValue(companions), !parsed.GetValue(compact));
            return RunAsync(converter, parsed.GetRequiredValue(source), parsed.GetRequiredValue(target), parsed.GetRequiredValue(format), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(Converter converter, string source, string target, string format, CancellationToken cancellation)
    {
        var report = Directory.Exists(source) ? await FolderAsync(converter, source, target, cancellation) : Report([await converter.ConvertAsync(source, OutOf(converter, source, target), cancellation)]);
        // The output may be the model itself: then nothing else is written there.
        var terminal = target == ModelFile.Standard ? Terminal.Error : Terminal.Out;
        if (format == Formats.Json) terminal.Line(JsonSerializer.Serialize(report, CliJson.Indented.ConvertReport));
        else if (target != ModelFile.Standard || report.Degraded + report.Failed > 0) ConvertText.Write(terminal, report);
        return report.Failed > 0 ? ExitCode.Failed : report.Degraded > 0 ? ExitCode.Reported : ExitCode.Fine;
    }

    // OUT may be a folder that exists: then the file keeps its name.
    private static string OutOf(Converter converter, string source, string target) =>
        target != ModelFile.Standard && (Directory.Exists(target) || target.EndsWith('/') || target.EndsWith(Path.DirectorySeparatorChar))
            ? Path.Combine(target, source == ModelFile.Standard ? "model" + converter.FormFor(source, target).Extension() : ModelForms.Stem(source) + converter.FormFor(source, target).Extension())
            : target;

    private static async Task<ConvertReport> FolderAsync(Converter converter, string source, string target, CancellationToken cancellation)
    {
        if (target == ModelFile.Standard || File.Exists(target)) throw new CommandFailure("out-no-folder",
            new($"{source} ist ein Ordner, {target} nicht.", $"{source} is a folder, {target} is not."), new("Geben Sie als OUT einen Ordner an.", "Name a folder as OUT."));
        // All files are found before the first is written: OUT may lie inside IN.
        var files = ModelFiles.Find([source]);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var results = new List<ConvertedFile>();
        using var progress = Progress.Begin(Say.In("Umwandeln", "Converting"));
        foreach (var file in files)
        {
            var relative = Path.GetRelativePath(source, file);
            var result = Path.Combine(target, Path.GetDirectoryName(relative)!, ModelForms.Stem(file));
            results.Add(await converter.ConvertIntoAsync(file, result, taken, cancellation));
            progress.Report(results.Count, files.Count);
        }

        return Report(results);
    }

    private static ConvertReport Report(IReadOnlyList<ConvertedFile> files) => new(
        files, files.Count(file => file.Problem is null), files.Count(file => file.Problem is null && file.Degraded.Count > 0), files.Count(file => file.Problem is not null));
}
