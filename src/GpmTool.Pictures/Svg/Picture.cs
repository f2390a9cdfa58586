using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>One picture in the making: what is large lies below what is small, edges below nodes, marks on top.</summary>
internal sealed class Picture
{
    // Coordinates beyond are taken for damaged.
    private const double Farthest = 1e6;

    private readonly ProcessGraph _graph;
    private readonly Diagram _diagram;
    private readonly PictureOptions _options;
    private readonly SvgText _svg;
    private readonly Dictionary<string, GraphElement> _elements = new(StringComparer.Ordinal);
    private readonly List<Shape> _shapes;
    private readonly List<Edge> _edges;

    public Picture(ProcessGraph graph, Diagram diagram, PictureOptions options, TextWriter output)
    {
        (_graph, _diagram, _options, _svg) = (graph, diagram, options, new SvgText(output));
        foreach (var element in (IEnumerable<GraphElement>)[.. graph.Nodes, .. graph.Pools, .. graph.Lanes, .. graph.Data, .. graph.Artifacts, .. graph.Flows, .. graph.MessageFlows, .. graph.DataAssociations, .. graph.Associations])
            _elements.TryAdd(element.Id, element);
        _shapes = [.. diagram.Shapes.Where(shape => _elements.ContainsKey(shape.ElementId) && IsSound(shape.Bounds))];
        _edges = [.. diagram.Edges.Where(edge => _elements.ContainsKey(edge.ElementId) && edge.Waypoints.Count > 1 && edge.Waypoints.All(point => IsSound(new Bounds(point.X, point.Y, 0, 0))))];
    }

    public void Write()
    {
        PlaceLabels();
        var marks = new Marks(_options, _shapes, _edges);
        var (box, legend) = Frame(marks);
        var name = _options.Title ?? _graph.Name ?? _diagram.Name ?? (_graph.Processes.Count > 0 ? _graph.Processes[0].Name : null) ?? "Prozess";
        _svg.Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{SvgText.N(box.Width)}\" height=\"{SvgText.N(box.Height)}\" viewBox=\"{SvgText.N(box.X)} {SvgText.N(box.Y)} {SvgText.N(box.Width)} {SvgText.N(box.Height)}\" role=\"img\" aria-label=\"{SvgText.E(name)}\" class=\"gpm-picture\" font-family=\"{FontMetrics.Family}\">");
        _svg.Line($"<title>{SvgText.E(name)}</title>");
        _svg.Line($"<desc>{SvgText.E(_options.Description ?? Describe())}</desc>");
        _svg.Line($"<rect class=\"gpm-background\" x=\"{SvgText.N(box.X)}\" y=\"{SvgText.N(box.Y)}\" width=\"{SvgText.N(box.Width)}\" height=\"{SvgText.N(box.Height)}\" fill=\"#ffffff\"/>");
        var nodes = new NodeSvg(_svg, _graph, _shapes);
        var edges = new EdgeSvg(_svg, _graph);
        var (frames, inner) = (new List<Shape>(), new List<Shape>());
        foreach (var shape in _shapes) (IsFrame(shape) ? frames : inner).Add(shape);
        foreach (var shape in frames.OrderBy(Rank).ThenByDescending(shape => shape.Bounds.Width * shape.Bounds.Height)) Draw(shape);
        foreach (var edge in _edges)
        {
            Begin(edge.ElementId);
            marks.Under(_svg, edge);
            edges.Draw(edge, _elements[edge.ElementId]);
            _svg.Line("</g>");
        }

        // Events on a border lie on their host.
        foreach (var shape in inner.OrderBy(shape => _elements[shape.ElementId] is FlowNode { Kind: NodeKind.BoundaryEvent } ? 1 : 0)) Draw(shape);
        foreach (var shape in _shapes) nodes.Label(shape, _elements[shape.ElementId]);
        foreach (var edge in _edges) edges.Label(edge, _elements[edge.ElementId]);
        marks.Badges(_svg);
        if (legend) marks.Legend(_svg, box.X + _options.Margin, box.Y + box.Height - _options.Margin - 12);
        _svg.Line("</svg>");

        void Draw(Shape shape)
        {
            Begin(shape.ElementId);
            nodes.Draw(shape, _elements[shape.ElementId]);
            marks.Over(_svg, shape, _elements[shape.ElementId]);
            _svg.Line("</g>");
        }

