using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>
/// Fits what is not drawn yet into present drawings. Sizes, whole pools, sub-processes with their content and drawings that
/// are missing altogether come from a fresh layout.
/// </summary>
internal sealed class Completion(ProcessGraph graph, ProcessGraph fresh)
{
    private const double Gap = 50;
    private const double Clearance = 14;

    private readonly GraphIndex _index = new(graph);
    private readonly HashSet<string> _lanesAndPools = [.. graph.Lanes.Select(lane => lane.Id), .. graph.Pools.Select(pool => pool.Id)];
    private readonly Dictionary<string, (string? From, string? To)> _ends = Ends(graph);
    private readonly Dictionary<string, string> _users = Users(graph);

    public ProcessGraph Run(CancellationToken cancellation)
    {
        var elements = fresh.Diagrams.SelectMany(diagram => diagram.Shapes).Select(shape => shape.ElementId).ToHashSet(StringComparer.Ordinal);
        var canvases = graph.Diagrams.Select(diagram => new Canvas(
            diagram.Shapes.Where(shape => IsKnown(shape.ElementId)), diagram.Edges.Where(edge => _ends.ContainsKey(edge.ElementId)))).ToList();
        var drawn = graph.Diagrams.SelectMany(diagram => diagram.Shapes).Select(shape => shape.ElementId).ToHashSet(StringComparer.Ordinal);
        var added = new List<Diagram>();
        foreach (var plane in fresh.Diagrams.AsSpan())
        {
            cancellation.ThrowIfCancellationRequested();
            if (plane.Shapes.Count > 0 && plane.Shapes.All(shape => !drawn.Contains(shape.ElementId)) && !graph.Diagrams.Any(diagram => diagram.ElementId == plane.ElementId && plane.ElementId is not null))
            {
                added.Add(plane);
                continue;
            }

            // The drawing that shows most of it.
            var canvas = canvases.OrderByDescending(canvas => plane.Shapes.Count(shape => canvas.Has(shape.ElementId))).First();
            foreach (var shape in plane.Shapes.AsSpan())
                if (!drawn.Contains(shape.ElementId) && !canvas.Has(shape.ElementId)) Place(canvas, shape, plane);
            foreach (var edge in plane.Edges.AsSpan()) Connect(canvas, edge, canvases);
        }

        var diagrams = graph.Diagrams.Select((diagram, i) => diagram with { Shapes = canvases[i].Shapes.ToValueList(), Edges = canvases[i].Edges.ToValueList() });
        return graph with { Diagrams = diagrams.Concat(added).ToValueList() };

        // What a fresh layout does not draw (declared data, say) may have been drawn by hand.
        bool IsKnown(string id) => elements.Contains(id) || graph.Data.Any(data => data.Id == id);
    }

    private void Place(Canvas canvas, Shape shape, Diagram plane)
    {
        var content = Content(shape, plane);
        if (_index.Node(shape.ElementId) is { Kind: NodeKind.BoundaryEvent, AttachedToId: { } host } && canvas.Find(host) is { } activity)
        {
            canvas.Add(At(shape, Border(canvas, activity)));
            return;
        }

        if (_lanesAndPools.Contains(shape.ElementId))
        {
            Band(canvas, shape, content);
            return;
        }

        var spot = Spot(canvas, shape);
        canvas.Add(At(shape, spot));
        var (dx, dy) = (spot.X - shape.Bounds.X, spot.Y - shape.Bounds.Y);
        foreach (var inner in content) canvas.Add(Move(inner, dx, dy));
        // Events of its border that were drawn already come to it.
        foreach (var attached in _index.Attached(shape.ElementId))
            if (canvas.Find(attached.Id) is { } known) canvas.Set(At(known, Border(canvas, canvas.Find(shape.ElementId)!)));
    }

    // A new pool goes below the drawing, a new lane below the others of its pool.
    private void Band(Canvas canvas, Shape shape, List<Shape> content)
    {
        var lane = graph.Lanes.FirstOrDefault(lane => lane.Id == shape.ElementId);
        var owner = lane is null ? null : canvas.Find(lane.OwnerId) ?? canvas.Find(_index.PoolOf(lane.OwnerId)?.Id);
        if (owner is null || canvas.Shapes.Count == 0)
        {
            var bottom = canvas.Shapes.Count == 0 ? 0 : canvas.Shapes.Max(other => other.Bounds.Y + other.Bounds.Height) + Gap;
            var left = canvas.Shapes.Count == 0 ? 0 : canvas.Shapes.Min(other => other.Bounds.X);
            var (x, y) = (left - shape.Bounds.X, bottom - shape.Bounds.Y);
            canvas.Add(Move(shape, x, y));
            foreach (var inner in content) canvas.Add(Move(inner, x, y));
            return;
        }

        var end = owner.Bounds.Y + owner.Bounds.Height;
        canvas.Insert(vertically: true, end, 120, Grows);
        // Sisters that ended there have grown too: theirs is the old end.
        foreach (var other in canvas.Shapes.ToList())
            if (graph.Lanes.Any(sister => sister.Id == other.ElementId && sister.OwnerId == lane!.OwnerId) && other.Bounds.Y + other.Bounds.Height > end) canvas.Set(other with { Bounds = other.Bounds with { Height = end - other.Bounds.Y } });
        canvas.Add(shape with { Bounds = new Bounds(owner.Bounds.X + Sizes.LaneLabel, end, owner.Bounds.Width - Sizes.LaneLabel, 120), Label = null });
    }

