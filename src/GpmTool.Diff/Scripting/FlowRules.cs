using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>What a flow is called that came, went or leads elsewhere, between nodes that both graphs have.</summary>
internal static class FlowRules
{
    /// <summary>The kind of operation; a way back is a loop, another way out of a split is a branch.</summary>
    public static OperationKind Kind(Side left, Side right, Pairing pairing, SequenceFlow? old, SequenceFlow? now)
    {
        if (old is not null && now is not null) return OperationKind.FlowChanged;
        if (old is not null) return Kind(left, old.SourceId, old.TargetId, OperationKind.LoopRemoved, OperationKind.BranchRemoved, OperationKind.FlowRemoved);
        var (source, target) = (Image(now!.SourceId), Image(now.TargetId));
        return Kind(right, source, target, OperationKind.LoopAdded, OperationKind.BranchAdded, OperationKind.FlowAdded);

        string? Image(string? id) => left.Number(id) is var node and >= 0 && pairing.Image[node] is var image and >= 0 ? right.Nodes[image].Id : null;
    }

    private static OperationKind Kind(Side side, string? source, string? target, OperationKind loop, OperationKind branch, OperationKind other)
    {
        var (from, to) = (side.Number(source), side.Number(target));
        if (from < 0 || to < 0) return other;
        return Leads(side, to, from) ? loop : side.Nodes[from].Kind.IsGateway() && side.Next[from].Length > 1 ? branch : other;
    }

    private static bool Leads(Side side, int from, int to)
    {
        var seen = new HashSet<int>();
        var waiting = new Queue<int>([from]);
        while (waiting.TryDequeue(out var node))
        {
            if (node == to) return true;
            if (!seen.Add(node)) continue;
            foreach (var next in side.Next[node]) waiting.Enqueue(next);
        }

        return false;
    }
}
