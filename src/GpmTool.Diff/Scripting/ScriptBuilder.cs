using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// Puts the smallest changes together to operations: first what has a name of its own, then steps that come and go, then what is
/// left of the flows, then attributes. Every change ends in an operation.
/// </summary>
internal sealed class ScriptBuilder
{
    private readonly Matching _matching;
    private readonly Dictionary<string, string> _ids;
    private readonly List<Change> _changes;
    private readonly HashSet<Change> _open;
    private readonly Pairing _pairing;
    private readonly Side _left;
    private readonly Side _right;
    private readonly ScriptNames _names;
    private readonly List<Draft> _drafts = [];
    private readonly Dictionary<string, Draft> _ownerOfNode = new(StringComparer.Ordinal);

    // Which graph rules look from first: the same in both directions, so that both tell the same story where several are as good.
    private readonly bool _isFlipped;

    public ScriptBuilder(ProcessGraph before, ProcessGraph after, ProcessGraph target, Matching matching, Dictionary<string, string> ids, List<Change> changes)
    {
        _matching = matching;
        _ids = ids;
        _changes = changes;
        _open = new(changes, ReferenceEqualityComparer.Instance);
        _left = new Side(new GraphIndex(before));
        _right = new Side(new GraphIndex(after));
        _names = new ScriptNames(_left.Index, new GraphIndex(target), ids);
        var image = new int[_left.Nodes.Length];
        var origin = new int[_right.Nodes.Length];
        Array.Fill(image, -1);
        Array.Fill(origin, -1);
        foreach (var match in matching.Correspondences)
        {
            var (i, j) = (_left.Number(match.BeforeId), _right.Number(match.AfterId));
            if (i < 0 || j < 0 || image[i] >= 0 || origin[j] >= 0) continue;
            image[i] = j;
            origin[j] = i;
        }

        _pairing = new Pairing(_left, _right, image, origin, new bool[image.Length], new bool[origin.Length]);
        _isFlipped = Matching.Order(before, after) > 0;
    }

    public List<Operation> Operations()
    {
        Structure();
        Nodes();
        Flows();
        new AttributeRules(_names, _changes, _open, _drafts).Run();
        return [.. _drafts.Select(draft => draft.Finished())];
    }

    private string Old(int left) => _left.Nodes[left].Id;

    private string Now(int right) => _right.Nodes[right].Id;

    // The id under which changes speak of a node of the second graph.
    private string Common(int right) => _ids[Now(right)];

    private void Structure()
    {
        var flipped = _pairing.Flipped();
        var first = _isFlipped ? flipped : _pairing;
        foreach (var (one, other) in StructureRules.Swaps(first).ToList())
        {
            var (x, y) = _isFlipped ? (_pairing.Origin[other], _pairing.Origin[one]) : (one, other);
            Add(new Draft(OperationKind.Swapped) { BeforeIds = [Old(x), Old(y)], AfterIds = [Now(_pairing.Image[x]), Now(_pairing.Image[y])], Nodes = [Old(x), Old(y)] });
        }

        InOrder(() => Each(StructureRules.GatewayPairs(_pairing), LostGateways), () => Each(StructureRules.GatewayPairs(flipped), pair => NewGateways(flipped, pair)));
        Groups();
        InOrder(() => SubProcesses(_pairing, OperationKind.SubProcessInlined), () => SubProcesses(flipped, OperationKind.SubProcessExtracted));
        foreach (var x in StructureRules.Moves(_pairing).ToList())
        {
            _pairing.Settle(x);
            Add(new Draft(OperationKind.Moved) { BeforeIds = [Old(x)], AfterIds = [Now(_pairing.Image[x])], Nodes = [Old(x)], Attribute = "position", Old = Around(_left, x), New = Around(_right, _pairing.Image[x]) });
        }

        foreach (var (one, other) in StructureRules.Fragments(first).ToList())
        {
            var (gone, come) = _isFlipped ? (other, one) : (one, other);
            Add(new Draft(OperationKind.FragmentReplaced)
            {
                BeforeIds = [.. gone.Select(Old)],
                AfterIds = [.. come.Select(Now)],
                Attribute = "steps",
                Old = Row(_left, gone),
                New = Row(_right, come),
                Parts = [.. gone.Select(Removed), .. come.Select(Inserted)],
            });
        }
    }