    private List<Shape> Content(Shape shape, Diagram plane)
    {
        var isHolder = shape.IsExpanded == true || _lanesAndPools.Contains(shape.ElementId);
        if (!isHolder || graph.Lanes.Any(lane => lane.Id == shape.ElementId)) return [];
        return [.. plane.Shapes.Where(inner => inner != shape && inner.Bounds.X >= shape.Bounds.X && inner.Bounds.Y >= shape.Bounds.Y
            && inner.Bounds.X + inner.Bounds.Width <= shape.Bounds.X + shape.Bounds.Width && inner.Bounds.Y + inner.Bounds.Height <= shape.Bounds.Y + shape.Bounds.Height + Sizes.Event)];
    }

    private static Bounds Border(Canvas canvas, Shape host)
    {
        var y = host.Bounds.Y + host.Bounds.Height - Sizes.Event / 2;
        for (var x = host.Bounds.X + host.Bounds.Width - Sizes.Event - 8; x >= host.Bounds.X; x -= 6)
        {
            var place = new Bounds(x, y, Sizes.Event, Sizes.Event);
            if (!canvas.Shapes.Exists(other => other != host && other.Bounds.Width <= Sizes.Event + 10 && other.Bounds.Overlaps(place))) return place;
        }

        return new Bounds(host.Bounds.X + 8, y, Sizes.Event, Sizes.Event);
    }

    private Bounds Spot(Canvas canvas, Shape shape)
    {
        var (width, height) = (shape.Bounds.Width, shape.Bounds.Height);
        var id = shape.ElementId;
        var region = Region(canvas, id);
        if (_users.TryGetValue(id, out var user) && canvas.Find(user) is { } used)
            return Free(canvas, new Bounds(used.Bounds.X + (used.Bounds.Width - width) / 2, used.Bounds.Y - height - 30, width, height), region);
        var before = _index.Incoming(id).Select(flow => canvas.Find(flow.SourceId)).FirstOrDefault(found => found is not null);
        var after = _index.Outgoing(id).Select(flow => canvas.Find(flow.TargetId)).FirstOrDefault(found => found is not null);
        if ((before ?? after) is null)
        {
            var inside = region ?? new Bounds(0, canvas.Shapes.Count == 0 ? 0 : canvas.Shapes.Max(other => other.Bounds.Y + other.Bounds.Height) + Gap, 10_000, 10_000);
            return Free(canvas, new Bounds(inside.X + Gap, inside.Y + 40, width, height), region);
        }

        var row = (before ?? after)!.Bounds;
        var wish = new Bounds(before is not null ? before.Bounds.X + before.Bounds.Width + Gap : after!.Bounds.X - Gap - width, row.Y + row.Height / 2 - height / 2, width, height);
        if (region is { } lane && (wish.Y < lane.Y + 10 || wish.Y + height > lane.Y + lane.Height - 10))
            wish = wish with { Y = Math.Max(lane.Y + 15, Math.Min(lane.Y + lane.Height - height - 15, lane.Y + (lane.Height - height) / 2)) };
        if (before is not null && after is not null && after.Bounds.X > before.Bounds.X + before.Bounds.Width)
        {
            // Between both: what follows moves aside by what is missing.
            var missing = before.Bounds.X + before.Bounds.Width + width + 2 * Gap - after.Bounds.X;
            if (missing > 0) canvas.Insert(vertically: false, after.Bounds.X, missing, Grows);
        }

        return Free(canvas, wish, Region(canvas, id));
    }

    // The lane, sub-process or pool that a shape has to stay in.
    private Bounds? Region(Canvas canvas, string id)
    {
        if (_index.Node(id) is not { } node) return null;
        if (_index.Node(node.ParentId) is not null) return canvas.Find(node.ParentId) is { IsExpanded: not false } shape ? shape.Bounds : null;
        return (canvas.Find(_index.LaneOf(id)?.Id) ?? canvas.Find(_index.PoolOf(node.ParentId)?.Id))?.Bounds;
    }

