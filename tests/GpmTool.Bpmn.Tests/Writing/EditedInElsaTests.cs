using System.Text;
using GpmTool.Elsa;

namespace GpmTool.Bpmn.Tests.Writing;

/// <summary>BPMN is written from the model: an edit made in Elsa is in the file, and everything else still is.</summary>
[TestFixture]
public class EditedInElsaTests
{
    [Test]
    public void A_rename_changes_one_line_of_the_file()
    {
        var graph = BpmnDocument.Read(Bpmn.Fixture("everything.bpmn")).Graph;
        var document = Encoding.UTF8.GetString(ElsaDocument.Write(graph, "definition"));
        var at = document.IndexOf("\"root\"", StringComparison.Ordinal);
        var edited = document[..at] + document[at..].Replace("\"displayText\":\"Prüfen\"", "\"displayText\":\"Genau prüfen\"", StringComparison.Ordinal);
        var reading = ElsaDocument.Read(Encoding.UTF8.GetBytes(edited));

        reading.Findings.ShouldContain(finding => finding.Code == "elsa.edited-renamed");
        var before = Bpmn.Write(graph).Split('\n');
        var after = Bpmn.Write(reading.Graph).Split('\n');
        before.Except(after).ShouldHaveSingleItem().ShouldContain("name=\"Prüfen\"");
        after.Except(before).ShouldHaveSingleItem().ShouldContain("name=\"Genau prüfen\"");
    }
}
