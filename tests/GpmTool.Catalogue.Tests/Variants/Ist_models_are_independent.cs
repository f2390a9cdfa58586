using GpmTool.Model;

namespace GpmTool.Catalogue.Tests.Variants;

[TestFixtureSource(typeof(Catalogue), nameof(Catalogue.PairsOfIst))]
public sealed class Ist_models_are_independent(CatalogueModel one, CatalogueModel other)
{
    [Test]
    public void At_most_a_quarter_of_the_labels_are_equal()
    {
        var left = Labels(one.Graph);
        var right = Labels(other.Graph);
        var equal = left.Intersect(right).ToList();
        ((double)equal.Count / Math.Min(left.Count, right.Count)).ShouldBeLessThanOrEqualTo(0.25, string.Join(", ", equal));
    }

    [Test]
    public void They_share_no_id() =>
        one.Graph.Nodes.Select(node => node.Id).Intersect(other.Graph.Nodes.Select(node => node.Id)).ShouldBeEmpty();

    [Test]
    public void Their_structure_differs() => Structure(one.Graph).ShouldNotBe(Structure(other.Graph));

    private static HashSet<string> Labels(ProcessGraph graph) => [.. graph.Nodes.Select(node => GermanText.Fold(node.Name ?? "")).Where(label => label.Length > 0)];

    // Isomorphic graphs have equal multisets of (kind, kinds before, kinds after); unequal ones are proof of difference.
    private static string Structure(ProcessGraph graph)
    {
        var index = new GraphIndex(graph);
        return string.Join(";", graph.Nodes.Select(node => $"{node.Kind}<{Kinds(index.Incoming(node.Id).Select(flow => flow.SourceId))}>{Kinds(index.Outgoing(node.Id).Select(flow => flow.TargetId))}").Order(StringComparer.Ordinal));

        string Kinds(IEnumerable<string?> ids) => string.Join(",", ids.Select(id => index.Node(id)!.Kind.ToString()).Order(StringComparer.Ordinal));
    }
}
