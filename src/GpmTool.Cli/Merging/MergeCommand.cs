using System.CommandLine;
using System.Text.Json;
using GpmTool.Bpmn;
using GpmTool.Cli.Files;
using GpmTool.Cli.Output;
using GpmTool.Diff;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Cli.Merging;

/// <summary><c>gpm merge BASE A B</c>: the changes of both descendants of a model in one.</summary>
internal static class MergeCommand
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var origin = new Argument<string>("BASE") { Description = Say.In("Das gemeinsame Ausgangsmodell.", "The model both come from.") };
        var ours = new Argument<string>("A") { Description = Say.In("Der eine Nachfolger; seine Form hat auch das Ergebnis.", "One descendant; the result has its form.") };
        var theirs = new Argument<string>("B") { Description = Say.In("Der andere Nachfolger.", "The other descendant.") };
        var output = new Option<string>("--output", "-o") { Description = Say.In("Wohin das Ergebnis geschrieben wird; - ist die Standardausgabe.", "Where the result goes; - is the standard output."), HelpName = "FILE", DefaultValueFactory = _ => ModelFile.Standard };
        var name = new Option<string>("--name") { Description = Say.In("Wie das Modell in Meldungen heißt, wenn die Dateien vorläufige Namen haben (git: %P).", "What messages call the model where the files have names for the moment only (git: %P)."), HelpName = "PATH" };
        var format = Formats.Option(Formats.Text, Formats.Json);
        var command = new Command("merge", Say.In("Die Änderungen zweier Nachfolger eines Modells zusammenführen. Exitcode 0: ohne Konflikt, 1: mit Konflikten, 2: nicht möglich.", "Merge the changes of two descendants of a model. Exit code 0: no conflict, 1: conflicts, 2: trouble.")) { origin, ours, theirs, output, name, format };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(origin), parsed.GetRequiredValue(ours), parsed.GetRequiredValue(theirs), parsed.GetRequiredValue(output), parsed.GetValue(name), parsed.GetRequiredValue(format), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string origin, string ours, string theirs, string output, string? name, string format, CancellationToken cancellation)
    {
        if (new FileInfo(origin) is { Exists: true, Length: 0 }) throw NoBase(name ?? ours);
        var (root, one, other) = (await ModelFile.ReadAsync(origin, cancellation), await ModelFile.ReadAsync(ours, cancellation), await ModelFile.ReadAsync(theirs, cancellation));
        var result = ThreeWayMerge.Merge(root.Graph, one.Graph, other.Graph);
        await WriteAsync(one, result.Merged, output, cancellation);
        // The output may be the model itself: then the report goes beside it.
        var terminal = output == ModelFile.Standard ? Terminal.Error : Terminal.Out;
        if (format == Formats.Json) terminal.Line(JsonSerializer.Serialize(MergeReport.Of(result), CliJson.Indented.MergeReport));
        else Tell(terminal, name is null ? "" : name + ": ", result);
        return result.Conflicts.Count > 0 ? ExitCode.Reported : ExitCode.Fine;
    }

    private static async Task WriteAsync(ModelFile like, ProcessGraph merged, string output, CancellationToken cancellation)
    {
        ReadOnlyMemory<byte> bytes = like.Form switch
        {
            ModelForm.Bpmn => BpmnDocument.Write(merged).Xml,
            ModelForm.View => GraphJson.Write(merged, indented: true),
            _ => ElsaDocument.Write(merged, like.DefinitionId is { Length: > 0 } id ? id : "definition", indented: true),
        };
        byte[] text = bytes.Span.EndsWith(NewLine) ? bytes.ToArray() : [.. bytes.Span, .. NewLine];
        if (output != ModelFile.Standard)
        {
            await SafeWriter.WriteAsync(output, text, cancellation);
            return;
        }

        await using var standard = Console.OpenStandardOutput();
        await standard.WriteAsync(text, cancellation);
    }

    // git hands over an empty file where both sides added a file of that name.
    private static CommandFailure NoBase(string name) => new("no-base",
        new($"{name}: Es gibt kein gemeinsames Ausgangsmodell; beide Seiten haben die Datei neu.", $"{name}: there is no common base; both sides added the file."),
        new("Entscheiden Sie sich für eine Seite: git checkout --ours oder --theirs.", "Decide for one side: git checkout --ours or --theirs."));

    private static void Tell(Terminal terminal, string name, MergeResult result)
    {
        foreach (var conflict in result.Conflicts)
            terminal.Line(terminal.Paint($"! {name}{conflict.ElementId}: {Short(conflict.Ours)} <> {Short(conflict.Theirs)}", Tone.Bad));
        foreach (var operation in result.LeftOut)
            terminal.Line(Say.In($"  hängt daran und fehlt auch: {Short(operation)}", $"  depends on it and is left out too: {Short(operation)}"));
        if (result.Conflicts.Count > 0) terminal.Line(name + Say.In($"{Say.Count(result.Conflicts.Count, "Konflikt", "Konflikte")}; dort gilt weiter das Ausgangsmodell.", $"{Say.Count(result.Conflicts.Count, "conflict", "conflicts")}; the base stands there."));
    }

    private static string Short(Operation operation) => $"{operation.Kind} {string.Join(',', operation.BeforeIds.Concat(operation.AfterIds).Distinct())}{(operation.OldValue is null && operation.NewValue is null ? "" : $" „{operation.OldValue}“ → „{operation.NewValue}“")}";
}
