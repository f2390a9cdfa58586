using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// Which operations need which others. An operation needs the one that brings an element its own changes name, and one that takes
/// an element away needs those that take away what names it; a flow between two new or gone elements ties their operations together.
/// </summary>
internal sealed class Dependencies
{
    private readonly IReadOnlyList<Operation> _operations;
    private readonly HashSet<int>[] _needs;
    private readonly Dictionary<Operation, int> _numbers = new(ReferenceEqualityComparer.Instance);

    public Dependencies(IReadOnlyList<Operation> operations)
    {
        _operations = operations;
        _needs = new HashSet<int>[operations.Count];
        var brings = new Dictionary<string, int>(StringComparer.Ordinal);
        var takes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < operations.Count; i++)
        {
            _needs[i] = [];
            _numbers.TryAdd(operations[i], i);
            foreach (var change in operations[i].AllChanges)
            {
                if (change.Member is not null) continue;
                if (change.IsAddition) brings.TryAdd(change.Id, i);
                else if (change.IsRemoval) takes.TryAdd(change.Id, i);
            }
        }

        for (var i = 0; i < operations.Count; i++)
        {
            foreach (var change in operations[i].AllChanges)
            {
                foreach (var id in Named(change, change.After))
                    if (brings.TryGetValue(id, out var other)) Tie(i, other, isBoth: change.Set == ElementSet.Flow);
                foreach (var id in Named(change, change.Before))
                    if (takes.TryGetValue(id, out var other)) Tie(other, i, isBoth: change.Set == ElementSet.Flow);
            }
        }
    }

    public IReadOnlyList<Operation> Of(Operation operation) => _numbers.TryGetValue(operation, out var i) ? [.. _needs[i].Order().Select(other => _operations[other])] : [];

    public IReadOnlyList<Operation> Closure(IEnumerable<Operation> chosen)
    {
        var needed = new HashSet<int>();
        var waiting = new Queue<int>();
        foreach (var operation in chosen)
            if (_numbers.TryGetValue(operation, out var i) && needed.Add(i)) waiting.Enqueue(i);
        while (waiting.TryDequeue(out var i))
            foreach (var other in _needs[i])
                if (needed.Add(other)) waiting.Enqueue(other);
        return [.. needed.Order().Select(i => _operations[i])];
    }

    private void Tie(int one, int other, bool isBoth)
    {
        if (one == other) return;
        _needs[one].Add(other);
        if (isBoth) _needs[other].Add(one);
    }

    // The ids that a change makes an element name, or lets go of.
    private static IEnumerable<string> Named(Change change, GraphElement? element)
    {
        if (element is null) return [];
        if (change.Set == ElementSet.LaneMember) return [change.Id, change.Member!];
        var facets = change.Member is null ? Facets.Of(change.Set) : [Facets.Of(change.Set, change.Member)];
        return facets.Where(facet => facet.References is not null).SelectMany(facet => facet.References!(element)).OfType<string>().Append(change.Member is null ? "" : change.Id);
    }
}
