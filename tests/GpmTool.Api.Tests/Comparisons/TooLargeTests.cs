using GpmTool.Api.Tests.Infrastructure;

namespace GpmTool.Api.Tests.Comparisons;

/// <summary>Models whose comparison would take too long are refused before it begins.</summary>
public class TooLargeTests : ApiTests
{
    protected override (string Key, string Value)[] Settings => [("Comparisons:MaxNodePairs", "12")];

    [Test]
    public async Task More_pairs_of_nodes_than_allowed_are_422()
    {
        var small = new { document = Variants.Bpmn("x", ("a", "Prüfen")) };
        await (await PostAsync("/api/v1/comparisons", new { before = small, after = small })).JsonAsync(200);
        var problem = await (await PostAsync("/api/v1/comparisons", new { before = small, after = new { document = Variants.Bpmn("y", ("a", "Prüfen"), ("b", "Prüfen"), ("c", "Prüfen")) } })).ProblemAsync(422, "comparison-too-large");
        problem.Text("detail")!.ShouldContain("3 und 5");
    }
}
