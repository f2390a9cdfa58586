using GpmTool.Diff;
using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>
/// Divides a comparison into stretches of the process. The second model's flow order is cut where, after a few steps, another role
/// takes over, and around sub-processes. What only the first model has stands where its neighbours stand: between the nodes with
/// a partner, places are shared out evenly.
/// </summary>
internal sealed class Sections
{
    private const int FewSteps = 3; // a stretch is worth a heading
    private const int ManySteps = 7; // a table stays readable

    private readonly Names _names;
    private readonly ReportTexts _texts;
    private readonly List<Stretch> _stretches = [];
    private readonly Dictionary<string, (int Stretch, double Place)> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Stretch, double Place)> _after = new(StringComparer.Ordinal);

    public Sections(Names names, ReportTexts texts, ComparisonResult result)
    {
        (_names, _texts) = (names, texts);
        var (old, now) = (names.Before.Index, names.After.Index);
        var partner = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var match in result.Correspondences)
            foreach (var id in match.BeforeIds.AsSpan()) partner.TryAdd(id, match.AfterId);
        var main = now.MainProcessId is { } mainId ? FlowOrder.Of(now, mainId) : [];
        var mainBefore = old.MainProcessId is { } oldId ? FlowOrder.Of(old, oldId) : [];
        if (main.Count > 0) Cut(main, names.After, _after);
        else Cut(mainBefore, names.Before, _before);
        var mains = _stretches.Count;
        foreach (var process in names.After.Graph.Processes.Where(process => process.Id != now.MainProcessId)) Other(names.After, process, _after, mains);
        foreach (var (id, other) in partner)
            if (_after.TryGetValue(other, out var place)) _before.TryAdd(id, place);
        if (main.Count > 0) Between(mainBefore, main);
        foreach (var process in names.Before.Graph.Processes.Where(process => process.Id != old.MainProcessId)) Other(names.Before, process, _before, mains);
    }

    /// <summary>All sections, and the technical entries.</summary>
    public (List<ReportSection> Sections, List<ReportItem> Technical) Of(List<ReportItem> entries)
    {
        var placed = entries.Where(entry => entry.Importance != Importance.Technical).Select(entry => (Entry: entry, Place: PlaceOf(entry)))
            .OrderBy(pair => pair.Place.Stretch).ThenBy(pair => pair.Entry.Importance).ThenBy(pair => pair.Place.Place).ThenBy(pair => pair.Entry.Tone == ReportTone.Removed ? 0 : 1).ToList();
        var numbered = placed.Select((pair, i) => (Entry: pair.Entry with { Number = i + 1 }, pair.Place.Stretch)).ToLookup(pair => pair.Stretch, pair => pair.Entry);
        var sections = _stretches.Select((stretch, i) => Show(stretch, i, [.. numbered[i]])).ToList();
        if (numbered[_stretches.Count].Any())
            sections.Add(new ReportSection { Heading = _texts.FrameHeading, Intro = _texts.FrameIntro, Items = [.. numbered[_stretches.Count]] });
        return (sections, [.. entries.Where(entry => entry.Importance == Importance.Technical)]);
    }

    private ReportSection Show(Stretch stretch, int number, List<ReportItem> items)
    {
        var before = _names.Before.Graph.Nodes.Where(node => _before.TryGetValue(node.Id, out var place) && place.Stretch == number).ToList();
        var after = _names.After.Graph.Nodes.Where(node => _after.TryGetValue(node.Id, out var place) && place.Stretch == number).ToList();
        var roles = after.Where(IsStep).Select(_names.After.Index.RoleOf).OfType<string>().Select(ReportTexts.OneLine).Distinct();
        return new ReportSection
        {
            Heading = stretch.Heading,
            Intro = _texts.Intro(before.Count(IsStep), after.Count(IsStep), ReportTexts.List(roles)),
            BeforeIds = [.. before.Select(node => node.Id)],
            AfterIds = [.. after.Select(node => node.Id)],
            Items = items,
        };
    }

    private (int Stretch, double Place) PlaceOf(ReportItem entry)
    {
        foreach (var id in entry.AfterIds)
            if (Anchors(_names.After, id).FirstOrDefault(_after.ContainsKey) is { } anchor) return _after[anchor];
        foreach (var id in entry.BeforeIds)
            if (Anchors(_names.Before, id).FirstOrDefault(_before.ContainsKey) is { } anchor) return _before[anchor];
        return (_stretches.Count, 0);
    }

    private static IEnumerable<string> Anchors(NamedGraph graph, string id) => graph.Element(id) switch
    {
        FlowNode => [id],
        SequenceFlow flow => new[] { flow.SourceId, flow.TargetId }.OfType<string>(),
        MessageFlow flow => new[] { flow.SourceId, flow.TargetId }.OfType<string>(),
        DataAssociation association => [association.NodeId],
        DataElement data => graph.Graph.DataAssociations.Where(association => association.TargetId == data.Id || association.SourceIds.Contains(data.Id)).Select(association => association.NodeId),
        _ => [],
    };

    private void Cut(List<FlowNode> order, NamedGraph graph, Dictionary<string, (int Stretch, double Place)> places)
    {
        var stretches = new List<(List<FlowNode> Nodes, string? SubProcess)>();
        var current = (Nodes: new List<FlowNode>(), SubProcess: (string?)null);
        string? role = null;
        foreach (var node in order)
        {
            var inside = SubProcess(graph, node);
            var steps = current.Nodes.Count(IsStep);
            if (current.Nodes.Count > 0 && (inside != current.SubProcess
                || (IsStep(node) && (steps >= ManySteps || (steps >= FewSteps && graph.Index.RoleOf(node) != role && inside is null))))) Close();
            current.SubProcess = inside;
            current.Nodes.Add(node);
            if (IsStep(node)) role = graph.Index.RoleOf(node);
        }

        Close();
        foreach (var (nodes, subProcess) in stretches)
        {
            foreach (var node in nodes) places.TryAdd(node.Id, (_stretches.Count, places.Count));
            var labelled = nodes.Where(node => !node.Kind.IsGateway() && NamedGraph.HasLabel(node)).ToList();
            _stretches.Add(new Stretch(subProcess is not null && graph.Element(subProcess) is { } container && NamedGraph.HasLabel(container)
                ? _texts.SubProcessHeading(graph.Called(subProcess))
                : _texts.Stretch(labelled.Count == 0 ? null : graph.Called(labelled[0].Id), labelled.Count == 0 ? null : graph.Called(labelled[^1].Id))));
        }

        void Close()
        {
            if (current.Nodes.Count == 0) return;
            // A rest that holds no work belongs to what it follows.
            if (stretches.Count > 0 && current.SubProcess is null && stretches[^1].SubProcess is null && !current.Nodes.Exists(IsStep)) stretches[^1].Nodes.AddRange(current.Nodes);
            else stretches.Add(current);
            current = ([], null);
        }
    }

    // The outermost sub-process that is worth a heading.
    private static string? SubProcess(NamedGraph graph, FlowNode node)
    {
        string? found = null;
        var current = node;
        for (var i = 0; current is not null && i <= graph.Graph.Nodes.Count; i++)
        {
            if (current.Kind.IsContainer() && graph.Index.Children(current.Id).Count(IsStep) >= FewSteps) found = current.Id;
            current = graph.Index.Node(current.ParentId);
        }

        return found;
    }

    private void Other(NamedGraph graph, BpmnProcess process, Dictionary<string, (int Stretch, double Place)> places, int mains)
    {
        var open = FlowOrder.Of(graph.Index, process.Id).Where(node => !places.ContainsKey(node.Id)).ToList();
        if (open.Count == 0) return;
        var heading = _texts.OtherProcess(graph.Index.PoolOf(process.Id) is { } pool ? graph.Called(pool.Id) : graph.Called(process.Id));
        var number = _stretches.FindIndex(mains, stretch => stretch.Heading == heading);
        if (number < 0)
        {
            number = _stretches.Count;
            _stretches.Add(new Stretch(heading));
        }

        foreach (var node in open) places[node.Id] = (number, places.Count);
    }

    private void Between(List<FlowNode> before, List<FlowNode> after)
    {
        var anchors = Rising(before).Prepend((Index: -1, Place: -1.0)).Append((Index: before.Count, Place: after.Count)).ToList();
        for (var i = 1; i < anchors.Count; i++)
        {
            var (from, to) = (anchors[i - 1], anchors[i]);
            for (var k = from.Index + 1; k < to.Index; k++)
            {
                if (_before.ContainsKey(before[k].Id)) continue;
                var place = from.Place + (to.Place - from.Place) * (k - from.Index) / (to.Index - from.Index);
                var host = after[(int)Math.Clamp(Math.Floor(place), 0, after.Count - 1)];
                _before[before[k].Id] = (_after[host.Id].Stretch, place);
            }
        }
    }

    // The most pairs that come in the same order on both sides: longest increasing subsequence (Fredman 1975), by the places of the partners.
    private List<(int Index, double Place)> Rising(List<FlowNode> before)
    {
        var pairs = new List<(int Index, double Place)>();
        for (var i = 0; i < before.Count; i++)
            if (_before.TryGetValue(before[i].Id, out var place)) pairs.Add((i, place.Place));
        var tails = new List<int>();
        var previous = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, tails.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[tails[middle]].Place < pairs[i].Place) low = middle + 1;
                else high = middle;
            }

            previous[i] = low == 0 ? -1 : tails[low - 1];
            if (low == tails.Count) tails.Add(i);
            else tails[low] = i;
        }

        var rising = new List<(int, double)>();
        for (var i = tails.Count == 0 ? -1 : tails[^1]; i >= 0; i = previous[i]) rising.Add(pairs[i]);
        rising.Reverse();
        return rising;
    }

    private static bool IsStep(FlowNode node) => node.Kind.IsActivity() && !node.Kind.IsContainer();

    private sealed record Stretch(string Heading);
}
