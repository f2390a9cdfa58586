using System.Globalization;
using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>The German words and sentences.</summary>
internal sealed class GermanTexts : ReportTexts
{
    public override string Code => "de";
    public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("de-DE");
    public override string Open => "„";
    public override string Close => "“";
    public override string PercentSign => "\u00a0%";
    public override string Seconds => "Sek.";
    public override string Minutes => "Min.";
    public override string Hours => "Std.";
    public override string Day => "Tag";
    public override string Days => "Tage";
    public override string NoName => "Modell ohne Namen";

    public override string Word(Noun noun) => noun switch
    {
        Noun.Step => "Schritt",
        Noun.SubProcess => "Teilprozess",
        Noun.Call => "Aufruf des Prozesses",
        Noun.Start => "Auslöser",
        Noun.End => "Ende",
        Noun.Boundary => "Unterbrechung",
        Noun.Event => "Ereignis",
        Noun.Decision => "Entscheidung",
        Noun.AllWays => "Aufteilung in gleichzeitige Wege",
        Noun.SomeWays => "Aufteilung in einen oder mehrere Wege",
        Noun.FirstEvent => "Warten auf das erste Ereignis",
        Noun.Join => "Zusammenführung",
        Noun.Way => "Weg",
        Noun.Branch => "Zweig",
        Noun.WayBack => "Rücksprung",
        Noun.Message => "Nachricht",
        Noun.Data => "Datenobjekt",
        Noun.DataLine => "Zuordnung von Daten",
        Noun.Note => "Anmerkung",
        Noun.Group => "Gruppe",
        Noun.Line => "Verbindungslinie",
        Noun.Pool => "Beteiligte Stelle",
        Noun.Lane => "Zuständigkeitsbereich",
        Noun.Process => "Prozess",
        Noun.Model => "Modell",
        Noun.Collaboration => "Zusammenarbeit",
        Noun.Declaration => "Nachricht oder Signal im Verzeichnis des Modells",
        _ => "Element",
    };

    public override string Behind(string name) => $"hinter {name}";
    public override string AheadOf(string name) => $"vor {name}";
    public override string Unnamed => "ohne Bezeichnung";

    public override string Added(string what) => $"Neu: {what}";
    public override string Removed(string what) => $"Entfällt: {what}";
    public override string Changed(string what) => $"Geändert: {what}";
    public override string Renamed(string what, string name) => $"Umbenannt: {what} heißt jetzt {name}";
    public override string Became(string what, string becomes) => $"Geändert: aus {what} wird {becomes}";
    public override string Feature(string what, string label, string before, string after) => $"Geändert: {what}, {label}: {before} → {after}";
    public override string Touched(string what, string label) => $"Geändert: {what}, {label}";
    public override string Moved(string what, string before, string after) => $"Verschoben: {what} steht jetzt {after}, vorher {before}";
    public override string Place(string? behind, string? aheadOf) => (behind, aheadOf) switch
    {
        (null, null) => "allein",
        (null, _) => $"vor {aheadOf}",
        (_, null) => $"hinter {behind}",
        _ => $"zwischen {behind} und {aheadOf}",
    };

    public override string Swapped(string names) => $"Vertauscht: {names}";
    public override string Replaced(string gone, string come) => $"Ersetzt: {gone} durch {come}";
    public override string Merged(string gone, string come) => $"Zusammengefasst: {gone} zu {come}";
    public override string Split(string gone, string come) => $"Aufgeteilt: {gone} in {come}";
    public override string Parallelised(string names) => $"Jetzt nebeneinander statt nacheinander: {names}";
    public override string Serialised(string names) => $"Jetzt nacheinander statt nebeneinander: {names}";
    public override string WithJoin(string what) => $"{what} samt Zusammenführung";
    public override string Extracted(string what, string names) => $"Ausgelagert in {what}: {names}";
    public override string Inlined(string what, string names) => $"Aufgelöst: {what}, seine Schritte bleiben: {names}";
    public override string FromTo(Noun noun, string from, string to, string? label) => $"{Word(noun)}{(label is null ? "" : $" {label}")} von {from} zu {to}";
    public override string Led(string way, string from, string to) => $"Geändert: {way} führt jetzt von {from} zu {to}";

