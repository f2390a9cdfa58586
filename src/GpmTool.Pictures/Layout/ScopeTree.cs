using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>
/// The grids of a graph: one a drawing, one an expanded sub-process. Every element gets a place, whatever is wrong with
/// its parents: what stands in no process is shown in the first one. O(elements).
/// </summary>
internal sealed class ScopeTree
{
    private const int MaximumLaneDepth = 16;

    private readonly ProcessGraph _graph;
    private readonly LayoutOptions _options;
    private readonly DrawnElements _drawn;
    private readonly Dictionary<string, FlowNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FlowNode>> _children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FlowNode>> _attached = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Scope Scope, Frame Frame)> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LaneBox> _lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<LaneBox, Frame> _frameOfLane = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<(Scope Scope, Frame Frame, string Parent)> _waiting = new();

    public ScopeTree(ProcessGraph graph, LayoutOptions options, DrawnElements drawn)
    {
        (_graph, _options, _drawn) = (graph, options, drawn);
        foreach (var pool in graph.Pools.AsSpan()) _known.Add(pool.Id);
        foreach (var node in graph.Nodes.AsSpan())
            if (_known.Add(node.Id)) _nodes.Add(node.Id, node);
        foreach (var node in _nodes.Values)
        {
            if (IsAttached(node)) Into(_attached, node.AttachedToId!, node);
            else Into(_children, node.ParentId, node);
        }

        Planes();
        Populate();
        Strays();
        Lanes();
        new DataPlaces(graph, this).Place(_known);
        BlackBoxes.Arrange(graph, Scopes[0], Ends);
        foreach (var scope in Scopes) Bands(scope);
    }

    /// <summary>All grids, outer ones before inner ones.</summary>
    public List<Scope> Scopes { get; } = [];

    /// <summary>Where a flow or association can begin or end, by element id.</summary>
    public Dictionary<string, End> Ends { get; } = new(StringComparer.Ordinal);

    /// <summary>The grid and frame of a process or expanded sub-process; of anything else those of the first process.</summary>
    public (Scope Scope, Frame Frame) PlaceOf(string? parent) =>
        parent is not null && _places.TryGetValue(parent, out var place) ? place : (Scopes[0], Scopes[0].Frames.Find(frame => !frame.IsBlackBox) ?? NewFrame(Scopes[0]));

    private bool IsAttached(FlowNode node) =>
        node.Kind == NodeKind.BoundaryEvent && node.AttachedToId is { } host && _nodes.TryGetValue(host, out var activity) && activity.Kind.IsActivity() && activity.ParentId == node.ParentId;

    private void Planes()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        if (_graph.Pools.Count > 0)
        {
            var plane = NewPlane(_graph.Collaboration?.Id);
            foreach (var pool in _graph.Pools.AsSpan())
            {
                if (Ends.ContainsKey(pool.Id)) continue;
                var isPopulated = pool.ProcessId is { } process && HasContent(process) && taken.Add(process);
                var frame = new Frame { Pool = pool, ProcessId = pool.ProcessId, Number = plane.Frames.Count, IsBlackBox = !isPopulated };
                plane.Frames.Add(frame);
                Ends[pool.Id] = new End(plane, null, Frame: frame);
                if (pool.ProcessId is not { } id) continue;
                Ends.TryAdd(id, Ends[pool.Id]);
                if (isPopulated) Open(plane, frame, id);
            }
        }

        foreach (var process in _graph.Processes.AsSpan())
        {
            if (Ends.ContainsKey(process.Id) || _places.ContainsKey(process.Id) || (!HasContent(process.Id) && (Scopes.Count > 0 || _graph.Processes.Count > 1))) continue;
            var plane = NewPlane(process.Id);
            var frame = NewFrame(plane, process.Id);
            Ends[process.Id] = new End(plane, null, Frame: frame);
            Open(plane, frame, process.Id);
        }

        if (Scopes.Count == 0) NewFrame(NewPlane(_graph.Processes.Count > 0 ? _graph.Processes[0].Id : _graph.Nodes.Count > 0 ? _graph.Nodes[0].ParentId : null));
    }

    private bool HasContent(string process) =>
        _children.ContainsKey(process) || _graph.Lanes.Any(lane => lane.OwnerId == process) || _graph.Data.Any(data => data.ParentId == process) || _graph.Artifacts.Any(artifact => artifact.ParentId == process);

    private Scope NewPlane(string? elementId)
    {
        var scope = new Scope { ElementId = elementId, IsPlane = true };
        Scopes.Add(scope);
        return scope;
    }

    private static Frame NewFrame(Scope scope, string? process = null)
    {
        var frame = new Frame { ProcessId = process, Number = scope.Frames.Count };
        scope.Frames.Add(frame);
        return frame;
    }

    private void Open(Scope scope, Frame frame, string parent)
    {
        if (_places.TryAdd(parent, (scope, frame))) _waiting.Enqueue((scope, frame, parent));
    }

    private void Populate()
    {
        while (_waiting.TryDequeue(out var next))
            if (_children.TryGetValue(next.Parent, out var nodes))
                foreach (var node in nodes) Add(next.Scope, next.Frame, node);
    }

    private void Add(Scope scope, Frame frame, FlowNode node)
    {
        if (Ends.ContainsKey(node.Id)) return;
        var cell = new Cell { Id = node.Id, Node = node, Number = scope.Cells.Count, Frame = frame };
        scope.Cells.Add(cell);
        Ends[node.Id] = new End(scope, cell);
        if (_attached.TryGetValue(node.Id, out var events))
        {
            foreach (var attached in events)
            {
                var boundary = new Boundary(attached);
                cell.Boundaries.Add(boundary);
                Ends[attached.Id] = new End(scope, cell, boundary);
            }
        }

        if (!node.Kind.IsContainer()) return;
        var isFull = _children.ContainsKey(node.Id);
        var shape = _drawn.Shape(node.Id);
        var isPlane = isFull && (shape?.IsExpanded == false || _drawn.HasPlane(node.Id) || scope.Nesting >= _options.MaximumDepth);
        if (!isPlane && !isFull && shape?.IsExpanded != true) return;
        var inner = new Scope { ElementId = node.Id, Parent = scope, Container = cell, Depth = scope.Depth + 1, Nesting = isPlane ? 0 : scope.Nesting + 1, IsPlane = isPlane };
        Scopes.Add(inner);
        if (!isPlane) cell.Inner = inner;
        Open(inner, NewFrame(inner, node.Id), node.Id);
    }

    // Parents that are missing or contain themselves.
    private void Strays()
    {
        foreach (var node in _nodes.Values)
        {
            if (Ends.ContainsKey(node.Id)) continue;
            if (IsAttached(node) && !Ends.ContainsKey(node.AttachedToId!)) Add(_nodes[node.AttachedToId!]);
            if (!Ends.ContainsKey(node.Id)) Add(node);
        }

        void Add(FlowNode node)
        {
            var (scope, frame) = PlaceOf(node.ParentId);
            this.Add(scope, frame, node);
            Populate();
        }
    }

    private void Lanes()
    {
        var byOwner = new Dictionary<string, List<Lane>>(StringComparer.Ordinal);
        foreach (var lane in _graph.Lanes.AsSpan())
        {
            if (!_known.Add(lane.Id)) continue;
            if (!byOwner.TryGetValue(lane.OwnerId, out var list)) byOwner[lane.OwnerId] = list = [];
            list.Add(lane);
        }

        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (parent, place) in _places)
            if (byOwner.TryGetValue(parent, out var roots)) Nest(roots, place.Frame, place.Frame.Lanes, 0);
        foreach (var lane in _graph.Lanes.AsSpan())
        {
            if (reached.Contains(lane.Id)) continue;
            var frame = PlaceOf(lane.OwnerId).Frame;
            Nest([lane], frame, frame.Lanes, 0);
        }

        foreach (var scope in Scopes)
            foreach (var cell in scope.Cells)
                if (_lanes.TryGetValue(cell.Id, out var box) && _frameOfLane[box] == cell.Frame) cell.Lane = box;

        void Nest(List<Lane> lanes, Frame frame, List<LaneBox> into, int depth)
        {
            foreach (var lane in lanes)
            {
                if (!reached.Add(lane.Id)) continue;
                var box = new LaneBox(lane, depth);
                into.Add(box);
                _frameOfLane[box] = frame;
                foreach (var member in lane.MemberIds.AsSpan())
                    if (!_lanes.TryGetValue(member, out var other) || other.Depth < depth) _lanes[member] = box;
                if (byOwner.TryGetValue(lane.Id, out var inner)) Nest(inner, frame, depth < MaximumLaneDepth ? box.Children : into, Math.Min(depth + 1, MaximumLaneDepth));
            }
        }
    }

    private static void Bands(Scope scope)
    {
        var withOwn = new HashSet<LaneBox>();
        var open = new HashSet<Frame>();
        foreach (var cell in scope.Cells)
        {
            if (cell.Lane is { } lane) withOwn.Add(lane);
            else open.Add(cell.Frame!);
        }

        var band = 0;
        foreach (var frame in scope.Frames)
        {
            frame.FirstBand = band;
            foreach (var lane in frame.Lanes) Number(lane);
            var own = -1;
            if (frame.Lanes.Count == 0 || open.Contains(frame)) own = band++;
            frame.LastBand = band - 1;
            foreach (var cell in scope.Cells)
                if (cell.Frame == frame) cell.Band = cell.Lane?.OwnBand ?? own;
        }

        void Number(LaneBox lane)
        {
            lane.FirstBand = band;
            foreach (var child in lane.Children) Number(child);
            if (lane.Children.Count == 0 || withOwn.Contains(lane)) lane.OwnBand = band++;
            lane.LastBand = band - 1;
        }
    }

    private static void Into<T>(Dictionary<string, List<T>> map, string key, T value)
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        list.Add(value);
    }
}
