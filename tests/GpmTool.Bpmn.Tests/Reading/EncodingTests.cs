using System.Text;

namespace GpmTool.Bpmn.Tests.Reading;

[TestFixture]
public class EncodingTests
{
    private const string Name = "Prüfung „groß“ für 5 €";

    private static string Xml(string? encoding) =>
        (encoding is null ? "" : $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>\r\n") + Bpmn.InProcess($"<task id=\"t\"\r\n name=\"{Name}\"/>");

    private static readonly TestCaseData[] Encodings =
    [
        new(Encoding.UTF8.GetBytes(Xml("UTF-8"))) { TestName = "UTF-8" },
        new(Encoding.UTF8.GetBytes(Xml(null))) { TestName = "UTF-8 without declaration" },
        new((byte[])[.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Xml("UTF-8"))]) { TestName = "UTF-8 with a mark" },
        new((byte[])[.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Xml("UTF-16"))]) { TestName = "UTF-16 little-endian" },
        new((byte[])[.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Xml("UTF-16"))]) { TestName = "UTF-16 big-endian" },
        new(Encoding.Unicode.GetBytes(Xml(null))) { TestName = "UTF-16 without a mark" },
        new(Windows(Xml("windows-1252"))) { TestName = "Windows-1252" },
        new(Windows(Xml("ISO-8859-1"))) { TestName = "Latin-1" },
    ];

    [TestCaseSource(nameof(Encodings))]
    public void Is_read(byte[] file)
    {
        var reading = BpmnDocument.Read(file);

        reading.Graph.Nodes[0].Name.ShouldBe(Name);
        reading.Findings.ShouldNotContain(finding => finding.Code == "bpmn.encoding");
    }

    [Test]
    public void Latin_1_that_calls_itself_UTF_8_is_read_with_a_note()
    {
        var reading = BpmnDocument.Read(Windows(Xml("UTF-8")));

        reading.Graph.Nodes[0].Name.ShouldBe(Name);
        reading.Findings.Single(finding => finding.Code == "bpmn.encoding").Message.German.ShouldContain("Latin-1");
    }

    [Test]
    public void UTF_8_that_calls_itself_something_else_is_read_with_a_note() =>
        BpmnDocument.Read(Encoding.UTF8.GetBytes(Xml("UTF-16"))).Findings.ShouldContain(finding => finding.Code == "bpmn.encoding");

    // The framework brings no Windows-1252: the letters of the name that are not Latin-1 are set by hand.
    private static byte[] Windows(string text) =>
        [.. text.Select(letter => letter switch { '„' => (byte)0x84, '“' => (byte)0x93, '€' => (byte)0x80, _ => (byte)letter })];
}