    public override string Feature(string code) => code switch
    {
        "name" => "Bezeichnung",
        "kind" => "Art",
        "event" => "Auslöser",
        "role" => "Zuständig",
        "organisationUnit" => "Organisationseinheit",
        "processingTime" => "Bearbeitungszeit",
        "waitingTime" => "Liegezeit",
        "transportTime" => "Transportzeit",
        "cost" => "Sachkosten",
        "systems" => "IT-Systeme",
        "documents" => "Dokumente",
        "medium" => "Medium",
        "legalBases" => "Rechtsgrundlagen",
        "rag" => "Referenzaktivitätengruppe (FIM)",
        "automation" => "Automatisierung",
        "responsibilities" => "Verantwortung",
        "description" => "Beschreibung",
        "documentation" => "Erläuterung",
        "risks" => "Risiken",
        "calledProcess" => "Aufgerufener Prozess",
        "condition" => "Bedingung",
        "probability" => "Anteil der Fälle",
        "default" => "Weg, wenn keine Bedingung zutrifft",
        "loop" => "Wiederholung",
        "ways" => "Wege",
        "place" => "Stelle im Ablauf",
        "steps" => "Schritte",
        "text" => "Text",
        "casesPerYear" => "Fälle im Jahr",
        "arrivals" => "Abstand zwischen zwei Fällen",
        "staffing" => "Personal (Vollzeitstellen)",
        "isExecutable" => "Für die Ausführung durch Software vorgesehen",
        "extension" => "Angaben eines anderen Werkzeugs",
        "position" => "Lage in der Zeichnung",
        "spacing" => "Leerzeichen der Bezeichnung",
        "starts" => "Auslöser",
        "ends" => "Ergebnisse",
        "about" => "Worum es geht",
        "roles" => "Wer daran arbeitet",
        "partners" => "Andere Beteiligte",
        "waits" => "Wo ein Vorgang am längsten liegt",
        "efforts" => "Wo die meiste Arbeit steckt",
        "paper" => "Dokumente auf Papier",
        "automatic" => "Was Software allein tut",
        "decisions" => "Was entschieden wird",
        "recordedRisks" => "Vermerkte Risiken",
        _ => "Technische Angabe",
    };

    public override string Kind(NodeKind kind) => kind switch
    {
        NodeKind.UserTask => "Arbeit am Bildschirm",
        NodeKind.ManualTask => "Arbeit ohne Software",
        NodeKind.ServiceTask => "Software allein",
        NodeKind.BusinessRuleTask => "Regelwerk",
        NodeKind.ScriptTask => "Skript",
        NodeKind.SendTask => "Nachricht senden",
        NodeKind.ReceiveTask => "Auf Nachricht warten",
        NodeKind.CallActivity => "Aufruf eines anderen Prozesses",
        NodeKind.SubProcess => "Teilprozess",
        NodeKind.Transaction => "Transaktion",
        NodeKind.AdHocSubProcess => "Teilprozess ohne feste Reihenfolge",
        NodeKind.ExclusiveGateway => "ein Weg von mehreren",
        NodeKind.ParallelGateway => "alle Wege zugleich",
        NodeKind.InclusiveGateway => "ein oder mehrere Wege",
        NodeKind.EventBasedGateway => "das erste Ereignis entscheidet",
        NodeKind.ComplexGateway => "eigene Regel",
        NodeKind.StartEvent => "Auslöser",
        NodeKind.EndEvent => "Ende",
        NodeKind.BoundaryEvent => "Unterbrechung",
        NodeKind.IntermediateCatchEvent => "Ereignis, auf das gewartet wird",
        NodeKind.IntermediateThrowEvent => "Ereignis, das ausgelöst wird",
        _ => "Aufgabe ohne nähere Angabe",
    };

    public override string Medium(Medium medium) => medium switch
    {
        Model.Medium.Paper => "Papier",
        Model.Medium.Digital => "digital",
        Model.Medium.Verbal => "mündlich",
        _ => "Medium nicht angegeben",
    };

    public override string Automation(Automation automation) => automation switch
    {
        Model.Automation.Automatic => "automatisch",
        Model.Automation.Supported => "mit Unterstützung durch Software",
        _ => "von Hand",
    };

    public override string Raci(RaciKind kind) => kind switch
    {
        RaciKind.Responsible => "führt durch",
        RaciKind.Accountable => "verantwortet",
        RaciKind.Consulted => "wird gefragt",
        _ => "wird informiert",
    };

