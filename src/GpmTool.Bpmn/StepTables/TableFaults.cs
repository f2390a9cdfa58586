using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>What can be wrong with a step table.</summary>
internal static class TableFaults
{
    public static Finding NotATable() => Fault("table.unreadable", null, null,
        new("Die Datei ist keine lesbare Tabelle.", "The file is no table that can be read."),
        new("Speichern Sie die Liste als XLSX oder als CSV.", "Save the list as XLSX or as CSV."));

    public static Finding TooLarge(int most) => Fault("table.too-large", null, null,
        new($"Die Tabelle ist größer als {most / 1024 / 1024} MB.", $"The table is larger than {most / 1024 / 1024} MB."),
        new("Lassen Sie Bilder und weitere Blätter weg.", "Leave pictures and other sheets out."));

    public static Finding TooManyRows(int most) => Fault("table.too-many-rows", null, null,
        new($"Die Tabelle hat mehr als {most} Schritte.", $"The table has more than {most} steps."),
        new("Teilen Sie den Prozess auf.", "Divide the process."));

    public static Finding NoHeading() => Fault("table.heading-missing", null, null,
        new("Die Tabelle hat keine Spalte „Schritt“.", "The table has no column 'Schritt' (step)."),
        new("Schreiben Sie die Überschriften der Vorlage in die erste Zeile.", "Write the headings of the template into the first row."));

    public static Finding Empty() => Fault("table.empty", null, null,
        new("Die Tabelle hat keinen Schritt.", "The table has no step."),
        new("Tragen Sie unter den Überschriften einen Schritt je Zeile ein.", "Enter a step a row below the headings."));

    public static Finding HeadingDoubled(int row, string heading) => Fault("table.heading-doubled", row, heading,
        new($"Zwei Spalten stehen für dasselbe; „{heading}“ ist die zweite.", $"Two columns stand for the same; '{heading}' is the second."),
        new("Lassen Sie eine der beiden weg.", "Leave one of them out."));

    public static Finding HeadingUnknown(int row, string heading) => Note("table.column-ignored", row, heading,
        new($"Die Spalte „{heading}“ ist unbekannt und wird nicht übernommen.", $"The column '{heading}' is unknown and is not taken over."),
        new("Verwenden Sie die Überschriften der Vorlage, wenn die Angaben gebraucht werden.", "Use the headings of the template if the data is needed."), Outcome.Dropped);

    public static Finding StepMissing(int row) => Fault("table.step-missing", row, StepColumns.Word(StepColumn.Step),
        new("Die Zeile nennt keinen Schritt.", "The row names no step."),
        new("Tragen Sie den Schritt ein, oder leeren Sie die Zeile.", "Enter the step, or clear the row."));

    public static Finding NumberDoubled(int row, string number, int first) => Fault("table.number-doubled", row, StepColumns.Word(StepColumn.Number),
        new($"Die Nummer „{number}“ hat schon Zeile {first}.", $"Row {first} has the number '{number}' already."),
        new("Vergeben Sie jede Nummer einmal.", "Give each number once."));

    public static Finding NextUnknown(int row, string next) => Fault("table.next-unknown", row, StepColumns.Word(StepColumn.Next),
        new($"Einen Schritt „{next}“ gibt es nicht.", $"There is no step '{next}'."),
        new("Nennen Sie die Nummer eines Schritts oder „Ende“, mit Bedingung zum Beispiel „4 (ja); 7 (nein)“.", "Name the number of a step or 'Ende' (end), with a condition for example '4 (ja); 7 (nein)'."));

    public static Finding NextAmbiguous(int row, string next) => Fault("table.next-ambiguous", row, StepColumns.Word(StepColumn.Next),
        new($"Mehrere Schritte heißen „{next}“.", $"Several steps are called '{next}'."),
        new("Nennen Sie die Nummer des Schritts.", "Name the number of the step."));

    public static Finding NextDoubled(int row, string next) => Fault("table.next-doubled", row, StepColumns.Word(StepColumn.Next),
        new($"„{next}“ ist zweimal mit derselben Bedingung genannt.", $"'{next}' is named twice with the same condition."),
        new("Nennen Sie jeden Weg einmal.", "Name each way once."));

    public static Finding ConditionsMixed(int row) => Fault("table.conditions-mixed", row, StepColumns.Word(StepColumn.Next),
        new("Mehrere Wege haben keine Bedingung, andere schon: Es bleibt offen, welche zugleich gegangen werden.", "Several ways have no condition while others have one: it stays open which are taken at once."),
        new("Geben Sie allen Wegen außer höchstens einem eine Bedingung, oder keinem.", "Give all ways but at most one a condition, or none."));

    public static Finding NotMinutes(int row, StepColumn column, string text) => Fault("table.not-minutes", row, StepColumns.Word(column),
        new($"„{text}“ ist keine Zahl von Minuten.", $"'{text}' is no number of minutes."),
        new("Schreiben Sie zum Beispiel „15“, „7,5“ oder als Spanne „10-20“.", "Write for example '15', '7.5' or a range as '10-20'."));

    public static Finding MediumUnknown(int row, string text) => Fault("table.medium-unknown", row, StepColumns.Word(StepColumn.Medium),
        new($"Das Medium „{text}“ ist unbekannt.", $"The medium '{text}' is unknown."),
        new("Schreiben Sie „Papier“, „digital“ oder „mündlich“.", "Write 'Papier' (paper), 'digital' or 'mündlich' (verbal)."));

    public static Finding MediumWithoutDocument(int row) => Note("table.medium-without-document", row, StepColumns.Word(StepColumn.Medium),
        new("Das Medium gehört zu keinem Dokument und wird nicht übernommen.", "The medium belongs to no document and is not taken over."),
        new("Nennen Sie das Dokument in derselben Zeile.", "Name the document in the same row."), Outcome.Dropped);

    public static Finding Unreachable(int row, string step) => Note("table.step-unreachable", row, StepColumns.Word(StepColumn.Next),
        new($"Kein Weg führt zu „{step}“.", $"No way leads to '{step}'."),
        new("Nennen Sie den Schritt bei seinem Vorgänger unter „Weiter mit“.", "Name the step at its predecessor below 'Weiter mit' (next)."), Outcome.Kept);

    private static Finding Fault(string code, int? row, string? column, LocalText message, LocalText remedy) =>
        new() { Severity = Severity.Error, Code = code, Message = message, Remedy = remedy, Place = Place(row, column), Line = row };

    private static Finding Note(string code, int row, string column, LocalText message, LocalText remedy, Outcome outcome) =>
        new() { Severity = Severity.Warning, Code = code, Message = message, Remedy = remedy, Place = Place(row, column), Line = row, Outcome = outcome };

    private static string? Place(int? row, string? column) => row is null ? null : $"Zeile {row}, Spalte „{column}“";
}
