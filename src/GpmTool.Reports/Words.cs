using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>The German words for attributes, kinds and values.</summary>
internal static class Words
{
    public static string Attribute(string? attribute) => attribute switch
    {
        "kind" => "Art",
        "event" => "Ereignis",
        "loop" => "Wiederholung",
        "processingTime" => "Bearbeitungszeit",
        "waitingTime" => "Liegezeit",
        "transportTime" => "Transportzeit",
        "cost" => "Sachkosten",
        "systems" => "IT-Systeme",
        "documents" => "Dokumente",
        "media" => "Medium",
        "legalBases" => "Rechtsgrundlagen",
        "rag" => "Referenzaktivitätengruppe",
        "automation" => "Automatisierung",
        "responsibilities" => "Verantwortung",
        "description" => "Beschreibung",
        "risks" => "Risiken",
        "calledProcess" => "aufgerufener Prozess",
        "name" => "Beschriftung",
        "condition" => "Bedingung",
        "default" => "Standardweg",
        _ => attribute ?? "",
    };

    public static string Kind(NodeKind kind) => kind switch
    {
        NodeKind.ExclusiveGateway => "Exklusives Gateway",
        NodeKind.ParallelGateway => "Paralleles Gateway",
        NodeKind.InclusiveGateway => "Inklusives Gateway",
        NodeKind.EventBasedGateway => "Ereignisbasiertes Gateway",
        NodeKind.ComplexGateway => "Komplexes Gateway",
        NodeKind.StartEvent => "Start",
        NodeKind.EndEvent => "Ende",
        NodeKind.BoundaryEvent => "Angeheftetes Ereignis",
        _ when kind.IsEvent() => "Zwischenereignis",
        NodeKind.UserTask => "Benutzeraufgabe",
        NodeKind.ManualTask => "Manuelle Aufgabe",
        NodeKind.ServiceTask => "Automatische Aufgabe",
        NodeKind.BusinessRuleTask => "Regelaufgabe",
        NodeKind.ScriptTask => "Skriptaufgabe",
        NodeKind.SendTask => "Sendeaufgabe",
        NodeKind.ReceiveTask => "Empfangsaufgabe",
        NodeKind.CallActivity => "Aufrufaktivität",
        NodeKind.SubProcess => "Teilprozess",
        NodeKind.Transaction => "Transaktion",
        NodeKind.AdHocSubProcess => "Ad-hoc-Teilprozess",
        _ => "Aufgabe",
    };

    public static string? Value(string? value)
    {
        if (value is null) return null;
        if (Enum.TryParse<NodeKind>(value, out var kind) && Enum.IsDefined(kind)) return Kind(kind);
        return string.Join("; ", value.Split("; ").Select(part => part switch
        {
            "yes" => "ja",
            "no" => "nein",
            nameof(Medium.Paper) => "Papier",
            nameof(Medium.Digital) => "digital",
            nameof(Medium.Verbal) => "mündlich",
            nameof(Medium.Unspecified) => "ohne Angabe",
            nameof(Automation.Manual) => "manuell",
            nameof(Automation.Supported) => "unterstützt",
            nameof(Automation.Automatic) => "automatisch",
            _ => part,
        }));
    }
}