    public override string Loop(LoopKind kind) => kind switch
    {
        LoopKind.Standard => "wiederholt sich, solange eine Bedingung gilt",
        LoopKind.MultiInstanceSequential => "einmal je Fall, nacheinander",
        _ => "einmal je Fall, gleichzeitig",
    };

    public override string Event(EventKind kind) => kind switch
    {
        EventKind.Message => "Nachricht",
        EventKind.Timer => "Zeit",
        EventKind.Signal => "Signal",
        EventKind.Error => "Fehler",
        EventKind.Escalation => "Eskalation",
        EventKind.Conditional => "Bedingung",
        EventKind.Link => "Sprung",
        EventKind.Compensation => "Rückabwicklung",
        EventKind.Cancel => "Abbruch",
        _ => "beendet alles",
    };

    public override string Document(DocumentUse document) =>
        $"{(document.Direction == DataDirection.Input ? "braucht" : "ergibt")} {OneLine(document.Name)} ({Medium(document.Medium)})";

    public override string Staff(string role, string positions) => $"{role} {positions}";
    public override string At(string value, string step) => $"{value} bei {step}";
    public override string YesNo(bool value) => value ? "ja" : "nein";

    public override string Equal => "Die beiden Modelle stimmen überein.";
    public override string OnlyTechnical(int count) => $"Ablauf, Zuständigkeiten und Angaben zu den Schritten stimmen überein; {(count == 1 ? "eine technische Einzelheit ändert sich" : $"{count} technische Einzelheiten ändern sich")}.";

    public override string StepsSummary(int before, int gone, int come, int kept)
    {
        var parts = new List<string>();
        if (gone > 0) parts.Add($"{gone} von {before} {(before == 1 ? "Schritt" : "Schritten")} {(gone == 1 ? "entfällt" : "entfallen")}");
        if (come > 0) parts.Add($"{come} {(come == 1 ? "Schritt kommt" : "Schritte kommen")} neu hinzu");
        if (kept > 0 && parts.Count > 0) parts.Add($"{kept} {(kept == 1 ? "findet" : "finden")} sich wieder");
        if (parts.Count == 0) parts.Add(before == 1 ? "Der eine Schritt findet sich wieder" : $"Alle {before} Schritte finden sich wieder");
        return string.Join(", ", parts);
    }

    public override string TimeChange(string code, int percent, bool isLess, string now) =>
        $"die {(code == "cycleTime" ? "Durchlaufzeit" : "Bearbeitungszeit")} je Vorgang {(isLess ? "sinkt" : "steigt")} um {percent}{PercentSign} auf {now}";

    public override string CasesApart(string before, string after) => $"ein Vorgang ist womöglich nicht dasselbe ({before} gegen {after} Fälle im Jahr)";
    public override string YearlyTimeChange(bool isLess, string before, string after) => $"die Bearbeitungszeit im Jahr {(isLess ? "sinkt" : "steigt")} von {before} auf {after} Stunden";
    public override string HoursOf(long hours) => $"{Number(hours)} Std.";
    public override string MediaBreaks(int change) => Change(change, "Medienbruch", "Medienbrüche");
    public override string Handovers(int change) => Change(change, "Übergabe", "Übergaben");
    public override string AutomaticSteps(int now, int steps, int before, int stepsBefore) => $"{now} von {steps} Schritten {(now == 1 ? "läuft" : "laufen")} automatisch (vorher {before} von {stepsBefore})";

    public override string Stretch(string? first, string? last) => first is null ? "Ohne Bezeichnung" : last is null || last == first ? first : $"{first} bis {last}";
    public override string SubProcessHeading(string name) => $"Teilprozess {name}";
    public override string OtherProcess(string name) => $"Bei {name}";
    public override string FrameHeading => "Beteiligte und Rahmen";
    public override string Intro(int before, int after, string roles) => $"Vorher {Steps(before)}, nachher {Steps(after)}.{(roles.Length == 0 ? "" : $" Zuständig nachher: {roles}.")}";
    public override string FrameIntro => "Was den Prozess als Ganzes betrifft.";

    public override string Title(string before, string after) => $"{before} → {after}";

