using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// Finds which nodes of two graphs stand for the same thing, without relying on shared ids. Labels, kinds and roles give
/// a first similarity, which spreads along the flows (similarity flooding, Melnik, Garcia-Molina and Rahm 2002); then
/// the best pairs are taken one after the other. O(n² · degree² · rounds). Symmetric and deterministic.
/// </summary>
internal sealed class GraphMatcher(GraphIndex before, GraphIndex after, MatchWeights weights)
{
    private readonly LabelSimilarity _labels = new(before.Graph.Nodes.Concat(after.Graph.Nodes).Select(node => node.Name));
    private readonly LabelSimilarity _roles = new([]);
    private readonly List<FlowNode> _left = [.. before.Graph.Nodes.DistinctBy(node => node.Id)];
    private readonly List<FlowNode> _right = [.. after.Graph.Nodes.DistinctBy(node => node.Id)];

    public List<Correspondence> Match()
    {
        if (Colouring.Isomorphism(before, after) is { } pairs)
            return [.. pairs.OrderBy(pair => _left.IndexOf(pair.Before)).Select(pair => new Correspondence(pair.Before.Id, pair.After.Id, 1, Evidence.Isomorphism))];
        var first = First();
        return Choose(first, Spread(first));
    }

    private double[,] First()
    {
        var scores = new double[_left.Count, _right.Count];
        for (var i = 0; i < _left.Count; i++)
            for (var j = 0; j < _right.Count; j++) scores[i, j] = Similarity(_left[i], _right[j]);
        return scores;
    }

    private double Similarity(FlowNode a, FlowNode b)
    {
        if (Group(a.Kind) != Group(b.Kind)) return 0;
        var label = string.IsNullOrWhiteSpace(a.Name) && string.IsNullOrWhiteSpace(b.Name) ? 0.5 : _labels.Of(a.Name, b.Name);
        var sameId = a.Id == b.Id && label >= 0.3 ? 1 : 0;
        var kind = a.Kind == b.Kind && Events(a) == Events(b) ? 1 : 0.4;
        var role = _roles.Of(before.RoleOf(a), after.RoleOf(b));
        // Without any common id the weight of ids goes to the labels.
        return (weights.Label + (sameId == 1 ? 0 : weights.Id)) * label + weights.Id * sameId + weights.Kind * kind + weights.Role * role;
    }

    private static string Events(FlowNode node) => string.Join(',', node.EventDefinitions.Select(definition => definition.Kind).Order());

    private static int Group(NodeKind kind) => kind switch
    {
        NodeKind.StartEvent => 1,
        NodeKind.EndEvent => 2,
        NodeKind.BoundaryEvent => 3,
        _ when kind.IsEvent() => 4,
        _ when kind.IsGateway() => 5,
        _ => 6,
    };

    private double[,] Spread(double[,] first)
    {
        var (nextLeft, previousLeft) = Neighbours(before, _left);
        var (nextRight, previousRight) = Neighbours(after, _right);
        var scores = first;
        for (var round = 0; round < weights.Rounds; round++)
        {
            var spread = new double[_left.Count, _right.Count];
            for (var i = 0; i < _left.Count; i++)
            {
                for (var j = 0; j < _right.Count; j++)
                {
                    if (first[i, j] == 0) continue;
                    var share = _left[i].Kind.IsActivity() && !string.IsNullOrWhiteSpace(_left[i].Name) && !string.IsNullOrWhiteSpace(_right[j].Name) ? weights.Neighbours : weights.NeighboursOfUnnamed;
                    var around = (Best(scores, nextLeft[i], nextRight[j]) + Best(scores, previousLeft[i], previousRight[j])) / 2;
                    spread[i, j] = (1 - share) * first[i, j] + share * around;
                }
            }

            scores = spread;
        }

        return scores;
    }

    /// <summary>How well two sets of neighbours fit: the mean of each one's best partner, in both directions.</summary>
    private static double Best(double[,] scores, int[] left, int[] right)
    {
        if (left.Length == 0 || right.Length == 0) return left.Length == right.Length ? 0.7 : 0.2;
        var sum = 0.0;
        foreach (var i in left) sum += right.Max(j => scores[i, j]);
        foreach (var j in right) sum += left.Max(i => scores[i, j]);
        return sum / (left.Length + right.Length);
    }

    private static (int[][] Next, int[][] Previous) Neighbours(GraphIndex index, List<FlowNode> nodes)
    {
        var number = nodes.Select((node, i) => (node.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        int[] Numbers(IEnumerable<string?> ids) => [.. ids.Where(id => id is not null && number.ContainsKey(id)).Select(id => number[id!]).Distinct()];
        return (
            [.. nodes.Select(node => Numbers(index.Outgoing(node.Id).Select(flow => flow.TargetId)))],
            [.. nodes.Select(node => Numbers(index.Incoming(node.Id).Select(flow => flow.SourceId).Append(node.AttachedToId)))]);
    }

    private List<Correspondence> Choose(double[,] first, double[,] scores)
    {
        var candidates = new List<(int I, int J, double Score)>();
        for (var i = 0; i < _left.Count; i++)
            for (var j = 0; j < _right.Count; j++)
                if (scores[i, j] >= weights.Threshold) candidates.Add((i, j, scores[i, j]));
        candidates.Sort((x, y) => y.Score != x.Score ? y.Score.CompareTo(x.Score)
            : x.I + x.J != y.I + y.J ? (x.I + x.J).CompareTo(y.I + y.J)
            : Math.Abs(x.I - x.J).CompareTo(Math.Abs(y.I - y.J)));
        var usedLeft = new bool[_left.Count];
        var usedRight = new bool[_right.Count];
        var chosen = new List<(int I, Correspondence Match)>();
        foreach (var (i, j, score) in candidates)
        {
            if (usedLeft[i] || usedRight[j]) continue;
            usedLeft[i] = usedRight[j] = true;
            var (a, b) = (_left[i], _right[j]);
            var evidence = a.Id == b.Id ? Evidence.Id : first[i, j] >= weights.Threshold ? Evidence.Label : Evidence.Neighbourhood;
            chosen.Add((i, new Correspondence(a.Id, b.Id, Math.Round(Math.Min(1, score), 4), evidence)));
        }

        return [.. chosen.OrderBy(pair => pair.I).Select(pair => pair.Match)];
    }
}
