using System.Text.Json;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Bpmn;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Api.Features.Models;

/// <summary>What is wrong with a document that cannot be read.</summary>
internal static class DocumentFailures
{
    /// <summary>Whether an exception of a reader says so.</summary>
    public static bool Knows(Exception exception) => exception is ElsaFormatException or BpmnFormatException or JsonException;

    /// <summary>The problem; <paramref name="where"/> names the document where there are several.</summary>
    public static ProblemResult Of(Exception exception, Text? where = null)
    {
        return exception switch
        {
            ElsaFormatException elsa => Failure.BadRequest("not-a-definition",
                Named($"{elsa.Text.German}{At(elsa.Path)}", $"{elsa.Text.English}{At(elsa.Path)}"),
                new("Senden Sie eine Elsa-3-Workflowdefinition, eine GPM-Sicht oder BPMN 2.0 mit passendem Content-Type.", "Send an Elsa 3 workflow definition, a GPM view or BPMN 2.0 with its content type.")),
            BpmnFormatException bpmn => Failure.BadRequest("not-bpmn", Named(bpmn.Text.German, bpmn.Text.English), TextOf(bpmn.Remedy)),
            _ => Failure.BadRequest("not-a-view",
                Named($"Keine gültige GPM-Sicht{At((exception as JsonException)?.Path)}: {exception.Message}", $"No valid GPM view{At((exception as JsonException)?.Path)}: {exception.Message}"),
                new("Berichtigen Sie die genannte Stelle.", "Correct the place named.")),
        };

        Text Named(string german, string english) => where is { } name ? new($"{name.German}: {german}", $"{name.English}: {english}") : new(german, english);
    }

    /// <summary>413: more bytes than a document may have.</summary>
    public static ProblemResult TooLarge(Text? where = null)
    {
        const int most = StoredDocuments.MaxBytes / 1024 / 1024;
        return new ProblemResult(
            StatusCodes.Status413PayloadTooLarge, "document-too-large",
            new("Dokument zu groß", "Document too large"),
            new($"{(where is { } name ? name.German + ": " : "")}Ein Dokument hat höchstens {most} MB.", $"{(where is { } english ? english.English + ": " : "")}A document has at most {most} MB."),
            new("Teilen Sie den Prozess auf, zum Beispiel mit Aufrufaktivitäten.", "Split the process, with call activities for example."));
    }

    private static Text TextOf(LocalText text) => new(text.German, text.English);

    private static string At(string? path) => path is null ? "" : $" ({path})";
}
