using GpmTool.Bpmn;
using GpmTool.Model;

namespace GpmTool.Diff.Tests.Scripting;

/// <summary>The laws on models that many people drew of one process, in the folder that GPM_CORPORA names.</summary>
[TestFixture]
public class PublicVariantsTests
{
    [Test]
    public void The_laws_hold_between_random_pairs_of_variants()
    {
        var root = Environment.GetEnvironmentVariable("GPM_CORPORA");
        if (string.IsNullOrEmpty(root)) Assert.Ignore("SKIPPED: set GPM_CORPORA to the folder of the public model corpora; 2,000 pairs of variants are not checked.");
        Check(Path.Combine(root!, "variants"));
    }

    private static void Check(string folder)
    {
        var exercises = Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(exercise => Directory.GetFiles(exercise, "*.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray()).Where(files => files.Length > 1).ToArray();
        exercises.ShouldNotBeEmpty();
        var random = new Random(1);
        var read = new Dictionary<string, ProcessGraph>();
        ProcessGraph Read(string file) => read.TryGetValue(file, out var known) ? known : read[file] = BpmnDocument.Read(File.ReadAllBytes(file)).Graph;
        for (var i = 0; i < 2000; i++)
        {
            var files = exercises[i % exercises.Length];
            var (a, b) = (Read(files[random.Next(files.Length)]), Read(files[random.Next(files.Length)]));
            Laws.Applies(a, b);
            Laws.KeepsIds(a, b);
            Laws.Accounts(a, b);
            Laws.Mirrors(a, b);
            ProcessComparison.Compare(a, a).Operations.ShouldBeEmpty();
            ProcessComparison.Compare(a, Offices.Renumbered(a, random)).Operations.ShouldBeEmpty();
        }
    }
}
