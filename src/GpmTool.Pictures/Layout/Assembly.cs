using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>Makes drawings out of grids whose coordinates are known. What a shape or edge had beside its place stays: id, colours, whether it is expanded.</summary>
internal sealed class Assembly(ScopeTree tree, LinkTree links, DrawnElements drawn)
{
    private const double Origin = 40;

    private readonly Dictionary<Scope, Scope> _planes = [];
    private readonly Dictionary<Scope, List<Shape>> _shapes = [];
    private readonly Dictionary<Scope, List<Edge>> _edges = [];
    private readonly Dictionary<string, Edge> _edgeOf = new(StringComparer.Ordinal);

    public ValueList<Diagram> Run()
    {
        foreach (var scope in tree.Scopes) Place(scope);
        foreach (var scope in tree.Scopes) Shapes(scope);
        foreach (var scope in tree.Scopes) Edges(scope);
        Associations();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return tree.Scopes.Where(scope => scope.IsPlane).Select(scope => Diagram(scope, ids)).ToValueList();
    }

    private Diagram Diagram(Scope scope, HashSet<string> ids)
    {
        FlowLabels.Place(_shapes[scope], _edges[scope], links.Labels);
        var known = drawn.Plane(scope.ElementId);
        var id = known?.Id ?? $"BPMNDiagram_{scope.ElementId ?? "1"}";
        while (!ids.Add(id)) id += "_";
        return new Diagram
        {
            Id = id,
            Name = known?.Name,
            PlaneId = known?.PlaneId ?? $"BPMNPlane_{scope.ElementId ?? "1"}",
            ElementId = scope.ElementId,
            Shapes = _shapes[scope].ToValueList(),
            Edges = _edges[scope].ToValueList(),
            RawAttributes = known?.RawAttributes ?? default,
            Raw = known?.Raw ?? default,
        };
    }

    // Outer grids come first, so that the place of the sub-process is known.
    private void Place(Scope scope)
    {
        if (scope.IsPlane)
        {
            _planes[scope] = scope;
            (_shapes[scope], _edges[scope]) = ([], []);
            (scope.X, scope.Y) = (Origin, Origin);
            return;
        }

        _planes[scope] = _planes[scope.Parent!];
        var host = scope.Container!.Bounds;
        (scope.X, scope.Y) = (scope.Parent!.X + host.X, scope.Parent.Y + host.Y);
    }

    private void Shapes(Scope scope)
    {
        var shapes = _shapes[_planes[scope]];
        foreach (var frame in scope.Frames)
            if (frame.Pool is { } pool) shapes.Add(Shape(pool.Id, new Bounds(scope.X, scope.Y + frame.Top, frame.Right, frame.Bottom - frame.Top), horizontal: true));
        foreach (var (lane, bounds) in scope.Lanes) shapes.Add(Shape(lane.Id, Move(bounds, scope), horizontal: true));
        foreach (var cell in scope.Cells)
        {
            var isContainer = cell.Node is { } node && node.Kind.IsContainer();
            var shape = Shape(cell.Id, Move(cell.Bounds, scope), Label(cell, cell.Label, scope), isContainer ? cell.Inner is not null : null);
            shapes.Add(cell.Node?.Kind == NodeKind.ExclusiveGateway ? shape with { IsMarkerVisible = shape.IsMarkerVisible ?? true } : shape);
        }

        foreach (var cell in scope.Cells)
        {
            foreach (var boundary in cell.Boundaries)
            {
                var bounds = new Bounds(cell.X + boundary.Offset - Sizes.Event / 2, cell.Y + cell.Height / 2 - Sizes.Event / 2, Sizes.Event, Sizes.Event);
                shapes.Add(Shape(boundary.Node.Id, Move(bounds, scope), Label(cell, boundary.Label, scope)));
            }

            foreach (var satellite in cell.Satellites)
                shapes.Add(Shape(satellite.Id, Move(At(cell, satellite.Place), scope), Label(cell, satellite.Label, scope)));
        }
    }

    private static Bounds? Label(Cell cell, Box? label, Scope scope) => label is { } box ? Move(At(cell, box), scope) : null;

    private static Bounds At(Cell cell, Box box) => new(cell.X + box.X, cell.Y + box.Y, box.Width, box.Height);

    private static Bounds Move(Bounds bounds, Scope scope) =>
        new(Round(scope.X + bounds.X), Round(scope.Y + bounds.Y), Round(bounds.Width), Round(bounds.Height));

    private static double Round(double value) => Math.Round(value * 2, MidpointRounding.AwayFromZero) / 2;

    private Shape Shape(string id, Bounds bounds, Bounds? label = null, bool? expanded = null, bool horizontal = false)
    {
        var known = drawn.Shape(id);
        return new Shape
        {
            Id = known?.Id ?? $"{id}_di",
            ElementId = id,
            Bounds = bounds,
            Label = label,
            IsExpanded = expanded,
            IsHorizontal = horizontal ? true : null,
            IsMarkerVisible = known?.IsMarkerVisible,
            RawAttributes = known?.RawAttributes ?? default,
            Raw = known?.Raw ?? default,
        };
    }

