using System.Text.Json;
using GpmTool.Cli.Output;

namespace GpmTool.Cli.Server;

/// <summary>What an import came to, for people.</summary>
internal static class ImportText
{
    /// <summary>Writes the items, then the sum.</summary>
    public static void Write(ServerImport import, IReadOnlyList<JsonElement> items)
    {
        var output = Terminal.Out;
        foreach (var item in items)
        {
            var outcome = Text(item, "outcome") ?? "";
            output.Line($"{output.Paint(Word(outcome), ToneOf(outcome))}  {Text(item, "path")}");
            if (item.TryGetProperty("problem", out var problem) && problem.ValueKind == JsonValueKind.Object)
            {
                output.Line($"    {Text(problem, "code")}: {Text(problem, "detail")}");
                output.Line($"    {output.Paint($"→ {Text(problem, "remedy")}", Tone.Faint)}");
            }
        }

        if (import.Problem is { } failure)
        {
            output.Line(output.Paint(Say.In($"Import gescheitert ({failure.Code}): {failure.Detail}", $"Import failed ({failure.Code}): {failure.Detail}"), Tone.Bad));
            output.Line($"→ {failure.Remedy}");
        }

        var counts = import.Counts;
        output.Line(Say.In(
            $"{(import.DryRun ? "Probelauf: " : "")}{counts.Created} neu, {counts.NewVersion} geändert, {counts.Unchanged} unverändert, {counts.Skipped} übersprungen, {counts.Rejected} abgelehnt.",
            $"{(import.DryRun ? "Dry run: " : "")}{counts.Created} created, {counts.NewVersion} changed, {counts.Unchanged} unchanged, {counts.Skipped} skipped, {counts.Rejected} rejected."));
    }

    private static string Word(string outcome) => outcome switch
    {
        "created" => Say.In("neu", "created"),
        "newVersion" => Say.In("geändert", "changed"),
        "unchanged" => Say.In("unverändert", "unchanged"),
        "skipped" => Say.In("übersprungen", "skipped"),
        _ => Say.In("abgelehnt", "rejected"),
    };

    private static Tone ToneOf(string outcome) => outcome switch
    {
        "created" or "newVersion" => Tone.Good,
        "rejected" => Tone.Bad,
        _ => Tone.Faint,
    };

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
