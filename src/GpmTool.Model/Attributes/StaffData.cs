namespace GpmTool.Model;

/// <summary>
/// What an Ist says about the people who work in it: times and staffing. It is removed from the graph before anything is made of it for
/// somebody who may not see it, so that documents, pictures, comparisons and key figures all lack it.
/// </summary>
public static class StaffData
{
    /// <summary>
    /// The graph without processing, waiting and transport times, arrivals and staffing. What is carried without being understood goes too:
    /// a vendor's times stand there. The same instance when there is nothing to remove. O(elements).
    /// </summary>
    public static ProcessGraph Remove(ProcessGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var without = graph with
        {
            Processes = [.. graph.Processes.Select(process => Bare(process) with { Gpm = process.Gpm is { } gpm ? gpm with { Arrivals = null, Staffing = [] } : null })],
            Nodes = [.. graph.Nodes.Select(node => Bare(node) with { Gpm = node.Gpm is { } gpm ? gpm with { ProcessingTime = null, WaitingTime = null, TransportTime = null } : null })],
            Pools = [.. graph.Pools.Select(Bare)],
            Lanes = [.. graph.Lanes.Select(Bare)],
            RawAttributes = [],
            Raw = [],
        };
        return without == graph ? graph : without;
    }

    private static T Bare<T>(T element)
        where T : GraphElement => element.Raw.IsEmpty && element.RawAttributes.IsEmpty ? element : element with { Raw = [], RawAttributes = [] };
}