    // The wish if it is free, else the nearest free place; room is made where there is none.
    private Bounds Free(Canvas canvas, Bounds wish, Bounds? region)
    {
        var solid = canvas.Shapes.Where(shape => !Grows(shape) || (region is { } own && Holds(own, shape.Bounds) && shape.Bounds != own && shape.IsExpanded == true)).Select(shape => shape.Bounds)
            .Concat(canvas.Shapes.Where(shape => shape.Label is not null).Select(shape => shape.Label!.Value)).ToList();
        var steps = Enumerable.Range(0, 24).SelectMany(ring => new (double X, double Y)[] { (0, ring * 30), (0, -ring * 30), (ring * 30, 0), (ring * 30, ring * 30), (ring * 30, -ring * 30) }).Take(120);
        foreach (var (x, y) in steps.OrderBy(step => Math.Abs(step.X) + Math.Abs(step.Y)))
        {
            var place = wish with { X = wish.X + x, Y = wish.Y + y };
            if (region is { } own && !Holds(own, Around(place, 6))) continue;
            if (IsFree(place)) return place;
        }

        // The lane, sub-process or drawing grows at its lower end; there only lines that pass it can be in the way.
        var bottom = region is { } lane ? lane.Y + lane.Height : canvas.Shapes.Max(shape => shape.Bounds.Y + shape.Bounds.Height);
        canvas.Insert(vertically: true, bottom - 1, wish.Height + 2 * Clearance, Grows);
        var spot = wish with { Y = bottom - 1 };
        var (left, right) = region is { } around ? (around.X + Clearance, around.X + around.Width - wish.Width - Clearance) : (wish.X, wish.X + 20 * wish.Width);
        for (var x = Math.Clamp(wish.X, left, Math.Max(left, right)); x <= right; x += 20)
            if (!canvas.Edges.Exists(edge => IsOnWay(edge, spot with { X = x }))) return spot with { X = x };
        // Lines everywhere: a column of its own at the right end.
        var end = region is { } wide ? wide.X + wide.Width : right;
        canvas.Insert(vertically: false, end - 1, wish.Width + 2 * Clearance, Grows);
        return spot with { X = end - 1 + Clearance };

        bool IsFree(Bounds place)
        {
            var wide = Around(place, Clearance);
            return !solid.Exists(box => box.Overlaps(wide)) && !canvas.Edges.Exists(edge => IsOnWay(edge, place));
        }
    }

    private static bool IsOnWay(Edge edge, Bounds place)
    {
        for (var i = 1; i < edge.Waypoints.Count; i++)
            if (Geometry.Crosses(edge.Waypoints[i - 1], edge.Waypoints[i], place, -4)) return true;
        return false;
    }

    private bool Grows(Shape shape) =>
        _lanesAndPools.Contains(shape.ElementId) || (_index.Node(shape.ElementId) is { } node && node.Kind.IsContainer() && shape.IsExpanded != false && _index.Children(node.Id).Count > 0);

    private void Connect(Canvas canvas, Edge edge, List<Canvas> canvases)
    {
        if (!_ends.TryGetValue(edge.ElementId, out var ends)) return;
        var from = canvas.Find(ends.From);
        var to = canvas.Find(ends.To);
        var place = canvas.Edges.FindIndex(other => other.ElementId == edge.ElementId);
        if (place < 0 && canvases.Exists(other => other != canvas && other.Edges.Exists(known => known.ElementId == edge.ElementId))) return;
        if (place >= 0 && (from is null || Touches(canvas.Edges[place].Waypoints, first: true, from.Bounds)) && (to is null || Touches(canvas.Edges[place].Waypoints, first: false, to.Bounds)) && (from ?? to) is not null) return;
        if (from is null && to is null) return;
        List<Point> points = (from, to) switch
        {
            ({ } a, { } b) => Way(canvas, a, b),
            ({ } a, null) => [new Point(a.Bounds.X + a.Bounds.Width, a.Bounds.Y + a.Bounds.Height / 2), new Point(a.Bounds.X + a.Bounds.Width + 30, a.Bounds.Y + a.Bounds.Height / 2)],
            (null, { } b) => [new Point(b.Bounds.X - 30, b.Bounds.Y + b.Bounds.Height / 2), new Point(b.Bounds.X, b.Bounds.Y + b.Bounds.Height / 2)],
            _ => [],
        };
        var known = place >= 0 ? canvas.Edges[place] : edge;
        var result = known with { Waypoints = points.ToValueList(), Label = null };
        if (place >= 0) canvas.Edges[place] = result;
        else canvas.Edges.Add(result);
        if (edge.Label is not { } label) return;
        var list = new List<Edge> { result };
        FlowLabels.Place(canvas.Shapes, list, new Dictionary<string, (double, double)> { [edge.ElementId] = (label.Width, label.Height) });
        canvas.Edges[place >= 0 ? place : ^1] = list[0];
    }

