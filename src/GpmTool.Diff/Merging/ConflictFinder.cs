namespace GpmTool.Diff;

/// <summary>Finds operations of two scripts on the same graph that cannot both be made.</summary>
internal sealed class ConflictFinder(IReadOnlyList<Operation> ours, IReadOnlyList<Operation> theirs)
{
    private readonly List<MergeConflict> _conflicts = [];
    private readonly HashSet<(string, string)> _told = [];

    public List<MergeConflict> Find()
    {
        var left = ByAddress(ours);
        var right = ByAddress(theirs);
        foreach (var (address, (change, operation)) in left)
            if (right.TryGetValue(address, out var other) && !IsSame(change, other.Change)) Add(change.Id, operation, other.Operation);
        Removals(left, right, (id, remover, user) => Add(id, remover, user));
        Removals(right, left, (id, remover, user) => Add(id, user, remover));
        return _conflicts;
    }

    private void Add(string id, Operation one, Operation other)
    {
        if (_told.Add((one.Key, other.Key))) _conflicts.Add(new MergeConflict(id, one, other));
    }

    private static Dictionary<(ElementSet, string, string?), (Change Change, Operation Operation)> ByAddress(IReadOnlyList<Operation> operations)
    {
        var changes = new Dictionary<(ElementSet, string, string?), (Change, Operation)>();
        foreach (var operation in operations)
            foreach (var change in operation.AllChanges) changes.TryAdd(change.Address, (change, operation));
        return changes;
    }

    // What one side takes away the other must neither change nor name anew.
    private static void Removals(
        Dictionary<(ElementSet, string, string?), (Change Change, Operation Operation)> removing,
        Dictionary<(ElementSet, string, string?), (Change Change, Operation Operation)> using_,
        Action<string, Operation, Operation> add)
    {
        var gone = new Dictionary<string, Operation>(StringComparer.Ordinal);
        foreach (var (change, operation) in removing.Values)
            if (change.Member is null && change.IsRemoval) gone.TryAdd(change.Id, operation);
        if (gone.Count == 0) return;
        foreach (var (address, (change, operation)) in using_)
        {
            if (removing.TryGetValue(address, out var same) && IsSame(change, same.Change)) continue;
            foreach (var id in Uses(change))
                if (gone.TryGetValue(id, out var remover)) add(id, remover, operation);
        }
    }

    private static IEnumerable<string> Uses(Change change)
    {
        if (change.Set == ElementSet.LaneMember) return change.IsAddition ? [change.Id, change.Member!] : [];
        if (change.IsRemoval) return [];
        var facets = change.Member is null ? Facets.Of(change.Set) : [Facets.Of(change.Set, change.Member)];
        var named = facets.Where(facet => facet.References is not null).SelectMany(facet => facet.References!(change.After!)).OfType<string>();
        return change.Member is null ? named : named.Append(change.Id);
    }

    private static bool IsSame(Change one, Change other) =>
        one.IsAddition == other.IsAddition && one.IsRemoval == other.IsRemoval
        && (one.Set == ElementSet.LaneMember || one.IsRemoval
            || (one.Member is null ? Facets.Of(one.Set).All(facet => facet.Same(one.After!, other.After!)) : Facets.Of(one.Set, one.Member).Same(one.After!, other.After!)));
}
