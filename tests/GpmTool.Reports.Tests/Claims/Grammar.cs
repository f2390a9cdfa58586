using GpmTool.Model;

namespace GpmTool.Reports.Tests.Claims;

/// <summary>
/// The report's language, written down a second time: what each word claims about an element of a graph. Knows nothing of the
/// report's own code.
/// </summary>
internal sealed class Grammar
{
    public static readonly Grammar German = new()
    {
        Open = "„",
        Close = "“",
        Percent = "\u00a0%",
        Day = ["Tag", "Tage"],
        Hour = "Std.",
        Minute = "Min.",
        Second = "Sek.",
        Decimal = ',',
        New = "Neu: ",
        Gone = "Entfällt: ",
        Renamed = ("Umbenannt: ", " heißt jetzt "),
        Changed = "Geändert: ",
        Became = ("Geändert: aus ", " wird "),
        Moved = ("Verschoben: ", " steht jetzt ", ", vorher "),
        Swapped = "Vertauscht: ",
        Replaced = ("Ersetzt: ", " durch "),
        Merged = ("Zusammengefasst: ", " zu "),
        Split = ("Aufgeteilt: ", " in "),
        Parallel = "Jetzt nebeneinander statt nacheinander: ",
        Serial = "Jetzt nacheinander statt nebeneinander: ",
        Extracted = "Ausgelagert in ",
        Inlined = ("Aufgelöst: ", ", seine Schritte bleiben: "),
        Led = " führt jetzt von ",
        From = " von ",
        To = " zu ",
        WithJoin = " samt Zusammenführung",
        Model = "Modell",
        Unnamed = "ohne Bezeichnung",
        Behind = "hinter ",
        Ahead = "vor ",
        Between = ("zwischen ", " und "),
        Alone = "allein",
        At = " bei ",
        Nouns = new()
        {
            ["Schritt"] = Is(kind => kind.IsActivity() && !kind.IsContainer() && kind != NodeKind.CallActivity),
            ["Teilprozess"] = Is(NodeKinds.IsContainer),
            ["Aufruf des Prozesses"] = Is(kind => kind == NodeKind.CallActivity),
            ["Auslöser"] = Is(kind => kind == NodeKind.StartEvent),
            ["Ende"] = Is(kind => kind == NodeKind.EndEvent),
            ["Unterbrechung"] = Is(kind => kind == NodeKind.BoundaryEvent),
            ["Ereignis"] = Is(kind => kind is NodeKind.IntermediateCatchEvent or NodeKind.IntermediateThrowEvent),
            ["Entscheidung"] = Is(kind => kind is NodeKind.ExclusiveGateway or NodeKind.ComplexGateway),
            ["Aufteilung in gleichzeitige Wege"] = Is(kind => kind == NodeKind.ParallelGateway),
            ["Aufteilung in einen oder mehrere Wege"] = Is(kind => kind == NodeKind.InclusiveGateway),
            ["Warten auf das erste Ereignis"] = Is(kind => kind == NodeKind.EventBasedGateway),
            ["Zusammenführung"] = Is(NodeKinds.IsGateway),
            ["Weg"] = Are<SequenceFlow>(),
            ["Zweig"] = Are<SequenceFlow>(),
            ["Rücksprung"] = Are<SequenceFlow>(),
            ["Nachricht"] = Are<MessageFlow>(),
            ["Datenobjekt"] = Are<DataElement>(),
            ["Zuordnung von Daten"] = Are<DataAssociation>(),
            ["Anmerkung"] = Are<Artifact>(),
            ["Gruppe"] = Are<Artifact>(),
            ["Verbindungslinie"] = Are<Association>(),
            ["Beteiligte Stelle"] = Are<Pool>(),
            ["Zuständigkeitsbereich"] = Are<Lane>(),
            ["Prozess"] = Are<BpmnProcess>(),
            ["Zusammenarbeit"] = Are<Collaboration>(),
            ["Nachricht oder Signal im Verzeichnis des Modells"] = Are<Declaration>(),
        },
        Values = new()
        {
            ["Papier"] = Medium.Paper,
            ["digital"] = Medium.Digital,
            ["mündlich"] = Medium.Verbal,
            ["Medium nicht angegeben"] = Medium.Unspecified,
            ["automatisch"] = Automation.Automatic,
            ["mit Unterstützung durch Software"] = Automation.Supported,
            ["von Hand"] = Automation.Manual,
            ["braucht"] = DataDirection.Input,
            ["ergibt"] = DataDirection.Output,
            ["ja"] = true,
            ["nein"] = false,
        },
    };

