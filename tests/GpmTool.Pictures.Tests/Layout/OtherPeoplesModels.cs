using GpmTool.Bpmn;
using GpmTool.Pictures.Tests.Support;

namespace GpmTool.Pictures.Tests.Layout;

/// <summary>Models that other people drew, their drawings taken away.</summary>
public sealed class OtherPeoplesModels
{
    [Test]
    public void Every_model_gets_a_drawing_in_which_nothing_overlaps_and_no_edge_runs_through_a_node()
    {
        var corpora = Environment.GetEnvironmentVariable("GPM_CORPORA");
        if (string.IsNullOrEmpty(corpora))
        {
            TestContext.Progress.WriteLine("SKIPPED: GPM_CORPORA is not set; models of others are not laid out.");
            Assert.Ignore("SKIPPED: GPM_CORPORA is not set; models of others are not laid out.");
            return;
        }

        var files = Directory.EnumerateFiles(corpora, "*.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        files.Count.ShouldBeGreaterThan(400);
        var faults = new List<string>();
        var read = 0;
        foreach (var file in files)
        {
            Model.ProcessGraph graph;
            try
            {
                graph = BpmnDocument.Read(File.ReadAllBytes(file)).Graph;
            }
            catch (BpmnFormatException)
            {
                continue; // what is no BPMN is the reader's business
            }

            read++;
            var drawn = GraphLayout.Apply(graph with { Diagrams = [] });
            faults.AddRange(Drawing.Faults(drawn).Select(fault => $"{file}: {fault}"));
            SvgPicture.Write(graph, PictureOptions.Default, TextWriter.Null);
        }

        TestContext.Progress.WriteLine($"{read} models of {files.Count} files laid out and drawn.");
        faults.ShouldBeEmpty();
        read.ShouldBeGreaterThan(files.Count * 9 / 10);
    }
}