        void Begin(string id)
        {
            var element = _elements[id];
            _svg.Raw($"<g class=\"gpm-{Kind(element)}{marks.Class(id)}\" data-element=\"{SvgText.E(id)}\">");
            var title = element is Artifact { Text: { Length: > 0 } text } ? text : element.Name;
            if (!string.IsNullOrWhiteSpace(title)) _svg.Raw($"<title>{SvgText.E(title)}</title>");
        }
    }

    // Many drawings do not say where the texts of flows stand.
    private void PlaceLabels()
    {
        var sizes = new Dictionary<string, (double Width, double Height)>(StringComparer.Ordinal);
        foreach (var edge in _edges)
            if (edge.Label is null && EdgeSvg.LabelSize(edge, _elements[edge.ElementId]) is { } size) sizes.TryAdd(edge.ElementId, size);
        if (sizes.Count == 0) return;
        var solid = new List<Bounds>();
        foreach (var shape in _shapes)
        {
            if (!IsFrame(shape) && _elements[shape.ElementId] is not Artifact { Kind: ArtifactKind.Group }) solid.Add(shape.Bounds);
            if (NodeSvg.LabelBox(shape, _elements[shape.ElementId]) is { } label) solid.Add(label);
        }

        foreach (var edge in _edges)
            if (EdgeSvg.LabelBox(edge, _elements[edge.ElementId]) is { } label) solid.Add(label);
        FlowLabels.Place(solid, _edges, sizes);
    }

    private static bool IsSound(Bounds bounds) =>
        Math.Abs(bounds.X) < Farthest && Math.Abs(bounds.Y) < Farthest && bounds.Width is >= 0 and < Farthest && bounds.Height is >= 0 and < Farthest;

    private bool IsFrame(Shape shape) => _elements[shape.ElementId] switch
    {
        Pool or Lane => true,
        FlowNode node => node.Kind.IsContainer() && NodeSvg.IsExpanded(shape),
        _ => false,
    };

    private int Rank(Shape shape) => _elements[shape.ElementId] switch { Pool => 0, Lane => 1, _ => 2 };

    private static string Kind(GraphElement element) => element switch
    {
        FlowNode node => Camel(node.Kind.ToString()),
        DataElement data => Camel(data.Kind.ToString()),
        Artifact artifact => Camel(artifact.Kind.ToString()),
        _ => Camel(element.GetType().Name),
    };

    private static string Camel(string word) => char.ToLowerInvariant(word[0]) + word[1..];

    private (Bounds Box, bool Legend) Frame(Marks marks)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var shape in _shapes)
        {
            Reach(shape.Bounds);
            if (NodeSvg.LabelBox(shape, _elements[shape.ElementId]) is { } label) Reach(label);
        }

        foreach (var edge in _edges)
        {
            foreach (var point in edge.Waypoints.AsSpan()) Reach(new Bounds(point.X, point.Y, 0, 0));
            if (EdgeSvg.LabelBox(edge, _elements[edge.ElementId]) is { } label) Reach(label);
        }

        foreach (var badge in marks.Boxes) Reach(badge);
        if (left > right) (left, top, right, bottom) = (0, 0, 200, 60);
        var legend = _options.Legend && marks.Tones.Count > 0;
        if (legend) (right, bottom) = (Math.Max(right, left + marks.LegendWidth), bottom + 36);
        var margin = Math.Clamp(_options.Margin, 0, 500);
        return (new Bounds(left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin), legend);

        void Reach(Bounds bounds)
        {
            left = Math.Min(left, bounds.X);
            top = Math.Min(top, bounds.Y);
            right = Math.Max(right, bounds.X + bounds.Width);
            bottom = Math.Max(bottom, bounds.Y + bounds.Height);
        }
    }

    // What those hear who cannot see the picture.
    private string Describe()
    {
        var nodes = _shapes.Select(shape => _elements[shape.ElementId]).OfType<FlowNode>().ToList();
        var lanes = _shapes.Select(shape => _elements[shape.ElementId]).OfType<Lane>().Select(lane => lane.Name).Where(name => !string.IsNullOrWhiteSpace(name)).Take(20).ToList();
        var starts = Names(NodeKind.StartEvent);
        var ends = Names(NodeKind.EndEvent);
        return $"BPMN-Diagramm mit {nodes.Count(node => node.Kind.IsActivity())} Aktivitäten, {nodes.Count(node => node.Kind.IsGateway())} Verzweigungen und {nodes.Count(node => node.Kind.IsEvent())} Ereignissen."
            + (lanes.Count > 0 ? $" Beteiligt: {string.Join(", ", lanes)}." : "")
            + (starts.Length > 0 ? $" Beginnt mit: {starts}." : "") + (ends.Length > 0 ? $" Endet mit: {ends}." : "");

        string Names(NodeKind kind) => string.Join(", ", nodes.Where(node => node.Kind == kind && !string.IsNullOrWhiteSpace(node.Name)).Select(node => node.Name).Take(10));
    }
}
