using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// The way from one graph to another: operations a person would name, made of the smallest changes, which together are all
/// differences. Every change belongs to an operation, so the script makes the second graph of the first.
/// </summary>
public sealed class EditScript
{
    private readonly Dictionary<string, string> _ids;
    private readonly Lazy<Dependencies> _dependencies;

    private EditScript(ProcessGraph before, ProcessGraph target, Dictionary<string, string> ids, IReadOnlyList<Operation> operations)
    {
        Before = before;
        Target = target;
        _ids = ids;
        Operations = operations;
        _dependencies = new(() => new Dependencies(operations));
    }

    /// <summary>The first graph.</summary>
    public ProcessGraph Before { get; }

    /// <summary>The second graph in the first one's ids: what applying the whole script gives, but for order and layout.</summary>
    public ProcessGraph Target { get; }

    /// <summary>The operations.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>The id in <see cref="Target"/> for each element of the second graph.</summary>
    public IReadOnlyDictionary<string, string> Ids => _ids;

    /// <summary>All changes, each once.</summary>
    public IEnumerable<Change> Changes => Operations.SelectMany(operation => operation.AllChanges).DistinctBy(change => change.Address);

    /// <summary>Applies the whole script.</summary>
    public ProcessGraph Apply() => Apply(Operations);

    /// <summary>Applies some operations as they are; <see cref="WithNeeded"/> says which others they need.</summary>
    public ProcessGraph Apply(IEnumerable<Operation> operations) =>
        Layouts.Follow(Diff.Changes.Apply(Before, operations.SelectMany(operation => operation.AllChanges).DistinctBy(change => change.Address)), Target);

    /// <summary>The chosen operations with all that they need: an inserted step needs the flows to it, these the step inserted before it, and so on. In the order of the script.</summary>
    public IReadOnlyList<Operation> WithNeeded(IEnumerable<Operation> chosen) => _dependencies.Value.Closure(chosen);

    /// <summary>The operations that an operation needs directly.</summary>
    public IReadOnlyList<Operation> NeededBy(Operation operation) => _dependencies.Value.Of(operation);

    internal static EditScript Of(ProcessGraph before, ProcessGraph after, Matching matching, ComparisonOptions options)
    {
        var target = Renaming.Align(before, after, matching.Ids, out var ids);
        var changes = Diff.Changes.Between(before, target);
        IReadOnlyList<Operation> operations = changes.Count == 0 ? [] : new ScriptBuilder(before, after, target, matching, ids, changes).Operations();
        if (!options.Ignored.Contains(OperationKind.LayoutChanged)) operations = [.. operations, .. Layouts.Operations(before, target, ids)];
        if (!options.Ignored.IsEmpty) operations = [.. operations.Where(operation => !options.Ignored.Contains(operation.Kind))];
        return new EditScript(before, target, ids, operations);
    }
}