    public override string Heading(string part) => part switch
    {
        "report" => "Vergleich zweier Prozessmodelle",
        "overview" => "Auf einen Blick",
        "figures" => "Kennzahlen je Vorgang",
        "pictures" => "Beide Modelle im Bild",
        "changes" => "Was sich ändert",
        "presumed" => "Vermutlich dasselbe, bitte bestätigen",
        "technical" => "Technische Einzelheiten",
        "before" => "Vorher",
        "after" => "Nachher",
        "change" => "Änderung",
        "verdict" => "Bewertung",
        "figure" => "Kennzahl",
        "feature" => "Merkmal",
        "number" => "Nr.",
        "what" => "Was geschieht",
        "section" => "Abschnitt",
        "sentence" => "Satz",
        "importance" => "Gewicht",
        "key" => "Schlüssel",
        "beforeIds" => "Elemente vorher",
        "afterIds" => "Elemente nachher",
        "contents" => "Inhalt",
        _ => part,
    };

    public override string Tone(ReportTone tone) => tone switch
    {
        ReportTone.Added => "neu",
        ReportTone.Removed => "entfällt",
        ReportTone.Moved => "verschoben",
        _ => "geändert",
    };

    public override string Verdict(Verdict verdict) => verdict switch
    {
        Reports.Verdict.Better => "besser",
        Reports.Verdict.Worse => "schlechter",
        _ => "",
    };

    public override string Weight(Importance importance) => importance switch { Importance.Main => "wichtig", Importance.Minor => "weniger wichtig", _ => "technisch" };

    public override string Figure(string code) => code switch
    {
        "steps" => "Schritte",
        "roles" => "Rollen",
        "handovers" => "Übergaben",
        "mediaBreaks" => "Medienbrüche",
        "systems" => "IT-Systeme",
        "documents" => "Dokumente",
        "loops" => "Rücksprünge",
        "decisions" => "Entscheidungen",
        "automationShare" => "Anteil automatischer Schritte",
        "expectedProcessingTime" => "Bearbeitungszeit",
        "expectedCycleTime" => "Durchlaufzeit",
        "yearlyProcessingTime" => "Bearbeitungszeit im Jahr",
        _ => "Sachkosten",
    };

    public override string PictureOf(string title, bool isBefore) => $"{(isBefore ? "Vorher" : "Nachher")}: {title}";
    public override string PictureNote => "Die Zahl an einem Element ist die Nummer des Eintrags unter „Was sich ändert“; das Zeichen davor sagt, was geschieht: + neu, − entfällt, ~ geändert, → verschoben.";
    public override string PresumedNote => "Die Modelle sind unabhängig voneinander gezeichnet. Diese Paare tun vermutlich dasselbe; trifft eines nicht zu, sind es ein entfallender und ein neuer Schritt.";
    public override string Minor(int count) => count == 1 ? "1 kleinere Änderung" : $"{count} kleinere Änderungen";
    public override string TechnicalNote(int count) => count == 1 ? "1 Angabe, die nur für die Pflege der Dateien zählt" : $"{count} Angaben, die nur für die Pflege der Dateien zählen";
    public override string Unchanged(int count) => count == 1 ? "1 Abschnitt bleibt, wie er ist" : $"{count} Abschnitte bleiben, wie sie sind";
    public override string Nothing => "nichts";
    public override string Alike(string percent) => $"Übereinstimmung der Modelle: {percent}";
    public override string Count(int entries) => entries == 1 ? "1 Änderung" : $"{entries} Änderungen";
    public override string FiguresNote => "Zeiten und Kosten sind Erwartungswerte aus den Angaben der Modelle. Ein Tag hat 24 Stunden; was nebeneinander läuft, ist zusammengezählt. „besser“ und „schlechter“ stehen nur, wo das unstrittig ist.";
    public override string PictureText(int steps, int decisions, int events, int marks) => $"BPMN-Diagramm mit {steps} Aktivitäten, {decisions} Verzweigungen und {events} Ereignissen; {marks} Markierungen. Alle Änderungen stehen auch im Text.";

    private static string Steps(int count) => count == 1 ? "1 Schritt" : $"{count} Schritte";

    private static string Change(int change, string one, string many) => Math.Abs(change) == 1
        ? $"1 {one} {(change < 0 ? "fällt weg" : "kommt hinzu")}"
        : $"{Math.Abs(change)} {many} {(change < 0 ? "fallen weg" : "kommen hinzu")}";
}
