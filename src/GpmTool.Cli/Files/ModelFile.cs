using System.Text.Json;
using GpmTool.Analysis;
using GpmTool.Bpmn;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Pictures;

namespace GpmTool.Cli.Files;

/// <summary>A process model that was read from a file.</summary>
/// <param name="Path">The file; - is the standard input.</param>
/// <param name="Form">What the file holds, whatever it is called.</param>
/// <param name="Graph">The graph.</param>
/// <param name="DefinitionId">The definition id of an Elsa definition.</param>
/// <param name="Edits">What was edited in Elsa since it was written, or became of a BPMN file's parts.</param>
/// <param name="Bytes">The file.</param>
internal sealed record ModelFile(string Path, ModelForm Form, ProcessGraph Graph, string? DefinitionId, IReadOnlyList<Finding> Edits, byte[] Bytes)
{
    /// <summary>What stands for standard input and output.</summary>
    public const string Standard = "-";

    private const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <exception cref="CommandFailure">It cannot be read or is no process model.</exception>
    public static async Task<ModelFile> ReadAsync(string path, CancellationToken cancellation)
    {
        var bytes = await BytesAsync(path, cancellation);
        try
        {
            if (StepTable.IsWorkbook(bytes) || ModelForms.Of(path) == ModelForm.Table)
            {
                var table = StepTable.Read(bytes, ModelForms.Stem(path), cancellation);
                return new ModelFile(path, ModelForm.Table, GraphLayout.Apply(table.Graph, cancellation: cancellation), null, table.Findings, bytes);
            }

            if (BpmnDocument.IsXml(bytes, path))
            {
                var bpmn = BpmnDocument.Read(bytes, cancellation: cancellation);
                return new ModelFile(path, ModelForm.Bpmn, bpmn.Graph, null, bpmn.Findings, bytes);
            }

            if (ElsaDocument.IsDefinition(bytes))
            {
                var reading = ElsaDocument.Read(bytes);
                return new ModelFile(path, ModelForm.Elsa, reading.Graph, reading.Envelope.DefinitionId, reading.Findings, bytes);
            }

            return new ModelFile(path, ModelForm.View, GraphJson.Read(bytes), null, [], bytes);
        }
        catch (StepTableException exception)
        {
            throw Faulty(path, exception.Faults);
        }
        catch (BpmnFormatException exception)
        {
            throw new CommandFailure("file-unreadable", new($"{path}: {exception.Text.German}", $"{path}: {exception.Text.English}"), exception.Remedy);
        }
        catch (ElsaFormatException exception)
        {
            throw Unreadable(path, exception.Path is { } place ? new($"{exception.Text.German} ({place})", $"{exception.Text.English} ({place})") : exception.Text);
        }
        catch (JsonException exception)
        {
            throw Unreadable(path, exception.Path is null or "$"
                ? new($"weder Elsa-Definition noch GPM-Sicht: {exception.Message}", $"neither an Elsa definition nor a GPM view: {exception.Message}")
                : new($"keine gültige GPM-Sicht ({exception.Path}): {exception.Message}", $"no valid GPM view ({exception.Path}): {exception.Message}"));
        }
    }

    /// <summary>All findings: edits, faults of the graph, executability and, of a definition, traps of the engine.</summary>
    public IReadOnlyList<Finding> Check() => [.. Technical(), .. ModelRules.Check(Graph)];

    private IReadOnlyList<Finding> Technical() => Form switch
    {
        ModelForm.Elsa => ElsaDocument.Check(Bytes),
        ModelForm.View => ElsaDocument.Check(ElsaDocument.Write(Graph, "definition")),
        _ => [.. Edits, .. ElsaDocument.Check(ElsaDocument.Write(Graph, "definition"))],
    };

    /// <summary>The whole content of a file or of the standard input.</summary>
    public static async Task<byte[]> BytesAsync(string path, CancellationToken cancellation)
    {
        if (path != Standard)
        {
            var file = new FileInfo(path);
            if (!file.Exists) throw Missing(path);
            if (file.Length > MaxBytes) throw TooLarge(path);
            return await File.ReadAllBytesAsync(path, cancellation);
        }

        await using var input = Console.OpenStandardInput();
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = await input.ReadAsync(chunk, cancellation)) > 0)
        {
            if (buffer.Length + read > MaxBytes) throw TooLarge(path);
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    /// <summary>There is no such file.</summary>
    public static CommandFailure Missing(string path) => new("file-missing",
        new($"{path}: nicht vorhanden.", $"{path}: does not exist."), new("Prüfen Sie den Pfad.", "Check the path."));

    private static CommandFailure TooLarge(string path) => new("document-too-large",
        new($"{path}: größer als {MaxBytes / 1024 / 1024} MB.", $"{path}: larger than {MaxBytes / 1024 / 1024} MB."),
        new("Teilen Sie den Prozess auf, zum Beispiel mit Aufrufaktivitäten.", "Split the process, with call activities for example."));

    private static CommandFailure Unreadable(string path, LocalText why) => new("file-unreadable",
        new($"{path}: {why.German}", $"{path}: {why.English}"),
        new("Erwartet wird eine Elsa-3-Workflowdefinition, eine GPM-Sicht, BPMN 2.0 oder eine Schritttabelle (.xlsx, .csv).", "Expected is an Elsa 3 workflow definition, a GPM view, BPMN 2.0 or a step table (.xlsx, .csv)."));

    private static CommandFailure Faulty(string path, IReadOnlyList<Finding> faults) => new("table-faulty",
        new(string.Join(Environment.NewLine, faults.Select(fault => $"{path}: {Place(fault)}{fault.Message.German} {fault.Remedy.German}")),
            string.Join(Environment.NewLine, faults.Select(fault => $"{path}: {Place(fault)}{fault.Message.English} {fault.Remedy.English}"))),
        new("Berichtigen Sie die genannten Zellen; gelesen wurde nichts.", "Correct the cells named; nothing was read."));

    private static string Place(Finding fault) => fault.Place is { } place ? $"{place}: " : "";
}
