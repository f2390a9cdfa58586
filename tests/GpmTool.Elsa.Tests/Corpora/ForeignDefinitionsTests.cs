using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Elsa.Tests.Corpora;

[TestFixture]
public class ForeignDefinitionsTests
{
    [Test]
    public void Definitions_of_others_are_written_back_as_they_came()
    {
        var files = Directory.GetFiles(PublicCorpora.Folder("elsa"), "*.json");
        files.Length.ShouldBeGreaterThan(50);
        Assert.Multiple(() =>
        {
            foreach (var file in files)
            {
                var bytes = File.ReadAllBytes(file);
                var graph = ElsaDocument.Read(bytes).Graph;
                var viaView = GraphJson.Read(GraphJson.Write(graph));
                Same(bytes, ElsaDocument.Write(viaView, null)).ShouldBeTrue(Path.GetFileName(file));
                ElsaDocument.Check(bytes).ShouldNotBeNull();
            }
        });
    }

    [Test]
    public void Good_samples_are_clean_and_traps_are_found()
    {
        var folder = Path.Combine(PublicCorpora.Folder("elsa"), "..", "..", "elsa", "samples");
        if (!Directory.Exists(folder)) Assert.Ignore("SKIPPED: the samples beside the corpora are missing.");
        Assert.Multiple(() =>
        {
            foreach (var file in Directory.GetFiles(folder, "*.json"))
            {
                var name = Path.GetFileName(file);
                var findings = ElsaDocument.Check(File.ReadAllBytes(file)).Where(finding => finding.Severity != Severity.Info).ToList();
                var text = name + ": " + string.Join(" | ", findings.Select(f => f.Code + " " + f.ElementId));
                if (name.StartsWith("trap-", StringComparison.Ordinal)) findings.ShouldContain(f => f.Severity == Severity.Error, text);
                else findings.ShouldBeEmpty(text);
                TestContext.Out.WriteLine(text);
            }
        });
    }

    private static bool Same(byte[] left, byte[] right)
    {
        if (left.AsSpan().StartsWith("\uFEFF"u8)) left = left[3..];
        using var a = JsonDocument.Parse(left);
        using var b = JsonDocument.Parse(right);
        return CanonicalJson.Equal(a.RootElement, b.RootElement);
    }
}
