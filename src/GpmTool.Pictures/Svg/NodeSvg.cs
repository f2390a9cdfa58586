using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>Draws nodes, pools, lanes, data and artifacts.</summary>
internal sealed class NodeSvg(SvgText svg, ProcessGraph graph, IReadOnlyList<Shape> shapes)
{
    private readonly GraphIndex _index = new(graph);

    private readonly Dictionary<string, Bounds> _events = shapes.DistinctBy(shape => shape.ElementId).ToDictionary(shape => shape.ElementId, shape => shape.Bounds, StringComparer.Ordinal);

    /// <summary>A sub-process drawn with its content; where the drawing does not say, by its size.</summary>
    public static bool IsExpanded(Shape shape) => shape.IsExpanded ?? (shape.Bounds.Width > 140 && shape.Bounds.Height > 110);

    public void Draw(Shape shape, GraphElement element)
    {
        switch (element)
        {
            case Pool pool: Pool(shape, pool); break;
            case Lane lane: Band(shape, lane.Name, Colours.LaneBorder); break;
            case FlowNode node when node.Kind.IsEvent(): Event(shape, node); break;
            case FlowNode node when node.Kind.IsGateway(): Gateway(shape, node); break;
            case FlowNode node: Activity(shape, node); break;
            case DataElement data: Data(shape, data); break;
            case Artifact { Kind: ArtifactKind.Group } group: Group(shape, group); break;
            case Artifact artifact: Annotation(shape, artifact); break;
        }
    }

    /// <summary>The box of a label that stands beside its shape; null: none.</summary>
    public static Bounds? LabelBox(Shape shape, GraphElement element)
    {
        if (element is not (DataElement or FlowNode) || string.IsNullOrWhiteSpace(Caption(element))) return null;
        if (element is FlowNode node && node.Kind.IsActivity()) return null;
        var given = shape.Label;
        var width = Math.Max(90, given?.Width ?? Sizes.EventLabel);
        var (needed, height) = TextWrap.Measure(Caption(element)!, width, Sizes.LabelSize, Sizes.LabelLines);
        var middle = given is { } label ? label.X + label.Width / 2 : shape.Bounds.X + shape.Bounds.Width / 2;
        var top = given?.Y ?? shape.Bounds.Y + shape.Bounds.Height + 4;
        return new Bounds(middle - needed / 2, top, needed, height);
    }

    public void Label(Shape shape, GraphElement element)
    {
        if (LabelBox(shape, element) is not { } box) return;
        var lines = TextWrap.Wrap(Caption(element)!, Math.Max(90, shape.Label?.Width ?? Sizes.EventLabel), Sizes.LabelSize, Sizes.LabelLines);
        svg.Line(Halo(box));
        svg.Lines(lines, box.X + box.Width / 2, box.Y, Sizes.LabelSize, fill: Colours.Ink);
    }

    /// <summary>White behind letters keeps them readable on a line.</summary>
    public static string Halo(Bounds box) =>
        $"<rect x=\"{SvgText.N(box.X - 1)}\" y=\"{SvgText.N(box.Y)}\" width=\"{SvgText.N(box.Width + 2)}\" height=\"{SvgText.N(box.Height)}\" fill=\"#ffffff\" fill-opacity=\"0.75\"/>";

    private static string? Caption(GraphElement element) =>
        element is DataElement data ? Sizes.Caption(data) : element.Name;

    private void Pool(Shape shape, Pool pool)
    {
        var isFull = pool.ProcessId is { } process && (_index.Children(process).Count > 0 || graph.Lanes.Any(lane => lane.OwnerId == process));
        if (isFull)
        {
            Band(shape, pool.Name, Colours.Ink);
            return;
        }

        Rectangle(shape, Colours.Ink, 1.5);
        Centred(shape.Bounds, pool.Name, Sizes.TaskSize);
    }

