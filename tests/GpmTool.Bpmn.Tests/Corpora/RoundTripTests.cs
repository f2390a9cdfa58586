using System.Xml;
using System.Xml.Schema;
using GpmTool.Elsa;

namespace GpmTool.Bpmn.Tests.Corpora;

/// <summary>BPMN → stored document → BPMN over files that other people's tools wrote.</summary>
[TestFixture]
public class RoundTripTests
{
    [TestCase("miwg")]
    [TestCase("variants")]
    [TestCase("pmmc")]
    [TestCase("fim")]
    public void Nothing_is_lost_on_the_way_through_the_stored_document(string folder)
    {
        var files = PublicCorpora.Files(folder).ToList();
        Assert.Multiple(() => files.ForEach(ComesBack));
    }

    private static void ComesBack(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var graph = BpmnDocument.Read(bytes).Graph;
        var stored = Bpmn.Stored(graph);
        var written = BpmnDocument.Write(stored);
        (stored == graph).ShouldBeTrue(file);
        written.Findings.ShouldBeEmpty(file);
        BpmnDocument.Write(BpmnDocument.Read(written.Xml).Graph).Xml.Span.SequenceEqual(written.Xml.Span).ShouldBeTrue($"{file} is not written the same a second time");
        var before = Facts(bytes);
        if (before is null) return;
        var after = XmlFacts.Of(written.Xml.ToArray());
        if (!after.SequenceEqual(before)) Assert.Fail($"{file}\n  lost: {string.Join("\n        ", before.Except(after).Take(3))}\n  new:  {string.Join("\n        ", after.Except(before).Take(3))}");
    }

    [TestCase("miwg/Reference")]
    [TestCase("miwg/vendors")]
    [TestCase("variants")]
    public void What_was_valid_stays_valid(string folder)
    {
        var schemas = Schemas();
        var valid = 0;
        Assert.Multiple(() =>
        {
            foreach (var file in PublicCorpora.Files(folder))
            {
                var bytes = File.ReadAllBytes(file);
                if (Fault(schemas, bytes) is not null) continue;
                valid++;
                Fault(schemas, BpmnDocument.Write(BpmnDocument.Read(bytes).Graph).Xml.ToArray()).ShouldBeNull(file);
            }
        });
        TestContext.Out.WriteLine($"{folder}: {valid} files were valid");
        valid.ShouldBeGreaterThan(0);
    }

    [Test]
    public void What_Elsa_made_is_valid()
    {
        var schemas = Schemas();
        Assert.Multiple(() =>
        {
            foreach (var file in PublicCorpora.Files("elsa", "*.json"))
            {
                var graph = ElsaDocument.Read(File.ReadAllBytes(file)).Graph;
                var written = BpmnDocument.Write(graph).Xml;
                Fault(schemas, written.ToArray()).ShouldBeNull(file);
                (BpmnDocument.Read(written).Graph == graph).ShouldBeTrue(file);
            }
        });
    }

    private static XmlSchemaSet Schemas()
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, Path.Combine(PublicCorpora.Folder("bpmn-xsd"), "BPMN20.xsd"));
        schemas.Add(null, Path.Combine(Repository.Root(), "src", "GpmTool.Bpmn", "Schema", "gpm.xsd"));
        schemas.Compile();
        return schemas;
    }

    private static string? Fault(XmlSchemaSet schemas, byte[] file)
    {
        string? fault = null;
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationEventHandler += (_, problem) => fault ??= problem.Severity == XmlSeverityType.Error ? $"{problem.Exception.LineNumber}: {problem.Message}" : null;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file), settings);
            while (fault is null && reader.Read())
            {
            }
        }
        catch (XmlException exception)
        {
            fault = exception.Message;
        }

        return fault;
    }

    // A file in another encoding than it says cannot be compared this way.
    private static IReadOnlyList<string>? Facts(byte[] file)
    {
        try
        {
            return XmlFacts.Of(file);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
