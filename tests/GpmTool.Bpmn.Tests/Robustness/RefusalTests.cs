using System.Text;

namespace GpmTool.Bpmn.Tests.Robustness;

/// <summary>What is refused, and where the refusal points.</summary>
[TestFixture]
public class RefusalTests
{
    [TestCase("", "bpmn.not-xml")]
    [TestCase("kein XML", "bpmn.not-xml")]
    [TestCase("<definitions", "bpmn.not-xml")]
    [TestCase("<a/>", "bpmn.not-bpmn")]
    [TestCase("<definitions/>", "bpmn.not-bpmn")]
    [TestCase("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process></definitions>", "bpmn.not-xml")]
    [TestCase("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "bpmn.bound")]
    [TestCase("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "bpmn.bound")]
    [TestCase("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"&unknown;\"/>", "bpmn.not-xml")]
    public void Is_refused(string file, string code)
    {
        var exception = Should.Throw<BpmnFormatException>(() => Bpmn.Read(file));

        exception.Code.ShouldBe(code);
        exception.Text.German.ShouldNotBeEmpty();
        exception.Remedy.English.ShouldNotBeEmpty();
    }

    [TestCase(" \n<a/>", null, true)]
    [TestCase("kein XML", null, false)]
    [TestCase("kein XML", "soll.bpmn", true)]
    [TestCase("", "soll.BPMN", true)]
    [TestCase("kein XML", "soll.xml", true)]
    [TestCase("kein XML", "soll.json", false)]
    [TestCase(" {\"id\": 1}", "soll.bpmn", false)]
    [TestCase("<a/>", "soll.json", true)]
    public void A_file_is_XML_by_its_first_character_or_by_its_name(string content, string? name, bool expected) =>
        BpmnDocument.IsXml(Encoding.UTF8.GetBytes(content), name).ShouldBe(expected);

    [Test]
    public void The_refusal_names_line_and_column()
    {
        var exception = Should.Throw<BpmnFormatException>(() => Bpmn.Read("<?xml version=\"1.0\"?>\n\n  <svg/>"));

        (exception.Line, exception.Column).ShouldBe((3, 4));
    }

    [TestCase("\"\"")]
    [TestCase("'>'")]
    public void Ten_million_attributes_are_refused_before_they_cost_memory(string value)
    {
        var file = new StringBuilder(Bpmn.Head).Append("<process");
        for (var i = 0; i < 10_000_000; i++) file.Append(" a=").Append(value);
        var bytes = Encoding.UTF8.GetBytes(file.Append("/></definitions>").ToString());
        var before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<BpmnFormatException>(() => BpmnDocument.Read(bytes)).Code.ShouldBe("bpmn.bound");
        Should.Throw<BpmnFormatException>(() => BpmnDocument.Read(bytes, new BpmnReadOptions { MaxBytes = int.MaxValue })).Code.ShouldBe("bpmn.bound");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Test]
    public void Too_many_elements_and_bytes_are_refused()
    {
        var file = Bpmn.InProcess(string.Concat(Enumerable.Repeat("<task/>", 50)));

        Should.Throw<BpmnFormatException>(() => Bpmn.Read(file, new BpmnReadOptions { MaxElements = 20 })).Code.ShouldBe("bpmn.bound");
        Should.Throw<BpmnFormatException>(() => Bpmn.Read(file, new BpmnReadOptions { MaxBytes = 100 })).Code.ShouldBe("bpmn.bound");
        Should.Throw<BpmnFormatException>(() => BpmnDocument.Read(new MemoryStream(Encoding.UTF8.GetBytes(file)), new BpmnReadOptions { MaxBytes = 100 })).Code.ShouldBe("bpmn.bound");
    }

    [Test]
    public void Reading_can_be_stopped()
    {
        var file = Encoding.UTF8.GetBytes(Bpmn.InProcess(string.Concat(Enumerable.Repeat("<task/>", 3000))));

        Should.Throw<OperationCanceledException>(() => BpmnDocument.Read(file, cancellation: new CancellationToken(canceled: true)));
    }

    [Test]
    public void The_deepest_file_that_is_read_can_be_stored_and_read_again()
    {
        var depth = new BpmnReadOptions().MaxDepth - 2;
        var nested = Bpmn.InProcess(string.Concat(Enumerable.Range(0, depth).Select(i => $"<subProcess id=\"s{i}\">")) + string.Concat(Enumerable.Repeat("</subProcess>", depth)));
        var carried = Bpmn.InProcess("<x:a xmlns:x=\"urn:x\">" + string.Concat(Enumerable.Repeat("<x:b>", depth - 1)) + string.Concat(Enumerable.Repeat("</x:b>", depth - 1)) + "</x:a>");

        foreach (var file in new[] { nested, carried })
        {
            var graph = Bpmn.Read(file).Graph;
            (Bpmn.Stored(graph) == graph).ShouldBeTrue();
        }
    }
}
