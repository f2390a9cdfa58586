using GpmTool.Model;

namespace GpmTool.Catalogue.Tests.Variants;

/// <summary>The Ist models of a process are written by different hands: a comparison can lean neither on ids nor on equal labels.</summary>
[TestFixtureSource(typeof(Catalogue), nameof(Catalogue.ProcessesWithVariants))]
public sealed class Ist_models_are_independent(string process)
{
    [Test]
    public void At_most_a_quarter_of_the_step_labels_of_two_are_equal()
    {
        var shares = Pairs().Select(pair => (Share: Equal(pair.One, pair.Other), Text: $"{pair.One} / {pair.Other}")).OrderBy(pair => pair.Share).ToList();
        shares[shares.Count / 2].Share.ShouldBeLessThanOrEqualTo(0.25, "the median");
        shares[^1].Share.ShouldBeLessThanOrEqualTo(0.5, shares[^1].Text);
    }

    [Test]
    public void No_id_stands_in_two_models()
    {
        var models = Catalogue.Models.Where(model => model.Process == process);
        models.SelectMany(model => Ids(model.Graph).Distinct().Select(id => (id, model.Name))).GroupBy(pair => pair.id, pair => pair.Name)
            .Where(owners => owners.Count() > 1).Select(owners => $"{owners.Key}: {string.Join(", ", owners)}").ShouldBeEmpty();
    }

    [Test]
    public void No_two_have_the_same_structure() =>
        Pairs().Where(pair => Structure(pair.One.Graph) == Structure(pair.Other.Graph)).Select(pair => $"{pair.One} / {pair.Other}").ShouldBeEmpty();

    private IEnumerable<(CatalogueModel One, CatalogueModel Other)> Pairs()
    {
        var models = Catalogue.IstOf(process);
        return from i in Enumerable.Range(0, models.Count) from j in Enumerable.Range(i + 1, models.Count - i - 1) select (models[i], models[j]);
    }

    private static double Equal(CatalogueModel one, CatalogueModel other)
    {
        var (left, right) = (Labels(one.Graph), Labels(other.Graph));
        return (double)left.Intersect(right).Count() / Math.Min(left.Count, right.Count);
    }

    private static HashSet<string> Labels(ProcessGraph graph) => [.. graph.Nodes.Where(node => !node.Kind.IsGateway()).Select(node => GermanText.Fold(node.Name ?? "")).Where(label => label.Length > 0)];

    private static IEnumerable<string> Ids(ProcessGraph graph) =>
    [
        .. graph.Processes.Select(element => element.Id), .. graph.Pools.Select(element => element.Id), .. graph.Lanes.Select(element => element.Id), .. graph.Nodes.Select(element => element.Id),
        .. graph.Flows.Select(element => element.Id), .. graph.MessageFlows.Select(element => element.Id), .. graph.Declarations.Select(element => element.Id), .. graph.Artifacts.Select(element => element.Id),
    ];

    // Isomorphic graphs have equal multisets of (kind, kinds before, kinds after); unequal ones are proof of difference.
    private static string Structure(ProcessGraph graph)
    {
        var index = new GraphIndex(graph);
        return string.Join(";", graph.Nodes.Select(node => $"{node.Kind}<{Kinds(index.Incoming(node.Id).Select(flow => flow.SourceId))}>{Kinds(index.Outgoing(node.Id).Select(flow => flow.TargetId))}").Order(StringComparer.Ordinal));

        string Kinds(IEnumerable<string?> ids) => string.Join(",", ids.Select(id => index.Node(id)!.Kind.ToString()).Order(StringComparer.Ordinal));
    }
}
