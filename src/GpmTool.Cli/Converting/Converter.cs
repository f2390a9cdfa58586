using GpmTool.Bpmn;
using GpmTool.Cli.Checking;
using GpmTool.Cli.Files;
using GpmTool.Cli.Output;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Cli.Converting;

/// <summary>Writes models in another form.</summary>
/// <param name="To">The form; null: by the target's name, else the other one.</param>
/// <param name="DefinitionId">The id of definitions; null: see <see cref="IdOf"/>.</param>
/// <param name="WithCompanions">Whether companion definitions are written beside.</param>
/// <param name="Indented">Whether JSON is indented.</param>
internal sealed record Converter(ModelForm? To, string? DefinitionId, bool WithCompanions, bool Indented)
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>The form that is written where the names decide.</summary>
    public ModelForm FormFor(string source, string target) =>
        To ?? ModelForms.Of(target) ?? (ModelForms.Of(source) == ModelForm.View ? ModelForm.Elsa : ModelForm.View);

    /// <summary>Converts one file; a failure is in the result.</summary>
    public async Task<ConvertedFile> ConvertAsync(string source, string target, CancellationToken cancellation)
    {
        try
        {
            var file = await ModelFile.ReadAsync(source, cancellation);
            var form = To ?? (target == ModelFile.Standard ? Other(file.Form) : ModelForms.Of(target) ?? throw Unknown(target));
            return await WriteAsync(file, form, target, cancellation);
        }
        catch (CommandFailure failure)
        {
            return Failed(source, failure);
        }
    }

    /// <summary>Converts a file of a folder: the form's extension goes behind <paramref name="stem"/>.</summary>
    public async Task<ConvertedFile> ConvertIntoAsync(string source, string stem, HashSet<string> taken, CancellationToken cancellation)
    {
        try
        {
            var file = await ModelFile.ReadAsync(source, cancellation);
            var form = To ?? Other(file.Form);
            var target = stem + form.Extension();
            if (!taken.Add(target)) throw new CommandFailure("out-doubled",
                new($"{source}: {target} wurde schon aus einer anderen Datei geschrieben.", $"{source}: {target} was already written from another file."), new("Benennen Sie eine der Dateien um.", "Rename one of the files."));
            return await WriteAsync(file, form, target, cancellation);
        }
        catch (CommandFailure failure)
        {
            return Failed(source, failure);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Failed(source, new CommandFailure("file-access", new($"{source}: {exception.Message}", $"{source}: {exception.Message}"), new("Prüfen Sie Pfad und Rechte.", "Check the path and the rights.")));
        }
    }

    private async Task<ConvertedFile> WriteAsync(ModelFile file, ModelForm form, string target, CancellationToken cancellation)
    {
        var id = IdOf(file);
        var findings = file.Edits.AsEnumerable();
        ReadOnlyMemory<byte> bytes;
        if (form == ModelForm.Bpmn)
        {
            var written = BpmnDocument.Write(file.Graph);
            bytes = written.Xml;
            findings = findings.Concat(written.Findings);
        }
        else
        {
            bytes = form == ModelForm.View ? GraphJson.Write(file.Graph, Indented) : ElsaDocument.Write(file.Graph, id, Indented);
        }

        await OutAsync(target, bytes, cancellation);
        var companions = new List<string>();
        if (WithCompanions)
        {
            foreach (var companion in ElsaDocument.Companions(file.Graph, id))
            {
                var path = Path.Combine(target == ModelFile.Standard ? "." : Path.GetDirectoryName(target) ?? "", FileName(companion.DefinitionId) + ModelForm.Elsa.Extension());
                await SafeWriter.WriteAsync(path, companion.Json, cancellation);
                companions.Add(path);
            }
        }

        return new ConvertedFile(file.Path, target, companions, [.. findings.Where(finding => finding.Severity >= Severity.Warning && finding.Outcome != Outcome.Kept).Select(FindingLine.Of)]);
    }

    private static async Task OutAsync(string target, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        byte[] text = bytes.Span.EndsWith(NewLine) ? bytes.ToArray() : [.. bytes.Span, .. NewLine];
        if (target != ModelFile.Standard)
        {
            await SafeWriter.WriteAsync(target, text, cancellation);
            return;
        }

        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(text, cancellation);
    }

    /// <summary>The id: as asked for, as it was, by the place in the catalogue's layout, or the file's name.</summary>
    private string IdOf(ModelFile file)
    {
        if (DefinitionId is not null) return DefinitionId;
        if (file.DefinitionId is { Length: > 0 } known) return known;
        if (file.Path == ModelFile.Standard) return "definition";
        var stem = ModelForms.Stem(file.Path);
        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file.Path)));
        if (string.IsNullOrEmpty(folder)) return stem;
        return stem == "soll" ? folder : stem.StartsWith("ist-", StringComparison.Ordinal) && stem.Length > 4 ? $"{folder}.ist.{stem[4..]}" : stem;
    }

    // An element's id may hold what no file name can.
    private static string FileName(string id) => string.Concat(id.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '_'));

    private static ModelForm Other(ModelForm form) => form == ModelForm.View ? ModelForm.Elsa : ModelForm.View;

    private static ConvertedFile Failed(string source, CommandFailure failure) => new(source, null, [], [], new ErrorLine(failure.Code, Say.It(failure.Text), Say.It(failure.Remedy)));

    private static CommandFailure Unknown(string target) => new("form-unknown",
        new($"{target}: Die Endung sagt nicht, welche Form geschrieben werden soll.", $"{target}: the extension does not say which form to write."),
        new("Verwenden Sie .json, .gpm.json oder .bpmn, oder nennen Sie die Form mit --to.", "Use .json, .gpm.json or .bpmn, or name the form with --to."));
}
