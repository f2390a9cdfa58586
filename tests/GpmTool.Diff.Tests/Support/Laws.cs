using GpmTool.Model;

namespace GpmTool.Diff.Tests;

/// <summary>What holds for every comparison of two graphs, whoever drew them.</summary>
internal static class Laws
{
    /// <summary>The script makes the second graph of the first.</summary>
    public static void Applies(ProcessGraph a, ProcessGraph b)
    {
        var script = ProcessComparison.Compare(a, b).Script;
        Versions.Hash(script.Apply()).ShouldBe(Versions.Hash(script.Target));
        Versions.Hash(Bare(Renaming.Apply(script.Target, script.Ids.ToDictionary(pair => pair.Value, pair => pair.Key)) with { Id = b.Id })).ShouldBe(Versions.Hash(Bare(b)));
    }

    // Ids that nothing refers to: of event definitions, lane sets, and as a document wrote them twice.
    private static ProcessGraph Bare(ProcessGraph graph) => Elements.With(graph, set => Elements.Of(graph, set).Select(element => (element with { DocumentId = null }) switch
    {
        FlowNode node => node with { EventDefinitions = node.EventDefinitions.ConvertAll(definition => definition with { Id = "" }) },
        Lane lane => lane with { LaneSetId = null },
        var other => other,
    }));

    /// <summary>Matched elements keep the first graph's ids, others carry the second's.</summary>
    public static void KeepsIds(ProcessGraph a, ProcessGraph b)
    {
        var result = ProcessComparison.Compare(a, b);
        foreach (var match in result.Correspondences) result.Script.Ids[match.AfterId].ShouldBe(match.BeforeId);
        var own = Elements.Ids(a).ToHashSet();
        foreach (var node in b.Nodes.Where(node => result.Correspondences.All(match => match.AfterId != node.Id) && !own.Contains(node.Id))) result.Script.Ids[node.Id].ShouldBe(node.Id);
    }

    /// <summary>What has no partner stands only where something comes or goes.</summary>
    public static void Accounts(ProcessGraph a, ProcessGraph b)
    {
        var result = ProcessComparison.Compare(a, b);
        Leaves(result.Operations, OperationKind.Removed, OperationKind.GatewayRemoved).SelectMany(operation => operation.BeforeIds)
            .ShouldBe(a.Nodes.Select(node => node.Id).Except(result.Correspondences.Select(match => match.BeforeId)), ignoreOrder: true);
        Leaves(result.Operations, OperationKind.Inserted, OperationKind.GatewayInserted).SelectMany(operation => operation.AfterIds)
            .ShouldBe(b.Nodes.Select(node => node.Id).Except(result.Correspondences.Select(match => match.AfterId)), ignoreOrder: true);
    }

    /// <summary>Each direction tells the other's story backwards.</summary>
    public static void Mirrors(ProcessGraph a, ProcessGraph b)
    {
        var (there, back) = (ProcessComparison.Compare(a, b), ProcessComparison.Compare(b, a));
        back.Correspondences.Select(match => (match.AfterId, match.BeforeId)).ShouldBe(there.Correspondences.Select(match => (match.BeforeId, match.AfterId)), ignoreOrder: true);
        var (mirrored, plain) = (back.Operations.Select(Mirrored).Order().ToList(), there.Operations.Select(Plain).Order().ToList());
        if (mirrored.SequenceEqual(plain)) return;
        Assert.Fail($"Only one way: {string.Join(" | ", plain.Except(mirrored))}; only the other: {string.Join(" | ", mirrored.Except(plain))}");
    }

    private static IEnumerable<Operation> Leaves(IEnumerable<Operation> operations, params OperationKind[] kinds) =>
        operations.SelectMany(operation => Leaves(operation.Parts, kinds).Concat(kinds.Contains(operation.Kind) ? [operation] : []));

    private static string Plain(Operation operation) => $"{operation.Kind} {Text(operation.BeforeIds)} {Text(operation.AfterIds)} {operation.Attribute} {operation.OldValue} {operation.NewValue}";

    private static string Mirrored(Operation operation) =>
        Plain(operation with { Kind = Mirror(operation), BeforeIds = Swapped(operation).Before, AfterIds = Swapped(operation).After, OldValue = operation.NewValue, NewValue = operation.OldValue });

    // Side by side there is one after the other here: the gateways are part of the one, the steps part of the other.
    private static (ValueList<string> Before, ValueList<string> After) Swapped(Operation operation) => operation.Kind switch
    {
        OperationKind.Parallelised => (operation.AfterIds.RemoveAll(id => operation.AfterIds.Count - operation.BeforeIds.Count > 0 && operation.AfterIds.ToList().IndexOf(id) < operation.BeforeIds.Count), []),
        OperationKind.GatewaysRemoved when Serial(operation) is { } serial => (serial.AfterIds, serial.BeforeIds.AddRange(operation.BeforeIds)),
        _ => (operation.AfterIds, operation.BeforeIds),
    };

    private static Operation? Serial(Operation operation) => operation.Parts.FirstOrDefault(part => part.Kind == OperationKind.Serialised);

    private static OperationKind Mirror(Operation operation) => operation.Kind switch
    {
        OperationKind.Inserted => OperationKind.Removed,
        OperationKind.Removed => OperationKind.Inserted,
        OperationKind.GatewayInserted => OperationKind.GatewayRemoved,
        OperationKind.GatewayRemoved => OperationKind.GatewayInserted,
        OperationKind.GatewaysAdded or OperationKind.Parallelised => OperationKind.GatewaysRemoved,
        OperationKind.GatewaysRemoved => Serial(operation) is null ? OperationKind.GatewaysAdded : OperationKind.Parallelised,
        OperationKind.FlowAdded => OperationKind.FlowRemoved,
        OperationKind.FlowRemoved => OperationKind.FlowAdded,
        OperationKind.BranchAdded => OperationKind.BranchRemoved,
        OperationKind.BranchRemoved => OperationKind.BranchAdded,
        OperationKind.LoopAdded => OperationKind.LoopRemoved,
        OperationKind.LoopRemoved => OperationKind.LoopAdded,
        OperationKind.StepsMerged => OperationKind.StepSplit,
        OperationKind.StepSplit => OperationKind.StepsMerged,
        OperationKind.SubProcessExtracted => OperationKind.SubProcessInlined,
        OperationKind.SubProcessInlined => OperationKind.SubProcessExtracted,
        var kind => kind,
    };

    private static string Text(ValueList<string> ids) => string.Join(',', ids.Order(StringComparer.Ordinal));
}