    private List<Point> Way(Canvas canvas, Shape from, Shape to)
    {
        var obstacles = canvas.Shapes.Where(shape => !_lanesAndPools.Contains(shape.ElementId) && shape.ElementId != from.ElementId && shape.ElementId != to.ElementId
            && !(Grows(shape) && (Holds(shape.Bounds, from.Bounds) || Holds(shape.Bounds, to.Bounds)))
            && _index.Node(from.ElementId)?.AttachedToId != shape.ElementId).Select(shape => shape.Bounds).ToList();
        var (start, goal) = (End(from, to), End(to, from));
        var isAttached = _index.Node(from.ElementId)?.Kind == NodeKind.BoundaryEvent;
        // The ends are obstacles too, except for their own last piece.
        obstacles.Add(start);
        obstacles.Add(goal);
        if (isAttached && canvas.Find(_index.Node(from.ElementId)!.AttachedToId) is { } host) obstacles.Add(host.Bounds);
        return new ObstacleRouter(obstacles).Find(start, goal, isAttached);

        // A way to a pool ends anywhere on its border, best opposite the other end.
        Bounds End(Shape shape, Shape other)
        {
            if (!_lanesAndPools.Contains(shape.ElementId)) return shape.Bounds;
            var x = Math.Clamp(other.Bounds.X + other.Bounds.Width / 2, shape.Bounds.X, shape.Bounds.X + shape.Bounds.Width);
            var isAbove = other.Bounds.Y + other.Bounds.Height / 2 < shape.Bounds.Y + shape.Bounds.Height / 2;
            return new Bounds(x, isAbove ? shape.Bounds.Y : shape.Bounds.Y + shape.Bounds.Height, 0, 0);
        }
    }

    private static bool Touches(ValueList<Point> points, bool first, Bounds box)
    {
        if (points.Count == 0) return false;
        var point = first ? points[0] : points[^1];
        var wide = Around(box, 8);
        return point.X >= wide.X && point.X <= wide.X + wide.Width && point.Y >= wide.Y && point.Y <= wide.Y + wide.Height;
    }

    private static bool Holds(Bounds outer, Bounds inner) =>
        inner.X >= outer.X && inner.Y >= outer.Y && inner.X + inner.Width <= outer.X + outer.Width && inner.Y + inner.Height <= outer.Y + outer.Height;

    private static Bounds Around(Bounds box, double by) => new(box.X - by, box.Y - by, box.Width + 2 * by, box.Height + 2 * by);

    private static Shape At(Shape shape, Bounds bounds) => Move(shape, bounds.X - shape.Bounds.X, bounds.Y - shape.Bounds.Y);

    private static Shape Move(Shape shape, double x, double y) => shape with
    {
        Bounds = shape.Bounds with { X = shape.Bounds.X + x, Y = shape.Bounds.Y + y },
        Label = shape.Label is { } label ? label with { X = label.X + x, Y = label.Y + y } : null,
    };

    private static Dictionary<string, (string? From, string? To)> Ends(ProcessGraph graph)
    {
        var ends = new Dictionary<string, (string?, string?)>(StringComparer.Ordinal);
        foreach (var flow in graph.Flows.AsSpan()) ends.TryAdd(flow.Id, (flow.SourceId, flow.TargetId));
        foreach (var flow in graph.MessageFlows.AsSpan()) ends.TryAdd(flow.Id, (flow.SourceId, flow.TargetId));
        foreach (var association in graph.Associations.AsSpan()) ends.TryAdd(association.Id, (association.SourceId, association.TargetId));
        foreach (var association in graph.DataAssociations.AsSpan())
            ends.TryAdd(association.Id, association.Direction == DataDirection.Input ? (association.SourceIds.Count > 0 ? association.SourceIds[0] : null, association.NodeId) : (association.NodeId, association.TargetId));
        return ends;
    }

    private static Dictionary<string, string> Users(ProcessGraph graph)
    {
        var users = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var association in graph.DataAssociations.AsSpan())
        {
            foreach (var source in association.SourceIds.AsSpan()) users.TryAdd(source, association.NodeId);
            if (association.TargetId is { } target) users.TryAdd(target, association.NodeId);
        }

        var artifacts = graph.Artifacts.Select(artifact => artifact.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var association in graph.Associations.AsSpan())
        {
            if (association is not { SourceId: { } from, TargetId: { } to }) continue;
            if (artifacts.Contains(from)) users.TryAdd(from, to);
            if (artifacts.Contains(to)) users.TryAdd(to, from);
        }

        return users;
    }
}
