using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>Two operations that cannot both be made. The merged model has neither.</summary>
/// <param name="ElementId">The element, in the base's ids, about which they disagree.</param>
/// <param name="Ours">What the first descendant does.</param>
/// <param name="Theirs">What the second descendant does.</param>
public sealed record MergeConflict(string ElementId, Operation Ours, Operation Theirs);

/// <summary>What merging gives.</summary>
/// <param name="Merged">The base with the operations of both descendants, but for those in conflict.</param>
/// <param name="Conflicts">What a person must decide.</param>
/// <param name="LeftOut">Operations that were not made because they need one in conflict.</param>
public sealed record MergeResult(ProcessGraph Merged, IReadOnlyList<MergeConflict> Conflicts, IReadOnlyList<Operation> LeftOut);

/// <summary>
/// Three-way merge: the operations of both descendants are made on their common base. Operations disagree when they change the
/// same thing differently, or when one takes away what the other needs. Nothing is decided by guessing: both are left out and
/// reported. The result does not depend on which descendant is named first.
/// </summary>
public static class ThreeWayMerge
{
    /// <summary>Merges two descendants of a model.</summary>
    public static MergeResult Merge(ProcessGraph origin, ProcessGraph ours, ProcessGraph theirs, ComparisonOptions? options = null)
    {
        options = (options ?? new ComparisonOptions()) with { Pins = Pins.None, Ignored = [OperationKind.LayoutChanged] };
        // Where several answers are as good, the one found must not depend on who is named first.
        if (Matching.Order(ours, theirs) <= 0) return Ordered(origin, ours, theirs, options);
        var merge = Ordered(origin, theirs, ours, options);
        return merge with { Conflicts = [.. merge.Conflicts.Select(conflict => new MergeConflict(conflict.ElementId, conflict.Theirs, conflict.Ours))] };
    }

    private static MergeResult Ordered(ProcessGraph origin, ProcessGraph ours, ProcessGraph theirs, ComparisonOptions options)
    {
        var (left, leftMatching) = Aligned(origin, ours, options);
        var (right, rightMatching) = Aligned(origin, theirs, options);
        var (leftIds, rightIds) = Insertions.Unify(origin, left, right, options);
        var one = Script(origin, Renaming.Apply(left, leftIds), leftMatching, options);
        var other = Script(origin, Renaming.Apply(right, rightIds), rightMatching, options);
        var conflicts = new ConflictFinder(one.Operations, other.Operations).Find();
        var (leftOut, kept) = Kept(one, conflicts.Select(conflict => conflict.Ours));
        var (alsoLeftOut, alsoKept) = Kept(other, conflicts.Select(conflict => conflict.Theirs));
        var changes = kept.Concat(alsoKept).SelectMany(operation => operation.AllChanges).DistinctBy(change => change.Address).ToList();
        var merged = Changes.Apply(origin, changes);
        return new MergeResult(Layouts.Follow(Layouts.Follow(merged, one.Target), other.Target), conflicts, [.. leftOut, .. alsoLeftOut]);
    }

    private static (ProcessGraph Target, IReadOnlyList<Correspondence> Matches) Aligned(ProcessGraph origin, ProcessGraph descendant, ComparisonOptions options)
    {
        var matching = Matching.Of(origin, descendant, options);
        var target = Renaming.Align(origin, descendant, matching.Ids, out var ids);
        return (target, [.. matching.Correspondences.Select(match => match with { AfterIds = match.AfterIds.ConvertAll(id => ids[id]) })]);
    }

    private static EditScript Script(ProcessGraph origin, ProcessGraph target, IReadOnlyList<Correspondence> matches, ComparisonOptions options)
    {
        var known = Elements.Ids(origin).ToHashSet(StringComparer.Ordinal);
        var same = Elements.Ids(target).Where(known.Contains).Distinct(StringComparer.Ordinal).ToDictionary(id => id, id => id, StringComparer.Ordinal);
        return EditScript.Of(origin, target, new Matching([.. matches.Where(match => match.BeforeId == match.AfterId)], same), options);
    }

    // What needs an operation that is left out is left out too.
    private static (List<Operation> LeftOut, List<Operation> Kept) Kept(EditScript script, IEnumerable<Operation> inConflict)
    {
        var first = new HashSet<Operation>(inConflict, ReferenceEqualityComparer.Instance);
        var gone = new HashSet<Operation>(first, ReferenceEqualityComparer.Instance);
        for (var isGrowing = gone.Count > 0; isGrowing;)
        {
            isGrowing = false;
            foreach (var operation in script.Operations)
                if (!gone.Contains(operation) && script.NeededBy(operation).Any(gone.Contains)) isGrowing = gone.Add(operation);
        }

        return ([.. script.Operations.Where(operation => gone.Contains(operation) && !first.Contains(operation))], [.. script.Operations.Where(operation => !gone.Contains(operation))]);
    }
}
