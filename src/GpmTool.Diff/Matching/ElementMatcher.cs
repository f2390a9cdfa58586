using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// Matches everything beside the nodes, once the nodes are matched: containers by what they hold, flows by their ends, the rest
/// by names and by what they are tied to. Gives the first graph's id for each matched id of the second.
/// </summary>
internal sealed class ElementMatcher
{
    private const double LikeLane = 0.7; // from here another name of a lane is another word for the same role

    private readonly ProcessGraph _before;
    private readonly ProcessGraph _after;
    private readonly Dictionary<string, string> _matched = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    private readonly ComparisonOptions _options;

    private ElementMatcher(ProcessGraph before, ProcessGraph after, ComparisonOptions options)
    {
        _before = before;
        _after = after;
        _options = options;
    }

    /// <summary>Matches the elements.</summary>
    /// <param name="before">The first graph.</param>
    /// <param name="after">The second graph.</param>
    /// <param name="nodes">Matched nodes: id of the first graph, id of the second.</param>
    /// <param name="options">Which words mean the same.</param>
    public static Dictionary<string, string> Match(ProcessGraph before, ProcessGraph after, IEnumerable<(string Before, string After)> nodes, ComparisonOptions options)
    {
        var matcher = new ElementMatcher(before, after, options);
        foreach (var (old, now) in nodes) matcher.Set(old, now);
        matcher.Containers();
        matcher.Flows();
        matcher.Declarations();
        matcher.Rest();
        return matcher._matched;
    }

    private void Set(string before, string after)
    {
        if (!_matched.ContainsKey(after) && _taken.Add(before)) _matched[after] = before;
    }

    // Both sides of a key speak of the first graph's ids; what has no partner goes by a word that fits nothing.
    private string Old(string? id) => id is null ? "-" : _taken.Contains(id) ? id : "?";

    private string New(string? id) => id is null ? "-" : _matched.TryGetValue(id, out var partner) ? partner : "?";

    private static string Said(string? name) => name is null ? "" : GermanText.Fold(name);

    private void Containers()
    {
        var parents = _after.Nodes.DistinctBy(node => node.Id).ToDictionary(node => node.Id, node => node.ParentId, StringComparer.Ordinal);
        var votes = new Dictionary<(string, string), int>();
        foreach (var node in _before.Nodes) Vote(node);
        var processes = _before.Processes.Select(process => process.Id).ToHashSet(StringComparer.Ordinal);
        var others = _after.Processes.Select(process => process.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var ((old, now), _) in votes.Where(vote => processes.Contains(vote.Key.Item1) && others.Contains(vote.Key.Item2)).OrderByDescending(vote => vote.Value)) Set(old, now);
        ByKey(_before.Processes, _after.Processes, process => Said(process.Name), process => Said(process.Name));
        if (_before.Processes.Count == 1 && _after.Processes.Count == 1) Set(_before.Processes[0].Id, _after.Processes[0].Id);
        if (_before.Collaboration is { } one && _after.Collaboration is { } other) Set(one.Id, other.Id);
        ByKey(_before.OtherCollaborations, _after.OtherCollaborations, one => Said(one.Name), one => Said(one.Name));
        ByKey(_before.Pools, _after.Pools, pool => Owned(Old(pool.ProcessId)), pool => Owned(New(pool.ProcessId)));
        ByKey(_before.Pools, _after.Pools, pool => Said(pool.Name), pool => Said(pool.Name));
        Lanes();

        static string? Owned(string id) => id is "-" or "?" ? null : id;

        void Vote(FlowNode node)
        {
            if (!_taken.Contains(node.Id)) return;
            var image = Image(node.Id);
            var key = (node.ParentId, parents[image]);
            votes[key] = votes.GetValueOrDefault(key) + 1;
        }
    }

    private Dictionary<string, string>? _images;