    private void Rectangle(Shape shape, string border, double width, string extra = "", double radius = 0, double inset = 0)
    {
        var (x, y, w, h) = (shape.Bounds.X + inset, shape.Bounds.Y + inset, Math.Max(0, shape.Bounds.Width - 2 * inset), Math.Max(0, shape.Bounds.Height - 2 * inset));
        var fill = inset > 0 ? "none" : Colours.Fill(shape.RawAttributes);
        svg.Line($"<rect x=\"{SvgText.N(x)}\" y=\"{SvgText.N(y)}\" width=\"{SvgText.N(w)}\" height=\"{SvgText.N(h)}\"{(radius > 0 ? $" rx=\"{SvgText.N(radius)}\"" : "")} fill=\"{fill}\" stroke=\"{Colours.Stroke(shape.RawAttributes, border)}\" stroke-width=\"{SvgText.N(width)}\"{extra}/>");
    }

    // A pool or lane with its name along the side (or on top of a vertical one).
    private void Band(Shape shape, string? name, string border)
    {
        Rectangle(shape, border, border == Colours.Ink ? 1.5 : 1);
        var (x, y, w, h) = (shape.Bounds.X, shape.Bounds.Y, shape.Bounds.Width, shape.Bounds.Height);
        var stroke = Colours.Stroke(shape.RawAttributes, border);
        var isVertical = shape.IsHorizontal == false;
        var isOuter = border == Colours.Ink;
        if (isOuter) svg.Line(isVertical ? $"<path d=\"M{SvgText.N(x)} {SvgText.N(y + 30)}h{SvgText.N(w)}\" stroke=\"{stroke}\" fill=\"none\"/>" : $"<path d=\"M{SvgText.N(x + 30)} {SvgText.N(y)}v{SvgText.N(h)}\" stroke=\"{stroke}\" fill=\"none\"/>");
        if (string.IsNullOrWhiteSpace(name)) return;
        var length = (isVertical ? w : h) - 10;
        var size = TextWrap.Wrap(name, length, Sizes.TaskSize).Count <= 2 ? Sizes.TaskSize : 10;
        var lines = TextWrap.Wrap(name, length, size, 2);
        var height = lines.Count * size * FontMetrics.LineHeight;
        if (isVertical) svg.Lines(lines, x + w / 2, y + 15 - height / 2, size);
        else svg.Lines(lines, 0, -height / 2, size, transform: $"translate({SvgText.N(x + 15)} {SvgText.N(y + h / 2)}) rotate(-90)");
    }

    private void Activity(Shape shape, FlowNode node)
    {
        var stroke = Colours.Stroke(shape.RawAttributes);
        var isEventSubProcess = node is { TriggeredByEvent: true };
        var isExpanded = node.Kind.IsContainer() && IsExpanded(shape);
        Rectangle(shape, Colours.Ink, node.Kind == NodeKind.CallActivity ? 3.5 : 1.5, isEventSubProcess ? " stroke-dasharray=\"2 4\" stroke-linecap=\"round\"" : "", 8);
        if (node.Kind == NodeKind.Transaction) Rectangle(shape, Colours.Ink, 1.2, radius: 6, inset: 3);
        var (x, y, w, h) = (shape.Bounds.X, shape.Bounds.Y, shape.Bounds.Width, shape.Bounds.Height);
        var icon = Icons.Task(node.Kind, stroke);
        if (icon is not null) At(x + 5, y + 5, icon, "gpm-icon");
        var markers = Markers(node, isExpanded, stroke);
        for (var i = 0; i < markers.Count; i++) At(x + w / 2 - markers.Count * 9 + i * 18 + 2, y + h - 17, markers[i], "gpm-marker");
        if (isExpanded)
        {
            svg.Lines(TextWrap.Wrap(node.Name ?? "", w - 20, Sizes.TaskSize, 2), x + w / 2, y + 6, Sizes.TaskSize);
            return;
        }

        var top = icon is null ? 4 : 20;
        var bottom = markers.Count > 0 ? 18 : 4;
        // Short labels stay in the middle although there is an icon.
        var lines = TextWrap.Wrap(node.Name ?? "", w - 12, Sizes.TaskSize);
        if (icon is not null && markers.Count == 0 && lines.Count * Sizes.TaskSize * FontMetrics.LineHeight <= h - 44) top = bottom = 20;
        var (above, below) = Ridden(shape);
        (top, bottom) = (Math.Max(top, above), Math.Max(bottom, below));
        Centred(new Bounds(x, y + top, w, h - top - bottom), node.Name, Sizes.TaskSize);
    }

    // How far events on the upper and the lower border reach into an activity.
    private (int Above, int Below) Ridden(Shape host)
    {
        var (above, below) = (0, 0);
        foreach (var attached in _index.Attached(host.ElementId))
        {
            if (!_events.TryGetValue(attached.Id, out var bounds)) continue;
            if (Math.Abs(bounds.Y + bounds.Height / 2 - host.Bounds.Y) < bounds.Height / 2) above = (int)Math.Ceiling(bounds.Y + bounds.Height - host.Bounds.Y);
            if (Math.Abs(bounds.Y + bounds.Height / 2 - host.Bounds.Y - host.Bounds.Height) < bounds.Height / 2) below = (int)Math.Ceiling(host.Bounds.Y + host.Bounds.Height - bounds.Y);
        }

        return above + below < host.Bounds.Height / 2 ? (above, below) : (0, 0);
    }

    private static List<string> Markers(FlowNode node, bool isExpanded, string stroke)
    {
        var markers = new List<string>();
        if (node.IsForCompensation) markers.Add(Icons.Compensation(stroke));
        if (node.Loop is { } loop) markers.Add(Icons.Loop(loop.Kind, stroke));
        if (node.Kind.IsContainer() && !isExpanded) markers.Add(Icons.Plus(stroke));
        if (node.Kind == NodeKind.CallActivity && (node.CalledElement ?? node.CalledProcess) is not null) markers.Add(Icons.Plus(stroke));
        if (node.Kind == NodeKind.AdHocSubProcess) markers.Add(Icons.AdHoc(stroke));
        return markers;
    }

    private void Centred(Bounds box, string? text, double size)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        var lines = TextWrap.Wrap(text, box.Width - 12, size);
        while (size > 9 && lines.Count * size * FontMetrics.LineHeight > box.Height) lines = TextWrap.Wrap(text, box.Width - 8, --size);
        var room = Math.Max(1, (int)(box.Height / (size * FontMetrics.LineHeight)));
        if (lines.Count > room) lines = TextWrap.Wrap(text, box.Width - 8, size, room);
        svg.Lines(lines, box.X + box.Width / 2, box.Y + (box.Height - lines.Count * size * FontMetrics.LineHeight) / 2, size);
    }

    private void Event(Shape shape, FlowNode node)
    {
        var stroke = Colours.Stroke(shape.RawAttributes);
        var fill = Colours.Fill(shape.RawAttributes);
        var (x, y, r) = (shape.Bounds.X + shape.Bounds.Width / 2, shape.Bounds.Y + shape.Bounds.Height / 2, Math.Min(shape.Bounds.Width, shape.Bounds.Height) / 2);
        var dash = node.NonInterrupting && node.Kind is NodeKind.StartEvent or NodeKind.BoundaryEvent && node.NonInterrupting ? " stroke-dasharray=\"4 3\"" : "";
        var width = node.Kind == NodeKind.EndEvent ? 3.5 : 1.5;
        Circle(x, y, Math.Max(0, r - (width > 2 ? 1 : 0)), fill, width);
        if (node.Kind is NodeKind.IntermediateCatchEvent or NodeKind.IntermediateThrowEvent or NodeKind.BoundaryEvent) Circle(x, y, Math.Max(0, r - 3), "none", 1.2);
        var isThrown = node.Kind is NodeKind.EndEvent or NodeKind.IntermediateThrowEvent;
        var sign = node.EventDefinitions.Count switch
        {
            0 => null,
            1 => Icons.Event(node.EventDefinitions[0].Kind, isThrown, stroke),
            _ => Icons.Several(node.ParallelMultiple, isThrown, stroke),
        };
        if (sign is not null) svg.Line($"<g class=\"gpm-sign\" transform=\"translate({SvgText.N(x)} {SvgText.N(y)}) scale({SvgText.N(r / 18)})\">{sign}</g>");

        void Circle(double cx, double cy, double radius, string inside, double line) =>
            svg.Line($"<circle cx=\"{SvgText.N(cx)}\" cy=\"{SvgText.N(cy)}\" r=\"{SvgText.N(radius)}\" fill=\"{inside}\" stroke=\"{stroke}\" stroke-width=\"{SvgText.N(line)}\"{dash}/>");
    }

    private void Gateway(Shape shape, FlowNode node)
    {
        var stroke = Colours.Stroke(shape.RawAttributes);
        var (x, y, w, h) = (shape.Bounds.X, shape.Bounds.Y, shape.Bounds.Width, shape.Bounds.Height);
        svg.Line($"<path d=\"M{SvgText.N(x + w / 2)} {SvgText.N(y)}L{SvgText.N(x + w)} {SvgText.N(y + h / 2)}L{SvgText.N(x + w / 2)} {SvgText.N(y + h)}L{SvgText.N(x)} {SvgText.N(y + h / 2)}z\" fill=\"{Colours.Fill(shape.RawAttributes)}\" stroke=\"{stroke}\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/>");
        if (Icons.Gateway(node.Kind, shape.IsMarkerVisible != false, node.Instantiates, stroke) is { } sign)
            svg.Line($"<g class=\"gpm-sign\" transform=\"translate({SvgText.N(x + w / 2)} {SvgText.N(y + h / 2)}) scale({SvgText.N(Math.Min(w, h) / 50)})\">{sign}</g>");
    }

    private void Data(Shape shape, DataElement data)
    {
        var (stroke, fill) = (Colours.Stroke(shape.RawAttributes), Colours.Fill(shape.RawAttributes));
        var (x, y, w, h) = (shape.Bounds.X, shape.Bounds.Y, shape.Bounds.Width, shape.Bounds.Height);
        if (data.Kind is DataKind.DataStore or DataKind.DataStoreReference)
        {
            var ry = Math.Min(8, h / 5);
            var arc = $"a{SvgText.N(w / 2)} {SvgText.N(ry)} 0 0";
            svg.Line($"<path d=\"M{SvgText.N(x)} {SvgText.N(y + ry)}{arc} 1 {SvgText.N(w)} 0v{SvgText.N(h - 2 * ry)}{arc} 1 {SvgText.N(-w)} 0z\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"1.5\"/>");
            svg.Line($"<path d=\"M{SvgText.N(x)} {SvgText.N(y + ry)}{arc} 0 {SvgText.N(w)} 0m{SvgText.N(-w)} 5{arc} 0 {SvgText.N(w)} 0m{SvgText.N(-w)} 5{arc} 0 {SvgText.N(w)} 0\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"1.2\"/>");
            return;
        }

        var fold = Math.Min(11, w / 3);
        svg.Line($"<path d=\"M{SvgText.N(x)} {SvgText.N(y)}h{SvgText.N(w - fold)}l{SvgText.N(fold)} {SvgText.N(fold)}v{SvgText.N(h - fold)}h{SvgText.N(-w)}z m{SvgText.N(w - fold)} 0v{SvgText.N(fold)}h{SvgText.N(fold)}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/>");
        if (data.Kind is DataKind.DataInput or DataKind.DataOutput)
            svg.Line($"<path d=\"M{SvgText.N(x + 4)} {SvgText.N(y + 8)}h7v-3l6 5l-6 5v-3h-7z\" fill=\"{(data.Kind == DataKind.DataOutput ? stroke : "none")}\" stroke=\"{stroke}\"/>");
        if (data.IsCollection) svg.Line($"<path d=\"M{SvgText.N(x + w / 2 - 5)} {SvgText.N(y + h - 12)}v9m5 -9v9m5 -9v9\" stroke=\"{stroke}\" stroke-width=\"2\" fill=\"none\"/>");
    }

    private void Annotation(Shape shape, Artifact artifact)
    {
        var (x, y, w, h) = (shape.Bounds.X, shape.Bounds.Y, shape.Bounds.Width, shape.Bounds.Height);
        svg.Line($"<rect x=\"{SvgText.N(x)}\" y=\"{SvgText.N(y)}\" width=\"{SvgText.N(w)}\" height=\"{SvgText.N(h)}\" fill=\"{Colours.Fill(shape.RawAttributes, "none")}\"/>");
        svg.Line($"<path d=\"M{SvgText.N(x + 9)} {SvgText.N(y)}h-9v{SvgText.N(h)}h9\" fill=\"none\" stroke=\"{Colours.Stroke(shape.RawAttributes)}\" stroke-width=\"1.5\"/>");
        var text = artifact.Text ?? artifact.Name;
        if (string.IsNullOrWhiteSpace(text)) return;
        var size = Sizes.LabelSize;
        var lines = TextWrap.Wrap(text, w - 10, size);
        while (size > 9 && lines.Count * size * FontMetrics.LineHeight > h) lines = TextWrap.Wrap(text, w - 10, --size);
        svg.Lines(lines, x + 7, y + Math.Max(2, (h - lines.Count * size * FontMetrics.LineHeight) / 2), size, anchor: "start");
    }

    private void Group(Shape shape, Artifact artifact)
    {
        var (x, y, w, h) = (shape.Bounds.X, shape.Bounds.Y, shape.Bounds.Width, shape.Bounds.Height);
        svg.Line($"<rect x=\"{SvgText.N(x)}\" y=\"{SvgText.N(y)}\" width=\"{SvgText.N(w)}\" height=\"{SvgText.N(h)}\" rx=\"8\" fill=\"none\" stroke=\"{Colours.Stroke(shape.RawAttributes)}\" stroke-width=\"1.5\" stroke-dasharray=\"10 6 1 6\"/>");
        svg.Lines(TextWrap.Wrap(artifact.Name ?? CategoryValue(artifact.CategoryValueId) ?? "", w - 12, Sizes.LabelSize, 2), x + w / 2, y + 4, Sizes.LabelSize);
    }

    private string? CategoryValue(string? id)
    {
        if (id is null) return null;
        foreach (var category in graph.Raw.AsSpan())
            foreach (var value in category.Children.AsSpan())
                if (value.Attributes.Any(attribute => attribute.Name == "id" && attribute.Value == id)) return value.Attributes.FirstOrDefault(attribute => attribute.Name == "value")?.Value;
        return null;
    }

    private void At(double x, double y, string icon, string css) => svg.Line($"<g class=\"{css}\" transform=\"translate({SvgText.N(x)} {SvgText.N(y)})\">{icon}</g>");
}
