using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// Looks at an assignment as a whole, in models that are versions of each other. A pair whose labels have little in common stands
/// only on its place: it is a renamed step where one step stands between the same neighbours on both sides, and no pair where it
/// is part of a longer row of strangers (that is a fragment replaced) or stands elsewhere (a step with another name in another
/// place is another step). Then single nodes left over between the same neighbours are paired, and elements without a label with
/// what is left of their kind.
/// </summary>
internal sealed class SamePlace(Side left, Side right, int[] image, Func<int, int, double> label, Func<int, int, bool> isUnlabelled, Func<int, int, bool> isAllowed, MatchWeights weights)
{
    private readonly int[] _origin = Inverse(image, right.Nodes.Length);

    /// <summary>Corrects the assignment in place.</summary>
    public void Run(IReadOnlyList<(int I, int J)> pinned)
    {
        var weak = new HashSet<int>();
        for (var i = 0; i < image.Length; i++)
            if (image[i] >= 0 && !isUnlabelled(i, image[i]) && label(i, image[i]) < weights.Weak && !pinned.Contains((i, image[i]))) weak.Add(i);
        foreach (var i in weak.Where(i => !IsAlone(i, weak)).ToList()) Part(i);
        Fill();
        Unlabelled();
    }

    private static int[] Inverse(int[] image, int count)
    {
        var origin = new int[count];
        Array.Fill(origin, -1);
        for (var i = 0; i < image.Length; i++)
            if (image[i] >= 0) origin[image[i]] = i;
        return origin;
    }

    private void Pair(int i, int j)
    {
        image[i] = j;
        _origin[j] = i;
    }

    private void Part(int i)
    {
        _origin[image[i]] = -1;
        image[i] = -1;
    }

    // One node between the same neighbours on both sides: those before or those behind belong together, and no stranger is next to it.
    private bool IsAlone(int i, HashSet<int> weak)
    {
        var j = image[i];
        if (left.IsChained(i) && right.IsChained(j))
        {
            var strangers = IsStranger(left.Previous[i][0]) || IsStranger(left.Next[i][0]) || IsStrangerThere(right.Previous[j][0]) || IsStrangerThere(right.Next[j][0]);
            if (strangers) return false;
        }

        return Agree(left.Previous[i], right.Previous[j]) || Agree(left.Next[i], right.Next[j]);

        bool IsStranger(int node) => left.IsChained(node) && !left.Nodes[node].Kind.IsGateway() && (image[node] < 0 || weak.Contains(node));
        bool IsStrangerThere(int node) => right.IsChained(node) && !right.Nodes[node].Kind.IsGateway() && (_origin[node] < 0 || weak.Contains(_origin[node]));
    }

    private bool Agree(int[] here, int[] there)
    {
        foreach (var node in here)
            if (image[node] >= 0 && Array.IndexOf(there, image[node]) >= 0) return true;
        return false;
    }

    private void Fill()
    {
        for (var i = 0; i < image.Length; i++)
        {
            if (image[i] >= 0 || !left.IsChained(i)) continue;
            var (before, behind) = (image[left.Previous[i][0]], image[left.Next[i][0]]);
            if (before < 0 || behind < 0) continue;
            foreach (var j in right.Next[before])
            {
                if (_origin[j] >= 0 || !right.IsChained(j) || right.Next[j][0] != behind || !isAllowed(i, j)) continue;
                Pair(i, j);
                break;
            }
        }
    }

    // The best supported first; without any neighbour in common only the last of its kind on both sides.
    private void Unlabelled()
    {
        var open = new List<(int Support, int I, int J)>();
        for (var i = 0; i < image.Length; i++)
        {
            if (image[i] >= 0) continue;
            for (var j = 0; j < _origin.Length; j++)
                if (_origin[j] < 0 && isUnlabelled(i, j) && left.Nodes[i].Kind == right.Nodes[j].Kind && isAllowed(i, j)) open.Add((Support(i, j), i, j));
        }

        foreach (var (support, i, j) in open.OrderByDescending(pair => pair.Support).ThenBy(pair => pair.I + pair.J).ThenBy(pair => pair.I))
        {
            if (image[i] >= 0 || _origin[j] >= 0) continue;
            var isLast = !open.Exists(other => (other.I == i) != (other.J == j) && image[other.I] < 0 && _origin[other.J] < 0);
            if (support > 0 || isLast) Pair(i, j);
        }
    }

    private int Support(int i, int j) => left.Next[i].Count(node => image[node] >= 0 && right.Next[j].Contains(image[node])) + left.Previous[i].Count(node => image[node] >= 0 && right.Previous[j].Contains(image[node]));
}