    private void Edges(Scope scope)
    {
        foreach (var link in scope.Links)
        {
            var points = new List<Point>();
            foreach (var exit in link.Sources) Way(exit, reverse: false, points);
            if (!link.EndsAtBorder && scope.Routes.Find(route => route.Link == link && route.LeavesDown is null) is { } main)
                foreach (var point in main.Points) points.Add(Move(point, scope));
            for (var i = link.Targets.Count - 1; i >= 0; i--) Way(link.Targets[i], reverse: true, points);
            Add(_planes[scope], link.Id, points);
        }
    }

    private static void Way(Exit exit, bool reverse, List<Point> into)
    {
        if (exit.Route is not { } route) return;
        var points = route.Points.ConvertAll(point => Move(point, exit.Scope));
        // The sub-process may be larger than its content.
        var host = exit.Scope.Container!;
        if (points.Count > 0) points[^1] = points[^1] with { Y = Round(exit.Scope.Parent!.Y + host.Y + (exit.Down ? 1 : -1) * host.Height / 2) };
        if (reverse) points.Reverse();
        into.AddRange(points);
    }

    private static Point Move(Point point, Scope scope) => new(Round(scope.X + point.X), Round(scope.Y + point.Y));

    private void Add(Scope plane, string id, List<Point> points)
    {
        Straighten(points);
        if (points.Count < 2) return;
        var known = drawn.Edge(id);
        var edge = new Edge { Id = known?.Id ?? $"{id}_di", ElementId = id, Waypoints = points.ToValueList(), RawAttributes = known?.RawAttributes ?? default, Raw = known?.Raw ?? default };
        _edges[plane].Add(edge);
        _edgeOf[id] = edge;
    }

    /// <summary>Takes out points that repeat or lie on the line between their neighbours.</summary>
    internal static void Straighten(List<Point> points)
    {
        for (var i = points.Count - 1; i > 0 && points.Count > 2; i--)
            if (points[i] == points[i - 1]) points.RemoveAt(i);
        for (var i = points.Count - 2; i > 0; i--)
        {
            var (a, b, c) = (points[i - 1], points[i], points[i + 1]);
            if ((a.X == b.X && b.X == c.X) || (a.Y == b.Y && b.Y == c.Y)) points.RemoveAt(i);
        }
    }

    private void Associations()
    {
        foreach (var (id, from, to) in links.Short)
        {
            var (a, b) = (Box(from), Box(to));
            Add(_planes[from.Scope], id, [Geometry.Toward(a, b), Geometry.Toward(b, a)]);
        }

        foreach (var (id, node, flow, fromNode) in links.Anchored)
        {
            if (!_edgeOf.TryGetValue(flow, out var edge)) continue;
            var plane = _planes[node.Scope];
            var own = node.Cell is null ? default : Box(node);
            if (node.Cell is null || !_edges[plane].Contains(edge)) continue;
            // Straight to the middle of the first piece; to the step before the flow if something is in the way.
            var middle = new Point((edge.Waypoints[0].X + edge.Waypoints[1].X) / 2, (edge.Waypoints[0].Y + edge.Waypoints[1].Y) / 2);
            var line = Geometry.Toward(own, new Bounds(middle.X, middle.Y, 0, 0));
            var isBlocked = _shapes[plane].Exists(shape => shape.ElementId != ElementId(node) && shape.IsHorizontal is null && !(shape.IsExpanded == true && Holds(shape.Bounds, own)) && Geometry.Crosses(line, middle, shape.Bounds, 0));
            if (isBlocked && node.Satellite is not null)
            {
                var host = Move(node.Cell.Bounds, node.Scope);
                (line, middle) = (Geometry.Toward(own, host), Geometry.Toward(host, own));
            }

            Add(plane, id, fromNode ? [line, middle] : [middle, line]);
        }
    }

    private static bool Holds(Bounds outer, Bounds inner) => inner.X >= outer.X && inner.Y >= outer.Y && inner.X + inner.Width <= outer.X + outer.Width && inner.Y + inner.Height <= outer.Y + outer.Height;

    private static string ElementId(End end) => end.Satellite?.Id ?? end.Boundary?.Node.Id ?? end.Cell!.Id;

    private static Bounds Box(End end)
    {
        var cell = end.Cell!;
        var bounds = end.Satellite is { } satellite ? At(cell, satellite.Place)
            : end.Boundary is { } boundary ? new Bounds(cell.X + boundary.Offset - Sizes.Event / 2, cell.Y + cell.Height / 2 - Sizes.Event / 2, Sizes.Event, Sizes.Event)
            : cell.Bounds;
        return Move(bounds, end.Scope);
    }
}
