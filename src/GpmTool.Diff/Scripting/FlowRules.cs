using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>What a flow is called that came, went or leads elsewhere, between nodes that both graphs have.</summary>
internal static class FlowRules
{
    /// <summary>The kind of operation; a way back is a loop, another way out of a split is a branch.</summary>
    public static OperationKind Kind(Side left, Side right, ScriptNames names, SequenceFlow? old, SequenceFlow? now)
    {
        if (old is not null && now is not null) return OperationKind.FlowChanged;
        return old is not null
            ? Kind(left, left.Number(old.SourceId), left.Number(old.TargetId), OperationKind.LoopRemoved, OperationKind.BranchRemoved, OperationKind.FlowRemoved)
            : Kind(right, right.Number(names.Now(now!.SourceId)), right.Number(names.Now(now.TargetId)), OperationKind.LoopAdded, OperationKind.BranchAdded, OperationKind.FlowAdded);
    }

    /// <summary>Whether a flow that only the left has is one branch more of a gateway that both have: not a step put into a branch.</summary>
    public static bool IsBranch(Pairing pairing, int source) =>
        source >= 0 && pairing.IsKept(source) && pairing.IsGateway(source) && pairing.Left.Next[source].Length > 1 && pairing.Left.Next[source].Length > pairing.Right.Next[pairing.Image[source]].Length;

    private static OperationKind Kind(Side side, int from, int to, OperationKind loop, OperationKind branch, OperationKind other)
    {
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
