using System.Globalization;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>Diagram interchange.</summary>
internal sealed partial class GraphReader
{
    private void Diagram()
    {
        x.Begin();
        var id = x.Take("id");
        var name = x.Take("name");
        var (rawAttributes, content) = (x.Rest(), new Content());
        var plane = default(PlaneDraft);
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, id);)
        {
            if (x.Namespace == BpmnNames.Diagram && x.Local == "BPMNPlane" && plane.Shapes is null) plane = Plane(ref content);
            else content.Add(x.Raw());
        }

        _diagrams.Add(new Diagram
        {
            Id = id ?? "",
            Name = name,
            PlaneId = plane.Id,
            ElementId = plane.ElementId,
            Shapes = plane.Shapes.ToValueListOrEmpty(),
            Edges = plane.Edges.ToValueListOrEmpty(),
            RawAttributes = rawAttributes,
            Raw = content.Raw,
        });
    }

    private PlaneDraft Plane(ref Content diagram)
    {
        var name = x.QualifiedName;
        x.Begin();
        var plane = new PlaneDraft { Id = x.Take("id"), ElementId = Reference("bpmnElement"), Shapes = [], Edges = [] };
        var (rest, content) = (x.Rest(), new Content());
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, plane.Id);)
        {
            if (x.Namespace == BpmnNames.Diagram && x.Local == "BPMNShape") Shape(plane.Shapes, ref content);
            else if (x.Namespace == BpmnNames.Diagram && x.Local == "BPMNEdge") Edge(plane.Edges, ref content);
            else content.Add(x.Raw());
        }

        // What a plane has beside its shapes and edges stands in a twin.
        if (!rest.IsEmpty || !content.Raw.IsEmpty) diagram.Add(new RawElement { Name = name, Namespace = BpmnNames.Diagram, Attributes = rest, Children = content.Raw });
        return plane;
    }

    private void Shape(List<Shape> shapes, ref Content plane)
    {
        var name = x.QualifiedName;
        x.Begin();
        var line = x.BegunLine;
        var id = x.Take("id");
        if (Reference("bpmnElement") is not { } element)
        {
            Undrawn(line, id);
            plane.Add(x.RawBegun());
            return;
        }

        var (isExpanded, isHorizontal, isMarkerVisible) = (x.TakeFlag("isExpanded"), x.TakeFlag("isHorizontal"), x.TakeFlag("isMarkerVisible"));
        var (rest, content) = (x.Rest(), new Content());
        Bounds? bounds = null;
        Bounds? label = null;
        var hasLabel = false;
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, id);)
        {
            if (bounds is null && x.Local == "Bounds") bounds = ReadBounds(ref content);
            else if (x.Local == "BPMNLabel" && x.Namespace == BpmnNames.Diagram) Label(ref content, ref label, ref hasLabel);
            else content.Add(x.Raw());
        }

        if (bounds is { } where)
        {
            shapes.Add(new Shape { Id = id, ElementId = element, Bounds = where, Label = label, IsExpanded = isExpanded, IsHorizontal = isHorizontal, IsMarkerVisible = isMarkerVisible, RawAttributes = rest, Raw = content.Raw });
            return;
        }

        Undrawn(line, element);
        var attributes = new List<RawAttribute>();
        if (id is not null) attributes.Add(new RawAttribute("id", id));
        attributes.Add(new RawAttribute("bpmnElement", _qualified.TryGetValue("bpmnElement", out var prefix) ? $"{prefix}:{element}" : element));
        void Flag(string flag, bool? value)
        {
            if (value is { } known && !rest.Any(attribute => attribute.Name == flag)) attributes.Add(new RawAttribute(flag, known ? "true" : "false"));
        }

        Flag("isExpanded", isExpanded);
        Flag("isHorizontal", isHorizontal);
        Flag("isMarkerVisible", isMarkerVisible);
        plane.Add(new RawElement { Name = name, Namespace = BpmnNames.Diagram, Attributes = attributes.Concat(rest).ToValueList(), Children = WithLabel(content.Raw, label, name) });
    }

    /// <summary>Puts the place of a label that was understood back into what is carried.</summary>
    private static ValueList<RawElement> WithLabel(ValueList<RawElement> raw, Bounds? label, string shapeName)
    {
        if (label is not { } where) return raw;
        static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
        var place = new RawElement
        {
            Name = "dc:Bounds",
            Namespace = BpmnNames.Bounds,
            Attributes = [new RawAttribute("x", Text(where.X)), new RawAttribute("y", Text(where.Y)), new RawAttribute("width", Text(where.Width)), new RawAttribute("height", Text(where.Height))],
        };
        var list = raw.ToList();
        var at = list.FindIndex(one => one.Namespace == BpmnNames.Diagram && one.Name!.EndsWith("BPMNLabel", StringComparison.Ordinal));
        if (at < 0) list.Add(new RawElement { Name = shapeName.Replace("BPMNShape", "BPMNLabel", StringComparison.Ordinal), Namespace = BpmnNames.Diagram, Children = [place] });
        else list[at] = list[at] with { Children = WithPlace(list[at].Children, place) };
        return list.ToValueList();
    }

    // The place that counts is the first one: it stays before others.
    private static ValueList<RawElement> WithPlace(ValueList<RawElement> children, RawElement place)
    {
        var list = children.ToList();
        var other = list.FindIndex(one => one.Namespace == BpmnNames.Bounds && one.Name!.EndsWith("Bounds", StringComparison.Ordinal));
        list.Insert(other < 0 ? list.Count : other, place);
        return list.ToValueList();
    }

    private void Edge(List<Edge> edges, ref Content plane)
    {
        x.Begin();
        var line = x.BegunLine;
        var id = x.Take("id");
        if (Reference("bpmnElement") is not { } element)
        {
            Undrawn(line, id);
            plane.Add(x.RawBegun());
            return;
        }

        var (rest, content) = (x.Rest(), new Content());
        _points.Clear();
        Bounds? label = null;
        var hasLabel = false;
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, id);)
        {
            if (x.Local == "waypoint" && x.Namespace == BpmnNames.Lines) Waypoint(ref content, element);
            else if (x.Local == "BPMNLabel" && x.Namespace == BpmnNames.Diagram) Label(ref content, ref label, ref hasLabel);
            else content.Add(x.Raw());
        }

        edges.Add(new Edge { Id = id, ElementId = element, Waypoints = ValueList.Create<Point>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_points)), Label = label, RawAttributes = rest, Raw = content.Raw });
    }

    private readonly List<Point> _points = [];

    private void Waypoint(ref Content content, string element)
    {
        x.Begin();
        var isEmpty = x.IsEmpty;
        if (!Number(x.Take("x"), out var left) || !Number(x.Take("y"), out var top))
        {
            Invalid("waypoint", element, null);
            content.Add(x.RawBegun());
            return;
        }

        // Early tools name the type of every point; there is only one.
        x.Take(BpmnNames.Instance, "type");
        if (!x.RestOfLeaf().IsEmpty)
            report.Add(Severity.Info, Outcome.Dropped, "bpmn.waypoint-attribute", x.BegunLine, element, null,
                new("Ein Knickpunkt hat weitere Attribute; sie fallen weg.", "A waypoint has further attributes; they are dropped."), new("Es ist nichts zu tun: BPMN kennt dort keine.", "Nothing needs to be done: BPMN has none there."));
        x.Children(isEmpty);
        _points.Add(new Point(left, top));
    }

    private Bounds? ReadBounds(ref Content content)
    {
        x.Begin();
        if (!Number(x.Take("x"), out var left) || !Number(x.Take("y"), out var top) || !Number(x.Take("width"), out var width) || !Number(x.Take("height"), out var height))
        {
            content.Add(x.RawBegun());
            return null;
        }

        var name = x.QualifiedName;
        var (rest, isEmpty) = (x.RestOfLeaf(), x.IsEmpty);
        var children = x.Children(isEmpty);
        if (!rest.IsEmpty || !children.IsEmpty) content.Add(new RawElement { Name = name, Namespace = BpmnNames.Bounds, Attributes = rest, Children = children });
        return new Bounds(left, top, width, height);
    }

    /// <summary>The first label is typed; a further one is carried, and the first then has a twin.</summary>
    private void Label(ref Content content, ref Bounds? label, ref bool hasLabel)
    {
        if (!hasLabel) label = Label(ref content);
        else
        {
            content.MarkFirst(x.QualifiedName, BpmnNames.Diagram);
            content.Add(x.Raw());
        }

        hasLabel = true;
    }

    private Bounds? Label(ref Content content)
    {
        var name = x.QualifiedName;
        x.Begin();
        var (attributes, isEmpty) = (x.Rest(), x.IsEmpty);
        var inner = new Content();
        Bounds? bounds = null;
        while (NextChild(ref inner, isEmpty, null))
        {
            if (bounds is null && x.Local == "Bounds") bounds = ReadBounds(ref inner);
            else inner.Add(x.Raw());
        }

        if (bounds is null || !attributes.IsEmpty || !inner.Raw.IsEmpty) content.Add(new RawElement { Name = name, Namespace = BpmnNames.Diagram, Attributes = attributes, Children = inner.Raw });
        return bounds;
    }

    private void Undrawn(int line, string? id) => report.Add(
        Severity.Info, Outcome.Degraded, "bpmn.shape-incomplete", line, id, null,
        new("Eine Figur der Zeichnung nennt ihr Element oder ihre Lage nicht; sie wird mitgeführt, aber nicht gezeigt.", "A figure of the drawing does not name its element or its place; it is carried, but not shown."),
        new("Prüfen Sie die Zeichnung.", "Check the drawing."));

    private static bool Number(string? text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private struct PlaneDraft
    {
        public string? Id;
        public string? ElementId;
        public List<Shape> Shapes;
        public List<Edge> Edges;
    }
}
