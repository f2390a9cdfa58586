namespace GpmTool.Diff;

/// <summary>Makes correspondences with their reasons out of what the matcher found, pins first.</summary>
internal static class NodeMatching
{
    /// <summary>The correspondences of two graphs.</summary>
    public static List<Correspondence> Of(Side left, Side right, ComparisonOptions options)
    {
        var pinned = Pinned(left, right, options.Pins);
        var matcher = new GraphMatcher(left, right, options with { Pins = Reserved(left, right, options.Pins, pinned) });
        var image = matcher.Match(pinned);
        var groups = Groups.Of(left, right, matcher, image, options);
        var places = (Left: Places.Of(left), Right: Places.Of(right));
        var correspondences = new List<Correspondence>();
        for (var i = 0; i < image.Length; i++)
        {
            if (image[i] is not (>= 0 and var j)) continue;
            correspondences.Add(Correspond(left, right, matcher, places, pinned, i, j) with
            {
                IsPresumed = matcher.Presumed[i],
                BeforeIds = [left.Nodes[i].Id, .. groups.Before.GetValueOrDefault(i, []).Select(k => left.Nodes[k].Id)],
                AfterIds = [right.Nodes[j].Id, .. groups.After.GetValueOrDefault(j, []).Select(k => right.Nodes[k].Id)],
            });
        }

        return correspondences;
    }

    // Of several pins that name a node, the first leads; Groups adds the others.
    private static List<(int I, int J)> Pinned(Side left, Side right, Pins pins)
    {
        var pinned = new List<(int I, int J)>();
        foreach (var pin in pins.Same)
        {
            var (i, j) = (left.Number(pin.BeforeId), right.Number(pin.AfterId));
            if (i >= 0 && j >= 0 && !pinned.Exists(pair => pair.I == i || pair.J == j)) pinned.Add((i, j));
        }

        return pinned;
    }

    // What a person pinned as a further node of a pair is nobody else's partner.
    private static Pins Reserved(Side left, Side right, Pins pins, List<(int I, int J)> pinned)
    {
        var different = new List<Pin>();
        foreach (var pin in pins.Same)
        {
            var (i, j) = (left.Number(pin.BeforeId), right.Number(pin.AfterId));
            if (i < 0 || j < 0 || pinned.Contains((i, j))) continue;
            if (!pinned.Exists(pair => pair.J == j)) different.AddRange(left.Nodes.Where(node => node.Id != pin.BeforeId).Select(node => new Pin(node.Id, pin.AfterId)));
            if (!pinned.Exists(pair => pair.I == i)) different.AddRange(right.Nodes.Where(node => node.Id != pin.AfterId).Select(node => new Pin(pin.BeforeId, node.Id)));
        }

        return different.Count == 0 ? pins : pins with { Different = pins.Different.AddRange(different) };
    }

    private static Correspondence Correspond(Side left, Side right, GraphMatcher matcher, (double[] Left, double[] Right) places, List<(int I, int J)> pinned, int i, int j)
    {
        var (a, b) = (left.Nodes[i], right.Nodes[j]);
        var label = matcher.Label(i, j);
        var around = SimilarityFlooding.Around(left, right, matcher.Scores, i, j);
        var evidence = pinned.Contains((i, j)) ? Evidence.Pinned : a.Id == b.Id ? Evidence.Id : !matcher.IsUnlabelled(i) && label >= around ? Evidence.Label : Evidence.Neighbourhood;
        var reasons = new List<EvidenceValue>(6) { new(Evidence.Label, Rounded(label)), new(Evidence.Type, a.Kind == b.Kind ? 1 : 0), new(Evidence.Neighbourhood, Rounded(around)), new(Evidence.Position, Rounded(1 - Math.Abs(places.Left[i] - places.Right[j]))) };
        if (left.Roles[i] is not null || right.Roles[j] is not null) reasons.Add(new(Evidence.Role, Rounded(matcher.Role(i, j))));
        if (GraphMatcher.Documents(a, b) is var documents and > 0) reasons.Add(new(Evidence.Documents, Rounded(documents)));
        if (a.Id == b.Id) reasons.Add(new(Evidence.Id, 1));
        return new Correspondence(a.Id, b.Id, evidence == Evidence.Pinned ? 1 : Rounded(Math.Min(1, matcher.Scores[i, j])), evidence) { Reasons = [.. reasons] };
    }

    private static double Rounded(double value) => Math.Round(value, 4);
}
