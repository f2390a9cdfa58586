using GpmTool.Model;

namespace GpmTool.Analysis;

/// <summary>
/// How often a case comes to each node, from the shares of the branches: the solution of v = start + Pᵀ v, the expected
/// visits of an absorbing Markov chain (Kemeny and Snell 1960). Branches without a share divide what is left equally; a
/// parallel or inclusive split takes all its branches, its join counts them once.
/// </summary>
internal static class ExpectedVisits
{
    private const double Singular = 1e-9;

    /// <summary>The visits by node id; null when a case never ends (a loop that is always taken).</summary>
    public static Dictionary<string, double>? Of(GraphIndex index, string processId, List<FlowNode> nodes)
    {
        var count = nodes.Count;
        var number = new Dictionary<string, int>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++) number.TryAdd(nodes[i].Id, i);
        var matrix = new double[count, count + 1];
        for (var i = 0; i < count; i++) matrix[i, i] = 1;
        foreach (var (id, share) in Starts(index, processId)) matrix[number[id], count] += share;
        foreach (var node in nodes)
        {
            var from = number[node.Id];
            foreach (var (target, share) in Leaving(index, node))
                if (number.TryGetValue(target, out var to)) matrix[to, from] -= share;
            if (node.Kind.IsContainer())
                foreach (var (id, share) in Starts(index, node.Id)) matrix[number[id], from] -= share;
        }

        if (!Solve(matrix, count)) return null;
        var visits = new Dictionary<string, double>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            if (matrix[i, count] < -Singular || !double.IsFinite(matrix[i, count])) return null;
            visits[nodes[i].Id] = Math.Max(0, matrix[i, count]);
        }

        return visits;
    }

    private static IEnumerable<(string Id, double Share)> Starts(GraphIndex index, string containerId)
    {
        var starts = index.Children(containerId).Where(node => node.Kind == NodeKind.StartEvent).ToList();
        if (starts.Count > 0) return starts.Select(node => (node.Id, 1.0 / starts.Count));
        return index.Children(containerId).Where(node => node.Kind != NodeKind.BoundaryEvent && !node.TriggeredByEvent && index.Incoming(node.Id).Count == 0).Select(node => (node.Id, 1.0));
    }

    private static IEnumerable<(string Target, double Share)> Leaving(GraphIndex index, FlowNode node)
    {
        // How often a boundary event happens is the share of its own way out; without one it is not known and counts as never.
        var interrupted = 0.0;
        foreach (var boundary in index.Attached(node.Id))
        {
            var share = index.Outgoing(boundary.Id) is [{ Probability: { } probability }, ..] ? probability.Value : 0;
            if (!boundary.NonInterrupting) interrupted += share;
            if (share > 0) yield return (boundary.Id, share);
        }

        var flows = index.Outgoing(node.Id).Where(flow => index.Node(flow.TargetId) is not null).ToList();
        var all = node.Kind is NodeKind.ParallelGateway or NodeKind.InclusiveGateway || !node.Kind.IsGateway();
        var given = flows.Sum(flow => flow.Probability?.Value ?? 0);
        var open = flows.Count(flow => flow.Probability is null);
        foreach (var flow in flows)
        {
            var share = all
                ? node.Kind == NodeKind.InclusiveGateway ? flow.Probability?.Value ?? 1 : 1
                : flow.Probability?.Value ?? Math.Max(0, 1 - given) / open;
            if (node.Kind == NodeKind.BoundaryEvent) share = 1;
            yield return (flow.TargetId!, share * Math.Max(0, 1 - interrupted) / Tokens(index, index.Node(flow.TargetId)!));
        }
    }

    private static int Tokens(GraphIndex index, FlowNode target) =>
        target.Kind is NodeKind.ParallelGateway or NodeKind.InclusiveGateway ? Math.Max(1, index.Incoming(target.Id).Count) : 1;

    private static bool Solve(double[,] matrix, int count)
    {
        for (var column = 0; column < count; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < count; row++)
                if (Math.Abs(matrix[row, column]) > Math.Abs(matrix[pivot, column])) pivot = row;
            if (Math.Abs(matrix[pivot, column]) < Singular) return false;
            for (var k = column; pivot != column && k <= count; k++) (matrix[pivot, k], matrix[column, k]) = (matrix[column, k], matrix[pivot, k]);
            for (var row = 0; row < count; row++)
            {
                if (row == column || matrix[row, column] == 0) continue;
                var factor = matrix[row, column] / matrix[column, column];
                for (var k = column; k <= count; k++) matrix[row, k] -= factor * matrix[column, k];
            }
        }

        for (var row = 0; row < count; row++) matrix[row, count] /= matrix[row, row];
        return true;
    }
}
