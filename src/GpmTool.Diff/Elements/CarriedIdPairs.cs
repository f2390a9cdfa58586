using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// Ids inside what elements carry without our understanding it (the data outputs of a task, say): another tool writes others there
/// too. Ids in the same place of two pieces that matched elements carry are the same thing.
/// </summary>
internal static class CarriedIdPairs
{
    /// <summary>The first graph's id for each id in the same place of the second.</summary>
    /// <param name="before">The first graph.</param>
    /// <param name="after">The second graph.</param>
    /// <param name="matched">The first graph's id for each matched element of the second.</param>
    public static Dictionary<string, string> Of(ProcessGraph before, ProcessGraph after, IReadOnlyDictionary<string, string> matched)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        Dictionary<string, GraphElement>? old = null;
        foreach (var set in Elements.Sets)
        {
            foreach (var element in Elements.Of(after, set))
            {
                if (!Carries(element)) continue;
                old ??= Carrying(before);
                if (old.Count == 0) return pairs;
                var id = set == ElementSet.Document ? Elements.DocumentId : matched.GetValueOrDefault(element.Id);
                if (id is not null && old.TryGetValue(id, out var partner)) Pair(partner, element, pairs);
            }
        }

        return pairs;
    }

    /// <summary>A piece with other ids, where it states or names them; the same piece when it names none of them.</summary>
    public static ValueList<RawElement> Renamed(ValueList<RawElement> pieces, IReadOnlyDictionary<string, string> ids) => pieces.IsEmpty ? pieces : pieces.ConvertAll(piece => Renamed(piece, ids));

    /// <summary>What pieces are but for ids.</summary>
    public static int Shape(ValueList<RawElement> pieces)
    {
        var hash = new HashCode();
        foreach (var piece in pieces.AsSpan())
        {
            hash.Add(piece.Kind);
            hash.Add(piece.Name);
            if (!IsReference(piece.Name))
            {
                hash.Add(piece.Value);
                hash.Add(Shape(piece.Children));
            }

            foreach (var attribute in piece.Attributes.AsSpan())
            {
                hash.Add(attribute.Name);
                if (!IsId(attribute) && !IsReference(attribute.Name)) hash.Add(attribute.Value);
            }
        }

        return hash.ToHashCode();
    }

    private static bool Carries(GraphElement element) => !element.Raw.IsEmpty || element is FlowNode { EventDefinitions.IsEmpty: false };

    private static Dictionary<string, GraphElement> Carrying(ProcessGraph graph)
    {
        var elements = new Dictionary<string, GraphElement>(StringComparer.Ordinal);
        foreach (var set in Elements.Sets)
            foreach (var element in Elements.Of(graph, set))
                if (Carries(element)) elements.TryAdd(element.Id, element);
        return elements;
    }

    private static void Pair(GraphElement before, GraphElement after, Dictionary<string, string> pairs)
    {
        Pair(before.Raw, after.Raw, pairs);
        if (before is not FlowNode old || after is not FlowNode now) return;
        for (var i = 0; i < Math.Min(old.EventDefinitions.Count, now.EventDefinitions.Count); i++) Pair(old.EventDefinitions[i].Raw, now.EventDefinitions[i].Raw, pairs);
    }

    private static void Pair(ValueList<RawElement> before, ValueList<RawElement> after, Dictionary<string, string> pairs)
    {
        if (before.Count != after.Count) return;
        for (var i = 0; i < before.Count; i++)
        {
            var (old, now) = (before[i], after[i]);
            if (old.Kind != now.Kind || old.Name != now.Name) continue;
            if (Id(old) is { } oldId && Id(now) is { } newId) pairs.TryAdd(newId, oldId);
            Pair(old.Children, now.Children, pairs);
        }
    }

    private static string? Id(RawElement piece)
    {
        foreach (var attribute in piece.Attributes.AsSpan())
            if (IsId(attribute)) return attribute.Value;
        return null;
    }

    private static RawElement Renamed(RawElement piece, IReadOnlyDictionary<string, string> ids)
    {
        var attributes = piece.Attributes.ConvertAll(attribute => (IsId(attribute) || IsReference(attribute.Name)) && ids.TryGetValue(attribute.Value, out var id) ? attribute with { Value = id } : attribute);
        var children = IsReference(piece.Name)
            ? piece.Children.ConvertAll(child => child.Value?.Trim() is { Length: > 0 } named && ids.TryGetValue(named, out var id) ? child with { Value = child.Value.Replace(named, id, StringComparison.Ordinal) } : child)
            : Renamed(piece.Children, ids);
        return attributes == piece.Attributes && children == piece.Children ? piece : piece with { Attributes = attributes, Children = children };
    }

    private static bool IsId(RawAttribute attribute) => attribute.Name == "id" && string.IsNullOrEmpty(attribute.Namespace);

    // BPMN ends the names of its references so, in attributes and in elements.
    private static bool IsReference(string? name) => name is not null && (name.EndsWith("Ref", StringComparison.Ordinal) || name.EndsWith("Refs", StringComparison.Ordinal));
}
