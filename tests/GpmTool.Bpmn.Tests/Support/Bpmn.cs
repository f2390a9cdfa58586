using System.Text;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Bpmn.Tests;

/// <summary>Files written in the tests, and the whole way through the stored document.</summary>
internal static class Bpmn
{
    public const string Head = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:test">""";

    public static string InProcess(string content, string attributes = "") => $"""{Head}<process id="p" {attributes}>{content}</process></definitions>""";

    public static BpmnReading Read(string xml, BpmnReadOptions? options = null) => BpmnDocument.Read(Encoding.UTF8.GetBytes(xml), options);

    public static string Write(ProcessGraph graph) => Encoding.UTF8.GetString(BpmnDocument.Write(graph).Xml.Span);

    /// <summary>BPMN → graph → Elsa definition → graph.</summary>
    public static ProcessGraph Stored(ProcessGraph graph) => ElsaDocument.Read(ElsaDocument.Write(graph, "definition")).Graph;

    /// <summary>A file of the fixtures.</summary>
    public static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(Repository.Root(), "tests", "GpmTool.Bpmn.Tests", "Fixtures", name));
}
