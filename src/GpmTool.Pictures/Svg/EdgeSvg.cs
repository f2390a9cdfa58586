using System.Globalization;
using System.Text;
using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>Draws flows and associations with their heads and markers.</summary>
internal sealed class EdgeSvg
{
    private const double Corner = 6;

    private readonly SvgText _svg;
    private readonly Dictionary<string, FlowNode> _nodes = new(StringComparer.Ordinal);

    public EdgeSvg(SvgText svg, ProcessGraph graph)
    {
        _svg = svg;
        foreach (var node in graph.Nodes.AsSpan()) _nodes.TryAdd(node.Id, node);
    }

    public void Draw(Edge edge, GraphElement element)
    {
        var stroke = Colours.Stroke(edge.RawAttributes, element is Association or DataAssociation ? Colours.Quiet : Colours.Ink);
        var points = edge.Waypoints;
        var style = element switch
        {
            MessageFlow => " stroke-dasharray=\"8 5\"",
            Association or DataAssociation => " stroke-dasharray=\"1 4\" stroke-linecap=\"round\"",
            _ => "",
        };
        _svg.Line($"<path d=\"{Path(points)}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"1.5\"{style}/>");
        switch (element)
        {
            case SequenceFlow flow:
                Head(points[^2], points[^1], stroke, "M0 0L-11 -5L-11 5z", stroke);
                var source = flow.SourceId is { } id ? _nodes.GetValueOrDefault(id) : null;
                if (source?.DefaultFlowId == flow.Id) Head(points[1], points[0], stroke, "M-6 -5L-11 5", "none");
                else if (flow.Condition is not null && source is { } from && from.Kind.IsActivity()) Head(points[1], points[0], stroke, "M0 0L-8 -5L-16 0L-8 5z", Colours.Paper);
                break;
            case MessageFlow:
                Head(points[^2], points[^1], stroke, "M0 0L-11 -5.5L-11 5.5z", Colours.Paper);
                Head(points[1], points[0], stroke, "M0 0a3.5 3.5 0 1 1 -7 0a3.5 3.5 0 1 1 7 0z", Colours.Paper);
                break;
            case DataAssociation:
                Head(points[^2], points[^1], stroke, "M-9 -5L0 0L-9 5", "none");
                break;
            case Association { Direction: not AssociationDirection.None } association:
                Head(points[^2], points[^1], stroke, "M-9 -5L0 0L-9 5", "none");
                if (association.Direction == AssociationDirection.Both) Head(points[1], points[0], stroke, "M-9 -5L0 0L-9 5", "none");
                break;
        }
    }

    /// <summary>The size of what a flow says; null: nothing.</summary>
    public static (double Width, double Height)? LabelSize(Edge edge, GraphElement element) =>
        string.IsNullOrWhiteSpace(element.Name) || element is not (SequenceFlow or MessageFlow) ? null
        : TextWrap.Measure(element.Name, Math.Max(Sizes.FlowLabel, edge.Label?.Width ?? 0), Sizes.LabelSize, Sizes.LabelLines);

    /// <summary>The box of what a flow says, which has a place; null: nothing.</summary>
    public static Bounds? LabelBox(Edge edge, GraphElement element) =>
        edge.Label is { } label && LabelSize(edge, element) is var (width, height) ? new Bounds(label.X + (label.Width - width) / 2, label.Y, width, height) : null;

    public void Label(Edge edge, GraphElement element)
    {
        if (LabelBox(edge, element) is not { } box) return;
        var lines = TextWrap.Wrap(element.Name!, Math.Max(Sizes.FlowLabel, edge.Label?.Width ?? 0), Sizes.LabelSize, Sizes.LabelLines);
        _svg.Line(NodeSvg.Halo(box));
        _svg.Lines(lines, box.X + box.Width / 2, box.Y, Sizes.LabelSize);
    }

    /// <summary>The middle of the longest piece.</summary>
    public static Point Middle(ValueList<Point> points)
    {
        var (a, b) = Longest(points);
        return new Point((a.X + b.X) / 2, (a.Y + b.Y) / 2);
    }

    /// <summary>The line with rounded corners.</summary>
    public static string Path(ValueList<Point> points)
    {
        var path = new StringBuilder($"M{SvgText.N(points[0].X)} {SvgText.N(points[0].Y)}");
        for (var i = 1; i < points.Count - 1; i++)
        {
            var (before, at, after) = (points[i - 1], points[i], points[i + 1]);
            var radius = Math.Min(Corner, Math.Min(Length(before, at), Length(at, after)) / 2);
            var start = Along(at, before, radius);
            var end = Along(at, after, radius);
            path.Append(CultureInfo.InvariantCulture, $"L{SvgText.N(start.X)} {SvgText.N(start.Y)}Q{SvgText.N(at.X)} {SvgText.N(at.Y)} {SvgText.N(end.X)} {SvgText.N(end.Y)}");
        }

        return path.Append(CultureInfo.InvariantCulture, $"L{SvgText.N(points[^1].X)} {SvgText.N(points[^1].Y)}").ToString();
    }

    // A sign at an end of the line, drawn as if the line came from the left and ended at (0, 0).
    private void Head(Point from, Point to, string stroke, string path, string fill)
    {
        var angle = Math.Atan2(to.Y - from.Y, to.X - from.X) * 180 / Math.PI;
        _svg.Line($"<path d=\"{path}\" transform=\"translate({SvgText.N(to.X)} {SvgText.N(to.Y)}) rotate({SvgText.N(angle)})\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"1.2\" stroke-linejoin=\"round\"/>");
    }

    private static (Point, Point) Longest(ValueList<Point> points)
    {
        var best = 1;
        for (var i = 2; i < points.Count; i++)
            if (Length(points[i - 1], points[i]) > Length(points[best - 1], points[best])) best = i;
        return (points[best - 1], points[best]);
    }

    private static double Length(Point a, Point b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

    private static Point Along(Point from, Point to, double distance)
    {
        var length = Length(from, to);
        return length == 0 ? from : new Point(from.X + (to.X - from.X) / length * distance, from.Y + (to.Y - from.Y) / length * distance);
    }
}
