using System.Text;
using System.Text.Json;

namespace GpmTool.Model.Tests.View;

[TestFixture]
public class GraphJsonTests
{
    [Test]
    public void A_misspelt_member_is_an_error_that_names_the_place()
    {
        var text = """{"nodes":[{"id":"a","kind":"userTask","parentId":"p","nmae":"Prüfen"}]}""";
        var exception = Should.Throw<JsonException>(() => GraphJson.Read(Encoding.UTF8.GetBytes(text)));
        exception.Message.ShouldContain("nmae");
    }

    [TestCase("""{"nodes":[{"id":"a","kind":"usertask2","parentId":"p"}]}""")]
    [TestCase("""{"nodes":[{"id":"a","parentId":"p"}]}""")]
    [TestCase("""{"nodes":[null]}""")]
    [TestCase("""{"flows":[{"id":"a","parentId":"p","probability":1.5}]}""")]
    [TestCase("""{"name":"a","name":"b"}""")]
    [TestCase("null")]
    public void What_does_not_fit_is_refused(string text) => Should.Throw<JsonException>(() => GraphJson.Read(Encoding.UTF8.GetBytes(text)));

    [Test]
    public void Kinds_are_written_as_BPMN_names_them_and_empty_members_left_out()
    {
        var graph = new ProcessGraph { Nodes = [new FlowNode { Id = "a", Kind = NodeKind.Task, ParentId = "p" }] };
        Encoding.UTF8.GetString(GraphJson.Write(graph)).ShouldBe("""{"nodes":[{"kind":"task","parentId":"p","id":"a"}]}""");
    }

    [Test]
    public void A_byte_order_mark_is_skipped() => GraphJson.Read([0xEF, 0xBB, 0xBF, .. "{}"u8]).ShouldBe(new ProcessGraph());
}
