using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>The columns of a step table.</summary>
internal enum StepColumn
{
    Number,
    Step,
    Role,
    Next,
    Processing,
    Waiting,
    Inputs,
    Outputs,
    Medium,
    Systems,
    Description,
}

/// <summary>What the columns are called: the first word is the template's, the others are understood, too.</summary>
internal static class StepColumns
{
    private static readonly (StepColumn Column, string[] Words)[] Names =
    [
        (StepColumn.Number, ["Nr.", "Nummer", "Lfd. Nr.", "No.", "Number", "#"]),
        (StepColumn.Step, ["Schritt", "Prozessschritt", "Arbeitsschritt", "Tätigkeit", "Aktivität", "Step", "Activity", "Task"]),
        (StepColumn.Role, ["Rolle", "Zuständig", "Zuständigkeit", "Verantwortlich", "Bearbeitung durch", "Role", "Responsible"]),
        (StepColumn.Next, ["Weiter mit", "Nächster Schritt", "Nachfolger", "Folgeschritt", "Next", "Next step", "Next steps", "Successor"]),
        (StepColumn.Processing, ["Bearbeitungszeit (Min.)", "Bearbeitungszeit", "Minuten", "Dauer (Min.)", "Zeit (Min.)", "Minutes", "Processing time (min)"]),
        (StepColumn.Waiting, ["Liegezeit (Min.)", "Liegezeit", "Wartezeit (Min.)", "Wartezeit", "Waiting time (min)"]),
        (StepColumn.Inputs, ["Dokumente", "Dokumente (Eingang)", "Eingangsdokumente", "Unterlagen", "Documents", "Input documents"]),
        (StepColumn.Outputs, ["Dokumente (Ausgang)", "Ausgangsdokumente", "Ergebnis", "Output documents"]),
        (StepColumn.Medium, ["Medium", "Medien"]),
        (StepColumn.Systems, ["IT-System", "IT-Systeme", "Fachverfahren", "System", "IT system", "IT systems"]),
        (StepColumn.Description, ["Bemerkung", "Beschreibung", "Hinweis", "Remark", "Description"]),
    ];

    private static readonly Dictionary<string, StepColumn> ByWord =
        Names.SelectMany(name => name.Words.Select(word => (Folded: Fold(word), name.Column))).Distinct().ToDictionary(pair => pair.Folded, pair => pair.Column, StringComparer.Ordinal);

    /// <summary>The template's word for a column.</summary>
    public static string Word(StepColumn column) => Names.First(name => name.Column == column).Words[0];

    /// <summary>The template's words in their order.</summary>
    public static IEnumerable<string> Words => Names.Select(name => name.Words[0]);

    /// <summary>The column a heading stands for; null: none of ours.</summary>
    public static StepColumn? Of(string heading) => ByWord.TryGetValue(Fold(heading), out var column) ? column : null;

    // Headings differ in case, blanks and signs, and umlauts may be spelled out.
    private static string Fold(string word) => string.Concat(GermanText.Fold(word).Where(char.IsLetterOrDigit)) is { Length: > 0 } letters ? letters : word.Trim();
}
