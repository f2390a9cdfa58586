using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>
/// Puts black-box pools above or below all others, where those they talk to are nearer: no message has to pass a pool
/// that hides what is in it, unless more than one lies on a side.
/// </summary>
internal static class BlackBoxes
{
    public static void Arrange(ProcessGraph graph, Scope plane, Dictionary<string, End> ends)
    {
        var boxes = plane.Frames.FindAll(frame => frame.IsBlackBox);
        if (boxes.Count == 0 || boxes.Count == plane.Frames.Count) return;
        var partners = new Dictionary<Frame, (double Sum, int Count)>();
        foreach (var flow in graph.MessageFlows.AsSpan())
        {
            if (flow is not { SourceId: { } source, TargetId: { } target } || !ends.TryGetValue(source, out var from) || !ends.TryGetValue(target, out var to)) continue;
            Note(from.Frame, to);
            Note(to.Frame, from);
        }

        // The place among all lanes, from 0 (top) to 1 (bottom); who talks to nobody goes below.
        var ordered = boxes.OrderBy(Mean).ToList();
        var above = ordered.FindAll(frame => Mean(frame) < 0.5);
        if (above.Count > (boxes.Count + 1) / 2) above = above.GetRange(0, (boxes.Count + 1) / 2);
        // Those nearest to the others' top lie innermost on their side.
        above.Reverse();
        var below = ordered.FindAll(frame => !above.Contains(frame));
        var rest = plane.Frames.FindAll(frame => !frame.IsBlackBox);
        plane.Frames.Clear();
        plane.Frames.AddRange([.. above, .. rest, .. below]);
        for (var i = 0; i < plane.Frames.Count; i++) plane.Frames[i].Number = i;

        void Note(Frame? box, End partner)
        {
            if (box is not { IsBlackBox: true } || Place(partner) is not { } place) return;
            var (sum, count) = partners.GetValueOrDefault(box);
            partners[box] = (sum + place, count + 1);
        }

        double Mean(Frame frame) => partners.TryGetValue(frame, out var value) ? value.Sum / value.Count : 0.75;

        double? Place(End end)
        {
            var outer = end;
            while (outer.Scope.Parent is { } parent) outer = new End(parent, outer.Scope.Container);
            if (outer.Scope != plane || outer.Cell is not { Frame: { } frame } cell) return null;
            var whites = plane.Frames.FindAll(other => !other.IsBlackBox);
            var lanes = Math.Max(1, frame.Lanes.Count);
            var lane = cell.Lane is null ? 0 : Math.Max(0, frame.Lanes.FindIndex(box => Holds(box, cell.Lane)));
            return (whites.IndexOf(frame) + (lane + 0.49) / lanes) / whites.Count;
        }
    }

    private static bool Holds(LaneBox outer, LaneBox inner) => outer == inner || outer.Children.Exists(child => Holds(child, inner));
}