    public static readonly Grammar English = new()
    {
        Open = "“",
        Close = "”",
        Percent = "%",
        Day = ["day", "days"],
        Hour = "h",
        Minute = "min",
        Second = "s",
        Decimal = '.',
        New = "New: ",
        Gone = "Dropped: ",
        Renamed = ("Renamed: ", " is now called "),
        Changed = "Changed: ",
        Became = ("Changed: ", " becomes "),
        Moved = ("Moved: ", " now stands ", ", before "),
        Swapped = "Swapped: ",
        Replaced = ("Replaced: ", " by "),
        Merged = ("Merged: ", " into "),
        Split = ("Split: ", " into "),
        Parallel = "Now side by side instead of one after the other: ",
        Serial = "Now one after the other instead of side by side: ",
        Extracted = "Put into ",
        Inlined = ("Dissolved: ", ", its steps stay: "),
        Led = " now leads from ",
        From = " from ",
        To = " to ",
        WithJoin = " with its join",
        Model = "model",
        Unnamed = "without a label",
        Behind = "behind ",
        Ahead = "ahead of ",
        Between = ("between ", " and "),
        Alone = "alone",
        At = " at ",
        Nouns = new()
        {
            ["step"] = Is(kind => kind.IsActivity() && !kind.IsContainer() && kind != NodeKind.CallActivity),
            ["sub-process"] = Is(NodeKinds.IsContainer),
            ["call of the process"] = Is(kind => kind == NodeKind.CallActivity),
            ["trigger"] = Is(kind => kind == NodeKind.StartEvent),
            ["end"] = Is(kind => kind == NodeKind.EndEvent),
            ["interruption"] = Is(kind => kind == NodeKind.BoundaryEvent),
            ["event"] = Is(kind => kind is NodeKind.IntermediateCatchEvent or NodeKind.IntermediateThrowEvent),
            ["decision"] = Is(kind => kind is NodeKind.ExclusiveGateway or NodeKind.ComplexGateway),
            ["split into ways taken at once"] = Is(kind => kind == NodeKind.ParallelGateway),
            ["split into one or more ways"] = Is(kind => kind == NodeKind.InclusiveGateway),
            ["wait for the first event"] = Is(kind => kind == NodeKind.EventBasedGateway),
            ["join"] = Is(NodeKinds.IsGateway),
            ["way"] = Are<SequenceFlow>(),
            ["branch"] = Are<SequenceFlow>(),
            ["way back"] = Are<SequenceFlow>(),
            ["message"] = Are<MessageFlow>(),
            ["data object"] = Are<DataElement>(),
            ["assignment of data"] = Are<DataAssociation>(),
            ["note"] = Are<Artifact>(),
            ["group"] = Are<Artifact>(),
            ["connecting line"] = Are<Association>(),
            ["participant"] = Are<Pool>(),
            ["area of responsibility"] = Are<Lane>(),
            ["process"] = Are<BpmnProcess>(),
            ["collaboration"] = Are<Collaboration>(),
            ["message or signal in the model's register"] = Are<Declaration>(),
        },
        Values = new()
        {
            ["paper"] = Medium.Paper,
            ["digital"] = Medium.Digital,
            ["spoken"] = Medium.Verbal,
            ["medium not recorded"] = Medium.Unspecified,
            ["automatic"] = Automation.Automatic,
            ["supported by software"] = Automation.Supported,
            ["by hand"] = Automation.Manual,
            ["needs"] = DataDirection.Input,
            ["gives"] = DataDirection.Output,
            ["yes"] = true,
            ["no"] = false,
        },
    };

    public required string Open { get; init; }
    public required string Close { get; init; }
    public required string Percent { get; init; }
    public required string[] Day { get; init; }
    public required string Hour { get; init; }
    public required string Minute { get; init; }
    public required string Second { get; init; }
    public required char Decimal { get; init; }
    public required string New { get; init; }
    public required string Gone { get; init; }
    public required (string, string) Renamed { get; init; }
    public required string Changed { get; init; }
    public required (string, string) Became { get; init; }
    public required (string, string, string) Moved { get; init; }
    public required string Swapped { get; init; }
    public required (string, string) Replaced { get; init; }
    public required (string, string) Merged { get; init; }
    public required (string, string) Split { get; init; }
    public required string Parallel { get; init; }
    public required string Serial { get; init; }
    public required string Extracted { get; init; }
    public required (string, string) Inlined { get; init; }
    public required string Led { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string WithJoin { get; init; }
    public required string Model { get; init; }
    public required string Unnamed { get; init; }
    public required string Behind { get; init; }
    public required string Ahead { get; init; }
    public required (string, string) Between { get; init; }
    public required string Alone { get; init; }
    public required string At { get; init; }
    public required Dictionary<string, Func<GraphElement, bool>> Nouns { get; init; }
    public required Dictionary<string, object> Values { get; init; }

    /// <summary>A label as a report writes it.</summary>
    public string Quoted(string label) => Open + Line(label).Replace('„', '‚').Replace('“', '‘').Replace('”', '’') + Close;

    public static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A duration as a report writes it, read back: exact to the smaller of its two units.</summary>
    public TimeSpan Duration(string text)
    {
        var words = text.Split(' ');
        words.Length.ShouldBeOneOf(2, 4);
        var sum = TimeSpan.Zero;
        for (var i = 0; i < words.Length; i += 2)
        {
            var value = Number(words[i]);
            sum += words[i + 1] switch
            {
                var unit when Day.Contains(unit) => TimeSpan.FromDays(value),
                var unit when unit == Hour => TimeSpan.FromHours(value),
                var unit when unit == Minute => TimeSpan.FromMinutes(value),
                var unit when unit == Second => TimeSpan.FromSeconds(value),
                var unit => throw new ShouldAssertException($"\"{unit}\" is no unit in \"{text}\"."),
            };
        }

        return sum;
    }

    public bool IsDuration(string text, TimeSpan expected)
    {
        var shown = Duration(text);
        // Two units: what is left out is less than an hour beside days, less than a minute beside hours.
        return Math.Abs((shown - expected).TotalSeconds) <= (shown.TotalDays >= 1 ? 3_600 : shown.TotalMinutes >= 1 ? 31 : 1);
    }

    public double Number(string text) =>
        double.Parse(text.Replace('−', '-').Replace(Decimal == ',' ? "." : ",", "").Replace(Decimal, '.').TrimStart('+'), System.Globalization.CultureInfo.InvariantCulture);

    private static Func<GraphElement, bool> Is(Func<NodeKind, bool> kind) => element => element is FlowNode node && kind(node.Kind);

    private static Func<GraphElement, bool> Are<T>() => element => element is T;
}
