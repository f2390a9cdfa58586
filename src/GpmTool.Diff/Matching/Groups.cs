using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// One step there, several here: a step without a partner joins the partner of a step beside it when both say the same, and
/// whatever a person pinned.
/// </summary>
internal static class Groups
{
    /// <summary>For a matched node of either side the further nodes of its own side that belong to it.</summary>
    public static (Dictionary<int, List<int>> Before, Dictionary<int, List<int>> After) Of(Side left, Side right, GraphMatcher matcher, int[] image, ComparisonOptions options)
    {
        var origin = new int[right.Nodes.Length];
        Array.Fill(origin, -1);
        for (var i = 0; i < image.Length; i++)
            if (image[i] >= 0) origin[image[i]] = i;
        var before = new Dictionary<int, List<int>>();
        var after = new Dictionary<int, List<int>>();
        var grouped = new HashSet<(bool, int)>();
        foreach (var pin in options.Pins.Same)
        {
            var (i, j) = (left.Number(pin.BeforeId), right.Number(pin.AfterId));
            if (i < 0 || j < 0 || image[i] == j) continue;
            if (image[i] < 0 && origin[j] >= 0) Join(before, origin[j], i, isBefore: true);
            else if (origin[j] < 0 && image[i] >= 0) Join(after, image[i], j, isBefore: false);
        }

        for (var i = 0; i < image.Length; i++)
            if (image[i] < 0 && left.Nodes[i].Kind.IsActivity() && Best(left, i, image, k => matcher.Label(i, image[k])) is var leader and >= 0) Join(before, leader, i, isBefore: true);
        for (var j = 0; j < origin.Length; j++)
            if (origin[j] < 0 && right.Nodes[j].Kind.IsActivity() && Best(right, j, origin, k => matcher.Label(origin[k], j)) is var leader and >= 0) Join(after, leader, j, isBefore: false);
        return (before, after);

        int Best(Side side, int node, int[] partner, Func<int, double> label)
        {
            var best = -1;
            var most = options.Weights.Group;
            // Models drawn independently say the same thing in several places; in versions of one model the flow must agree.
            foreach (var beside in matcher.Kinship > 0 ? side.Next[node].Concat(side.Previous[node]) : Enumerable.Range(0, partner.Length))
            {
                if (partner[beside] < 0 || !side.Nodes[beside].Kind.IsActivity()) continue;
                var alike = label(beside);
                if (alike < most || (alike == most && best >= 0)) continue;
                best = beside;
                most = alike;
            }

            return best;
        }

        void Join(Dictionary<int, List<int>> groups, int leader, int node, bool isBefore)
        {
            if (!grouped.Add((isBefore, node))) return;
            if (!groups.TryGetValue(leader, out var members)) groups[leader] = members = [];
            members.Add(node);
        }
    }
}