    private string Image(string before) => (_images ??= _matched.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal))[before];

    private void Lanes()
    {
        if (_before.Lanes.IsEmpty || _after.Lanes.IsEmpty) return;
        var names = new LabelSimilarity(_before.Lanes.Concat(_after.Lanes).Select(lane => lane.Name), _options.Weights, _options.Thesaurus);
        var gain = new double[_before.Lanes.Count, _after.Lanes.Count];
        for (var i = 0; i < _before.Lanes.Count; i++)
        {
            for (var j = 0; j < _after.Lanes.Count; j++)
            {
                var (a, b) = (_before.Lanes[i], _after.Lanes[j]);
                var members = a.MemberIds.Count(_taken.Contains);
                var common = members == 0 ? 0 : b.MemberIds.Count(id => _matched.TryGetValue(id, out var old) && a.MemberIds.Contains(old));
                var share = common == 0 ? 0 : 2.0 * common / (members + b.MemberIds.Count(_matched.ContainsKey));
                // The same name is the same role, and a like name one with another word for it; without it most members must be the same.
                var isNamed = !string.IsNullOrWhiteSpace(a.Name) && !string.IsNullOrWhiteSpace(b.Name);
                var name = Said(a.Name) == Said(b.Name) ? 1 : isNamed ? names.Of(a.Name, b.Name) : 0;
                gain[i, j] = name >= 1 ? 2 + share + (Old(a.OwnerId) == New(b.OwnerId) ? 0.5 : 0) : name >= LikeLane ? name + share : share >= 0.6 ? share : 0;
            }
        }

        var chosen = Grouped.Assign(gain);
        for (var i = 0; i < chosen.Length; i++)
            if (chosen[i] >= 0) Set(_before.Lanes[i].Id, _after.Lanes[chosen[i]].Id);
    }

    private void Flows()
    {
        ByKey(_before.Flows, _after.Flows, flow => Ends(Old(flow.SourceId), Old(flow.TargetId), flow, isBefore: true), flow => Ends(New(flow.SourceId), New(flow.TargetId), flow, isBefore: false));
        var old = _before.Flows.Where(flow => !_taken.Contains(flow.Id)).ToArray();
        var now = _after.Flows.Where(flow => !_matched.ContainsKey(flow.Id)).ToArray();
        if (old.Length == 0 || now.Length == 0) return;
        // A flow that keeps an end is the same flow, led elsewhere or with another label.
        var gain = new double[old.Length, now.Length];
        for (var i = 0; i < old.Length; i++)
        {
            var (source, target) = (Old(old[i].SourceId), Old(old[i].TargetId));
            for (var j = 0; j < now.Length; j++)
            {
                var keepsSource = source is not ("-" or "?") && source == New(now[j].SourceId);
                var keepsTarget = target is not ("-" or "?") && target == New(now[j].TargetId);
                if (!keepsSource && !keepsTarget) continue;
                // A flow gone and one come are two changes; the same flow is as many as it differs in. Of equals the one that keeps its source.
                var differs = (keepsSource ? 0 : 1) + (keepsTarget ? 0 : 1) + (old[i].Name == now[j].Name ? 0 : 1) + (old[i].Condition == now[j].Condition ? 0 : 1) + (old[i].Probability == now[j].Probability ? 0 : 1);
                gain[i, j] = 2.1 - differs + (keepsSource && keepsTarget ? 0.05 : keepsSource ? 0.02 : 0);
            }
        }

        var chosen = Grouped.Assign(gain);
        for (var i = 0; i < chosen.Length; i++)
            if (chosen[i] >= 0) Set(old[i].Id, now[chosen[i]].Id);

        static string? Both(string source, string target) => source is "-" or "?" || target is "-" or "?" ? null : $"{source}→{target}";

        static string? Ends(string source, string target, SequenceFlow flow, bool isBefore) => Both(source, target) is { } ends ? $"{ends}|{flow.Name}|{flow.Condition?.Text}|{flow.Probability}" : null;
    }

    private void Declarations()
    {
        ByKey(_before.Declarations, _after.Declarations, x => $"{x.Kind}|{x.Name}|{x.Code}|{Users(_before, x.Id, Old)}", x => $"{x.Kind}|{x.Name}|{x.Code}|{Users(_after, x.Id, New)}");
        ByKey(_before.Declarations, _after.Declarations, x => $"{x.Kind}|{x.Name}|{x.Code}", x => $"{x.Kind}|{x.Name}|{x.Code}");
        ByKey(_before.Declarations, _after.Declarations, x => Users(_before, x.Id, Old) is { Length: > 0 } users ? $"{x.Kind}|{users}" : null, x => Users(_after, x.Id, New) is { Length: > 0 } users ? $"{x.Kind}|{users}" : null);
    }

    private static string Users(ProcessGraph graph, string id, Func<string?, string> common) =>
        string.Join(',', graph.Nodes.Where(node => node.MessageId == id || node.EventDefinitions.Any(definition => definition.ReferenceId == id)).Select(node => common(node.Id)).Where(user => user != "?").Order(StringComparer.Ordinal));

    private void Rest()
    {
        var before = _before;
        var after = _after;
        ByKey(before.MessageFlows, after.MessageFlows, x => $"{Old(x.SourceId)}|{Old(x.TargetId)}|{x.Name}", x => $"{New(x.SourceId)}|{New(x.TargetId)}|{x.Name}");
        ByKey(before.MessageFlows, after.MessageFlows, x => $"{Old(x.SourceId)}|{Old(x.TargetId)}", x => $"{New(x.SourceId)}|{New(x.TargetId)}");
        var (oldUse, newUse) = (Uses(before, Old), Uses(after, New));
        ByKey(before.Data, after.Data, x => $"{x.Kind}|{x.Name}|{Old(x.ParentId)}|{oldUse(x.Id)}", x => $"{x.Kind}|{x.Name}|{New(x.ParentId)}|{newUse(x.Id)}");
        ByKey(before.Data, after.Data, x => Said(x.Name) is { Length: > 0 } name ? $"{x.Kind}|{name}" : null, x => Said(x.Name) is { Length: > 0 } name ? $"{x.Kind}|{name}" : null);
        ByKey(before.Data, after.Data, x => oldUse(x.Id) is { Length: > 0 } use ? $"{x.Kind}|{use}" : null, x => newUse(x.Id) is { Length: > 0 } use ? $"{x.Kind}|{use}" : null);
        // A data object without a name of its own goes with the reference that is drawn.
        var references = after.Data.Where(x => x.ReferenceId is not null && _matched.ContainsKey(x.Id)).ToDictionary(x => _matched[x.Id], x => x.ReferenceId!, StringComparer.Ordinal);
        foreach (var data in before.Data.Where(x => x.ReferenceId is not null))
            if (references.TryGetValue(data.Id, out var referred) && before.Data.Any(x => x.Id == data.ReferenceId) && after.Data.Any(x => x.Id == referred)) Set(data.ReferenceId!, referred);
        ByKey(before.DataAssociations, after.DataAssociations, x => $"{x.Direction}|{Old(x.NodeId)}|{Joined(x.SourceIds, Old)}|{Old(x.TargetId)}", x => $"{x.Direction}|{New(x.NodeId)}|{Joined(x.SourceIds, New)}|{New(x.TargetId)}");
        ByKey(before.Artifacts, after.Artifacts, x => $"{x.Kind}|{x.Text}|{x.Name}|{Tied(before, x.Id, Old)}", x => $"{x.Kind}|{x.Text}|{x.Name}|{Tied(after, x.Id, New)}");
        ByKey(before.Artifacts, after.Artifacts, x => $"{x.Kind}|{x.Text}|{x.Name}", x => $"{x.Kind}|{x.Text}|{x.Name}");
        ByKey(before.Artifacts, after.Artifacts, x => Tied(before, x.Id, Old) is { Length: > 0 } tied ? $"{x.Kind}|{tied}" : null, x => Tied(after, x.Id, New) is { Length: > 0 } tied ? $"{x.Kind}|{tied}" : null);
        ByKey(before.Associations, after.Associations, x => $"{Old(x.SourceId)}|{Old(x.TargetId)}", x => $"{New(x.SourceId)}|{New(x.TargetId)}");

        static string Joined(ValueList<string> ids, Func<string?, string> common) => string.Join(',', ids.Select(common).Order(StringComparer.Ordinal));
    }

    private static Func<string, string> Uses(ProcessGraph graph, Func<string?, string> common)
    {
        var uses = graph.DataAssociations.SelectMany(x => x.SourceIds.Append(x.TargetId).OfType<string>().Select(data => (Data: data, Use: $"{x.Direction} {common(x.NodeId)}")))
            .Where(pair => !pair.Use.EndsWith('?')).ToLookup(pair => pair.Data, pair => pair.Use, StringComparer.Ordinal);
        return id => string.Join(',', uses[id].Order(StringComparer.Ordinal));
    }

    private static string Tied(ProcessGraph graph, string id, Func<string?, string> common) =>
        string.Join(',', graph.Associations.Where(x => x.SourceId == id || x.TargetId == id).Select(x => common(x.SourceId == id ? x.TargetId : x.SourceId)).Where(other => other is not ("?" or "-")).Order(StringComparer.Ordinal));

    // Elements with the same key belong together, in the order of their documents; no key, no partner.
    private void ByKey<T>(ValueList<T> before, ValueList<T> after, Func<T, string?> oldKey, Func<T, string?> newKey)
        where T : GraphElement
    {
        if (before.IsEmpty || after.IsEmpty) return;
        Dictionary<string, Queue<string>>? open = null;
        foreach (var element in after)
        {
            if (_matched.ContainsKey(element.Id) || newKey(element) is not { } key) continue;
            open ??= new(StringComparer.Ordinal);
            if (!open.TryGetValue(key, out var queue)) open[key] = queue = new();
            queue.Enqueue(element.Id);
        }

        if (open is null) return;
        foreach (var element in before)
            if (!_taken.Contains(element.Id) && oldKey(element) is { } key && open.TryGetValue(key, out var queue) && queue.TryDequeue(out var partner)) Set(element.Id, partner);
    }
}