    // What looks from the first graph and what looks from the second, in the order that does not depend on the direction.
    private void InOrder(Action before, Action after)
    {
        (_isFlipped ? after : before)();
        (_isFlipped ? before : after)();
    }

    private static void Each<T>(IEnumerable<T> items, Action<T> action)
    {
        foreach (var item in items.ToList()) action(item);
    }

    private void NewGateways(Pairing flipped, StructureRules.GatewayPair pair)
    {
        var gateways = new[] { pair.Split, pair.Join };
        if (pair.Steps is { } steps && RunsAll(_right.Nodes[pair.Split]))
        {
            Add(new Draft(OperationKind.Parallelised)
            {
                BeforeIds = [.. steps.Select(step => Old(flipped.Image[step]))],
                AfterIds = [.. steps.Concat(gateways).Select(Now)],
                Nodes = [.. steps.Select(step => Old(flipped.Image[step]))],
                Parts = [.. gateways.Select(Inserted)],
            });
        }
        else
        {
            Add(new Draft(OperationKind.GatewaysAdded) { AfterIds = [.. gateways.Select(Now)], Parts = [.. gateways.Select(Inserted)] });
        }
    }

    private void LostGateways(StructureRules.GatewayPair pair)
    {
        var gateways = new[] { pair.Split, pair.Join };
        var draft = new Draft(OperationKind.GatewaysRemoved) { BeforeIds = [.. gateways.Select(Old)], Parts = [.. gateways.Select(Removed)] };
        if (pair.Steps is { } steps && RunsAll(_left.Nodes[pair.Split]))
            draft.Parts.Add(new Draft(OperationKind.Serialised) { BeforeIds = [.. steps.Select(Old)], AfterIds = [.. steps.Select(step => Now(_pairing.Image[step]))], Nodes = [.. steps.Select(Old)] });
        Add(draft);
    }

    private static bool RunsAll(FlowNode gateway) => gateway.Kind is NodeKind.ParallelGateway or NodeKind.InclusiveGateway;

    // One step there, several here: what only one side has is part of the merging or splitting.
    private void Groups()
    {
        foreach (var match in _matching.Correspondences)
        {
            var gone = match.BeforeIds.Skip(1).Select(_left.Number).Where(node => node >= 0 && !_pairing.IsKept(node) && !_pairing.IsSettledLeft[node]).ToList();
            var come = match.AfterIds.Skip(1).Select(_right.Number).Where(node => node >= 0 && _pairing.Origin[node] < 0 && !_pairing.IsSettledRight[node]).ToList();
            if (gone.Count == 0 && come.Count == 0) continue;
            foreach (var node in gone) _pairing.IsSettledLeft[node] = true;
            foreach (var node in come) _pairing.IsSettledRight[node] = true;
            var (all, becomes) = (gone.Prepend(_left.Number(match.BeforeId)).ToList(), come.Prepend(_right.Number(match.AfterId)).ToList());
            var isReplaced = all.Count == becomes.Count;
            Add(new Draft(isReplaced ? OperationKind.FragmentReplaced : all.Count > becomes.Count ? OperationKind.StepsMerged : OperationKind.StepSplit)
            {
                BeforeIds = [.. all.Select(Old)],
                AfterIds = [.. becomes.Select(Now)],
                Attribute = isReplaced ? "steps" : null,
                Old = isReplaced ? Row(_left, all) : null,
                New = isReplaced ? Row(_right, becomes) : null,
                Parts = [.. gone.Select(Removed), .. come.Select(Inserted)],
            });
        }
    }

