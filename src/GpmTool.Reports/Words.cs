using System.Text.RegularExpressions;
using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>The German words for attributes, kinds and values.</summary>
internal static partial class Words
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

    /// <summary>A value of an attribute as a reader knows it.</summary>
    public static string? Value(string? attribute, string? value) => (attribute, value) switch
    {
        (_, null) => null,
        ("kind", _) when Enum.TryParse<NodeKind>(value, out var kind) => Kind(kind),
        ("default", _) => value == "yes" ? "ja" : "nein",
        ("media" or "automation", _) => string.Join("; ", value.Split("; ").Select(Word)),
        _ => value,
    };

    /// <summary>Labels in a text; the places of unlabelled nodes hold their kind in square brackets.</summary>
    public static string Labels(string? text) => Unlabelled().Replace(text ?? "", match => Enum.TryParse<NodeKind>(match.Groups[1].Value, out var kind) ? Kind(kind) : match.Value);

    private static string Word(string value) => value switch
    {
        nameof(Medium.Paper) => "Papier",
        nameof(Medium.Digital) => "digital",
        nameof(Medium.Verbal) => "mündlich",
        nameof(Medium.Unspecified) => "ohne Angabe",
        nameof(Automation.Manual) => "manuell",
        nameof(Automation.Supported) => "unterstützt",
        nameof(Automation.Automatic) => "automatisch",
        _ => value,
    };

    [GeneratedRegex(@"\[([A-Za-z]+)\]")]
    private static partial Regex Unlabelled();
}
