using System.Text;

namespace GpmTool.Web.Tests.Modelling;

/// <summary>Models to begin with; without a drawing: the API makes one.</summary>
internal static class Drawings
{
    private const string Head =
        """<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gpm="urn:gpmtool:bpmn:1" id="d" targetNamespace="urn:test">""";

    /// <summary>Start, check, clear, end.</summary>
    public static string Small => Model(
        """
        <bpmn:startEvent id="s" name="Schnee gemeldet"/><bpmn:userTask id="a" name="Wetterlage prüfen"/><bpmn:task id="b" name="Streudienst rufen"/><bpmn:endEvent id="e" name="geräumt"/>
        <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="b"/><bpmn:sequenceFlow id="f3" sourceRef="b" targetRef="e"/>
        """);

    /// <summary>A step whose times another tool recorded.</summary>
    public static string OfAdonis => Model(
        """
        <bpmn:startEvent id="s" name="Schnee gemeldet"/><bpmn:task id="a" name="Wetterlage prüfen"><bpmn:extensionElements><boc:instance xmlns:boc="http://www.boc-group.com">
          <boc:attribute name="A_EXECUTION_TIME"><boc:value>00:000:00:15:00</boc:value></boc:attribute></boc:instance></bpmn:extensionElements></bpmn:task>
        <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/>
        """);

    /// <summary>A decision with two ways, and a step that an association names wrongly.</summary>
    public static string Decision => Model(
        """
        <bpmn:startEvent id="s" name="Schnee gemeldet"/><bpmn:exclusiveGateway id="g" name="Räumen nötig?"/><bpmn:task id="b" name="Frau Yilmaz anrufen"/><bpmn:endEvent id="e" name="nichts zu tun"/>
        <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="g"/><bpmn:sequenceFlow id="ja" name="ja" sourceRef="g" targetRef="b"/><bpmn:sequenceFlow id="nein" name="nein" sourceRef="g" targetRef="e"/>
        """);

    /// <summary>Sixty steps in four lanes, with long labels.</summary>
    public static string Large()
    {
        string[] roles = ["Sachbearbeitung Gebäudemanagement", "Objektleitung", "Haushaltssachbearbeitung", "Verkehrssicherungspflichtige Stelle"];
        string[] labels =
        [
            "Witterungsbedingte Gefahrenmeldung entgegennehmen", "Verkehrssicherungspflicht grundstücksbezogen prüfen", "Leistungsverzeichnis der Winterdienstrahmenvereinbarung heranziehen",
            "Haushaltsmittelverfügbarkeit bestätigen lassen", "Streudienst beauftragen", "Ausführungsnachweis gegenzeichnen",
        ];
        var (nodes, flows, lanes) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i < 60; i++)
        {
            nodes.Append(i switch
            {
                0 => """<bpmn:startEvent id="n0" name="Glättewarnung des Deutschen Wetterdienstes eingegangen"/>""",
                59 => """<bpmn:endEvent id="n59" name="Verkehrssicherheit wiederhergestellt"/>""",
                _ => $"""<bpmn:userTask id="n{i}" name="{labels[i % labels.Length]} ({i})"/>""",
            });
            if (i > 0) flows.Append($"""<bpmn:sequenceFlow id="f{i}" sourceRef="n{i - 1}" targetRef="n{i}"/>""");
        }

        for (var lane = 0; lane < roles.Length; lane++)
            lanes.Append($"""<bpmn:lane id="l{lane}" name="{roles[lane]}">{string.Concat(Enumerable.Range(0, 60).Where(i => i / 5 % roles.Length == lane).Select(i => $"<bpmn:flowNodeRef>n{i}</bpmn:flowNodeRef>"))}</bpmn:lane>""");
        return $"""{Head}<bpmn:collaboration id="c"><bpmn:participant id="pool" name="Straßen- und Grünflächenamt" processRef="p"/></bpmn:collaboration><bpmn:process id="p"><bpmn:laneSet id="ls">{lanes}</bpmn:laneSet>{nodes}{flows}</bpmn:process></bpmn:definitions>""";
    }

    private static string Model(string content) => $"{Head}<bpmn:process id=\"p\" name=\"Winterdienst\">{content}</bpmn:process></bpmn:definitions>";
}