    private void SubProcesses(Pairing pairing, OperationKind kind)
    {
        for (var container = 0; container < pairing.Left.Nodes.Length; container++)
        {
            if (pairing.IsKept(container) || pairing.IsSettledLeft[container] || !pairing.Left.Nodes[container].Kind.IsContainer()) continue;
            var inside = pairing.Left.Index.Children(pairing.Left.Nodes[container].Id).Select(node => pairing.Left.Number(node.Id)).Where(node => node >= 0).ToList();
            var kept = inside.Where(pairing.IsKept).ToList();
            if (kept.Count == 0) continue;
            foreach (var node in inside) pairing.Settle(node);
            pairing.Settle(container);
            var own = inside.Where(node => !pairing.IsKept(node)).Prepend(container).ToList();
            var isExtracted = kind == OperationKind.SubProcessExtracted;
            Add(new Draft(kind)
            {
                BeforeIds = isExtracted ? [.. kept.Select(node => Old(pairing.Image[node]))] : [Old(container), .. kept.Select(Old)],
                AfterIds = isExtracted ? [Now(container), .. kept.Select(Now)] : [.. kept.Select(node => Now(pairing.Image[node]))],
                Nodes = [.. kept.Select(node => isExtracted ? Old(pairing.Image[node]) : Old(node))],
                Parts = [.. own.Select(node => isExtracted ? Inserted(node) : Removed(node))],
            });
        }
    }

    // Steps that come or go and that nothing else explains.
    private void Nodes()
    {
        for (var i = 0; i < _left.Nodes.Length; i++)
            if (!_pairing.IsKept(i) && !_ownerOfNode.ContainsKey(Old(i))) Add(Removed(i));
        for (var j = 0; j < _right.Nodes.Length; j++)
            if (_pairing.Origin[j] < 0 && !_ownerOfNode.ContainsKey(Common(j))) Add(Inserted(j));
    }

    private Draft Removed(int left)
    {
        var node = _left.Nodes[left];
        return new Draft(node.Kind.IsGateway() ? OperationKind.GatewayRemoved : OperationKind.Removed) { BeforeIds = [node.Id], Old = node.Name ?? "", Nodes = [node.Id] };
    }

    private Draft Inserted(int right)
    {
        var node = _right.Nodes[right];
        return new Draft(node.Kind.IsGateway() ? OperationKind.GatewayInserted : OperationKind.Inserted) { AfterIds = [node.Id], New = node.Name ?? "", Nodes = [Common(right)] };
    }

    private void Add(Draft draft)
    {
        _drafts.Add(draft);
        Own(draft, draft);
    }

    // Nodes belong to the innermost operation that speaks of them; who has one already keeps it.
    private void Own(Draft draft, Draft top)
    {
        foreach (var part in draft.Parts) Own(part, top);
        foreach (var node in draft.Nodes) _ownerOfNode.TryAdd(node, draft);
    }

    private void Flows()
    {
        foreach (var change in _changes)
        {
            var owner = change.Set switch
            {
                ElementSet.Node when change.Member is null => _ownerOfNode.GetValueOrDefault(change.Id),
                ElementSet.Node when change.Member is "parent" => _ownerOfNode.GetValueOrDefault(change.Id),
                ElementSet.LaneMember => _ownerOfNode.TryGetValue(change.Member!, out var draft) && draft.Kind is OperationKind.Inserted or OperationKind.Removed or OperationKind.GatewayInserted or OperationKind.GatewayRemoved ? draft : null,
                ElementSet.Flow when change.Member is null or "source" or "target" or "parent" => OfFlow((SequenceFlow?)change.Before, (SequenceFlow?)change.After),
                _ => null,
            };
            if (owner is not null && _open.Remove(change)) owner.Changes.Add(change);
        }

        // What differs in a flow that was led elsewhere belongs to the same operation.
        var led = new Dictionary<string, Draft>(StringComparer.Ordinal);
        foreach (var draft in _drafts.SelectMany(WithParts))
            foreach (var change in draft.Changes.Where(change => change.Set == ElementSet.Flow && change.Member is "source" or "target")) led.TryAdd(change.Id, draft);
        foreach (var change in _changes)
            if (change.Set == ElementSet.Flow && change.Member is "name" or "condition" or "probability" && led.TryGetValue(change.Id, out var owner) && _open.Remove(change)) owner.Changes.Add(change);
        Defaults();
        Leftovers();
    }

