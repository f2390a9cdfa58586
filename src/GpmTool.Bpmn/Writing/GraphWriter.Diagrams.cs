using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>Diagram interchange.</summary>
internal sealed partial class GraphWriter
{
    private void Diagram(Diagram diagram)
    {
        StartDrawn("BPMNDiagram");
        _w.Attribute("id", diagram.Id.Length == 0 ? null : _ids.Figure(diagram.Id, diagram.ElementId));
        _w.Attribute("name", diagram.Name);
        _w.Attributes(diagram.RawAttributes);
        var plane = diagram.Raw.FirstOrDefault(raw => Is(raw, "BPMNPlane"));
        if (plane is not null || diagram.PlaneId is not null || diagram.ElementId is not null || !diagram.Shapes.IsEmpty || !diagram.Edges.IsEmpty) Plane(diagram, plane);
        foreach (var raw in diagram.Raw.AsSpan())
            if (!ReferenceEquals(raw, plane)) _w.Raw(raw);
        _w.End();
    }

    private void Plane(Diagram diagram, RawElement? twin)
    {
        StartDrawn("BPMNPlane");
        _w.Attribute("id", _ids.Figure(diagram.PlaneId, diagram.ElementId));
        Reference("bpmnElement", diagram.ElementId);
        if (twin is not null) _w.Attributes(twin.Attributes);
        foreach (var raw in (twin?.Children ?? default).AsSpan())
            if (Is(raw, "extension")) _w.Raw(raw);
        foreach (var shape in diagram.Shapes.AsSpan()) Shape(shape);
        foreach (var edge in diagram.Edges.AsSpan()) Edge(edge);
        foreach (var raw in (twin?.Children ?? default).AsSpan())
            if (!Is(raw, "extension")) _w.Raw(raw);
        _w.End();
    }

    private void Shape(Shape shape)
    {
        StartDrawn("BPMNShape");
        _w.Attribute("id", _ids.Figure(shape.Id, shape.ElementId));
        Reference("bpmnElement", shape.ElementId);
        _w.Flag(shape.RawAttributes, "isHorizontal", shape.IsHorizontal);
        _w.Flag(shape.RawAttributes, "isExpanded", shape.IsExpanded);
        _w.Flag(shape.RawAttributes, "isMarkerVisible", shape.IsMarkerVisible);
        _w.Attributes(shape.RawAttributes);
        Raws(shape.Raw, "extension");
        Bounds(shape.Bounds, shape.Raw);
        Label(shape.Label, shape.Raw);
        Rest(shape.Raw);
        _w.End();
    }

    private void Edge(Edge edge)
    {
        StartDrawn("BPMNEdge");
        _w.Attribute("id", _ids.Figure(edge.Id, edge.ElementId));
        Reference("bpmnElement", edge.ElementId);
        _w.Attributes(edge.RawAttributes);
        Raws(edge.Raw, "extension");
        foreach (var point in edge.Waypoints.AsSpan())
        {
            _w.Start(_w.Names.Lines, "waypoint", BpmnNames.Lines);
            _w.Output.Attribute("x", point.X);
            _w.Output.Attribute("y", point.Y);
            _w.End();
        }

        Raws(edge.Raw, "waypoint");
        Label(edge.Label, edge.Raw);
        Rest(edge.Raw);
        _w.End();
    }

    private void Bounds(Bounds bounds, ValueList<RawElement> raws)
    {
        var twin = raws.IsEmpty ? null : raws.FirstOrDefault(IsBoundsTwin);
        _w.Start(_w.Names.Bounds, "Bounds", BpmnNames.Bounds);
        _w.Output.Attribute("x", bounds.X);
        _w.Output.Attribute("y", bounds.Y);
        _w.Output.Attribute("width", bounds.Width);
        _w.Output.Attribute("height", bounds.Height);
        if (twin is not null)
        {
            _w.Attributes(twin.Attributes);
            _w.Content(twin.Children);
        }

        _w.End();
    }

    private void Label(Bounds? bounds, ValueList<RawElement> raws)
    {
        var twin = raws.IsEmpty ? null : raws.FirstOrDefault(raw => Is(raw, "BPMNLabel"));
        if (bounds is null && twin is null) return;
        StartDrawn("BPMNLabel");
        if (twin is not null)
        {
            _w.Attributes(twin.Attributes);
            Raws(twin.Children, "extension");
        }

        if (bounds is { } where) Bounds(where, twin?.Children ?? default);
        foreach (var raw in (twin?.Children ?? default).AsSpan())
            if (!Is(raw, "extension") && (bounds is null || !IsBoundsTwin(raw))) _w.Raw(raw);
        _w.End();
    }

    // A place that could not be understood is no twin: it has its own numbers, or lacks some.
    private static bool IsBoundsTwin(RawElement raw) => Is(raw, "Bounds") && !raw.Attributes.Any(attribute => attribute.Name is "x" or "y" or "width" or "height") && (!raw.Attributes.IsEmpty || !raw.Children.IsEmpty);

    private void StartDrawn(string local) => _w.Start(_w.Names.Diagram, local, BpmnNames.Diagram);

    private void Raws(ValueList<RawElement> raws, string local)
    {
        foreach (var raw in raws.AsSpan())
            if (Is(raw, local)) _w.Raw(raw);
    }

    /// <summary>What is neither written before nor the twin of something typed; a second label of a figure is.</summary>
    private void Rest(ValueList<RawElement> raws)
    {
        var (hasBounds, hasLabel) = (false, false);
        foreach (var raw in raws.AsSpan())
        {
            if (Is(raw, "extension") || Is(raw, "waypoint")) continue;
            if (!hasBounds && IsBoundsTwin(raw)) hasBounds = true;
            else if (!hasLabel && Is(raw, "BPMNLabel")) hasLabel = true;
            else _w.Raw(raw);
        }
    }

    private static bool Is(RawElement raw, string local) =>
        raw.Kind == RawKind.Element && raw.Namespace is BpmnNames.Diagram or BpmnNames.Bounds or BpmnNames.Lines && raw.Name!.EndsWith(local, StringComparison.Ordinal) && (raw.Name.Length == local.Length || raw.Name[^(local.Length + 1)] == ':');
}