    private static IEnumerable<Draft> WithParts(Draft draft) => draft.Parts.SelectMany(WithParts).Prepend(draft);

    private Draft? OfFlow(SequenceFlow? old, SequenceFlow? now)
    {
        if (now is null && FlowRules.IsBranch(_pairing, _left.Number(old!.SourceId))) return null;
        if (old is null && FlowRules.IsBranch(_pairing.Flipped(), _right.Number(_names.Now(now!.SourceId)))) return null;
        foreach (var id in (ReadOnlySpan<string?>)[old?.SourceId, old?.TargetId, now?.SourceId, now?.TargetId])
            if (id is not null && _ownerOfNode.TryGetValue(id, out var draft)) return draft;
        return (old is null ? null : Bridged(_pairing.Flipped(), Image(old.SourceId), Image(old.TargetId), Common))
            ?? (now is null ? null : Bridged(_pairing, _left.Number(now.SourceId), _left.Number(now.TargetId), Old));
    }

    private int Image(string? id) => _left.Number(id) is var node and >= 0 ? _pairing.Image[node] : -1;

    // A flow is explained where the other graph leads the same way over nodes that came, went or moved.
    private Draft? Bridged(Pairing other, int from, int to, Func<int, string> name)
    {
        if (from < 0 || to < 0) return null;
        var first = StructureRules.Bridge(other, from, to, node => _ownerOfNode.ContainsKey(name(node)));
        return first < 0 ? null : _ownerOfNode.GetValueOrDefault(name(first));
    }

    // Another default flow because the old one is gone or the new one new is part of that.
    private void Defaults()
    {
        var owners = new Dictionary<string, Draft>(StringComparer.Ordinal);
        foreach (var draft in _drafts.SelectMany(WithParts))
            foreach (var change in draft.Changes.Where(change => change.Set == ElementSet.Flow)) owners.TryAdd(change.Id, draft);
        foreach (var change in _changes)
        {
            if (change.Set != ElementSet.Node || change.Member != "default") continue;
            var (old, now) = (((FlowNode)change.Before!).DefaultFlowId, ((FlowNode)change.After!).DefaultFlowId);
            if (((old is not null && owners.TryGetValue(old, out var owner)) || (now is not null && owners.TryGetValue(now, out owner))) && _open.Remove(change)) owner.Changes.Add(change);
        }
    }

    private void Leftovers()
    {
        foreach (var change in _changes)
        {
            if (change.Set != ElementSet.Flow || !_open.Contains(change) || change.Member is not (null or "source" or "target")) continue;
            var own = _changes.Where(other => other.Set == ElementSet.Flow && other.Id == change.Id && _open.Contains(other)).ToList();
            var draft = new Draft(FlowRules.Kind(_left, _right, _names, (SequenceFlow?)change.Before, (SequenceFlow?)change.After))
            {
                BeforeIds = change.Before is null ? [] : [change.Id],
                AfterIds = change.After is null ? [] : [_names.Now(change.Id)],
                Attribute = "flow",
                Old = _names.Flow((SequenceFlow?)change.Before, isBefore: true),
                New = _names.Flow((SequenceFlow?)change.After, isBefore: false),
            };
            foreach (var one in own) _open.Remove(one);
            draft.Changes.AddRange(own);
            _drafts.Add(draft);
        }
    }

    private static string Row(Side side, List<int> nodes) => string.Join(" → ", nodes.Select(node => ScriptNames.Label(side.Nodes[node])));

    private static string Around(Side side, int node)
    {
        string Names(int[] others) => string.Join(", ", others.Select(other => ScriptNames.Label(side.Nodes[other])).Order(StringComparer.Ordinal));
        return $"{Names(side.Previous[node])} → {Names(side.Next[node])}";
    }
}
