using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>Marks on a picture: a coloured outline, and a badge with a sign and a few words.</summary>
internal sealed class Marks
{
    private const int LongestText = 40;
    private const double BadgeHeight = 18;

    private readonly PictureOptions _options;
    private readonly Dictionary<string, PictureOverlay> _overlays = new(StringComparer.Ordinal);
    private readonly List<(Bounds Box, PictureOverlay Overlay)> _badges = [];

    public Marks(PictureOptions options, List<Shape> shapes, List<Edge> edges)
    {
        _options = options;
        foreach (var overlay in options.Overlays) _overlays.TryAdd(overlay.ElementId, overlay);
        foreach (var shape in shapes)
            if (_overlays.TryGetValue(shape.ElementId, out var overlay)) Badge(overlay, shape.Bounds.X + shape.Bounds.Width - 9, shape.Bounds.Y - 9, towardsLeft: true);
        foreach (var edge in edges)
            if (_overlays.TryGetValue(edge.ElementId, out var overlay) && EdgeSvg.Middle(edge.Waypoints) is var middle) Badge(overlay, middle.X - 9, middle.Y - 9, towardsLeft: false);
        Tones = [.. _badges.Select(badge => badge.Overlay.Tone).Distinct().Order()];
    }

    /// <summary>The tones that occur.</summary>
    public IReadOnlyList<Tone> Tones { get; }

    /// <summary>Where the badges stand.</summary>
    public IEnumerable<Bounds> Boxes => _badges.Select(badge => badge.Box);

    public double LegendWidth => Tones.Sum(Width) + 10;

    public string Class(string id) => _overlays.TryGetValue(id, out var overlay) ? $" gpm-marked gpm-{overlay.Tone.ToString().ToLowerInvariant()}" : "";

    public void Under(SvgText svg, Edge edge)
    {
        if (!_overlays.TryGetValue(edge.ElementId, out var overlay)) return;
        var (colour, _, _) = Colours.Of(overlay.Tone);
        svg.Line($"<path d=\"{EdgeSvg.Path(edge.Waypoints)}\" fill=\"none\" stroke=\"{colour}\" stroke-opacity=\"0.45\" stroke-width=\"7\" stroke-linecap=\"round\"{Dash(overlay.Tone)}/>");
    }

    public void Over(SvgText svg, Shape shape, GraphElement element)
    {
        if (!_overlays.TryGetValue(shape.ElementId, out var overlay)) return;
        var (colour, _, _) = Colours.Of(overlay.Tone);
        var (x, y, w, h) = (shape.Bounds.X, shape.Bounds.Y, shape.Bounds.Width, shape.Bounds.Height);
        var isLarge = element is Pool or Lane || (element is FlowNode node && node.Kind.IsContainer() && NodeSvg.IsExpanded(shape));
        var style = $"fill=\"{colour}\" fill-opacity=\"{(isLarge ? "0.06" : "0.12")}\" stroke=\"{colour}\" stroke-width=\"3\"{Dash(overlay.Tone)}";
        svg.Line(element switch
        {
            FlowNode flow when flow.Kind.IsEvent() => $"<circle cx=\"{SvgText.N(x + w / 2)}\" cy=\"{SvgText.N(y + h / 2)}\" r=\"{SvgText.N(Math.Min(w, h) / 2 + 3)}\" {style}/>",
            FlowNode flow when flow.Kind.IsGateway() => $"<path d=\"M{SvgText.N(x + w / 2)} {SvgText.N(y - 4)}L{SvgText.N(x + w + 4)} {SvgText.N(y + h / 2)}L{SvgText.N(x + w / 2)} {SvgText.N(y + h + 4)}L{SvgText.N(x - 4)} {SvgText.N(y + h / 2)}z\" {style}/>",
            _ => $"<rect x=\"{SvgText.N(x - 2)}\" y=\"{SvgText.N(y - 2)}\" width=\"{SvgText.N(w + 4)}\" height=\"{SvgText.N(h + 4)}\" rx=\"9\" {style}/>",
        });
    }

    public void Badges(SvgText svg)
    {
        foreach (var (box, overlay) in _badges) Draw(svg, box, overlay.Tone, overlay.Sign, Shorten(overlay.Text), overlay.Text);
    }

    public void Legend(SvgText svg, double x, double y)
    {
        svg.Raw("<g class=\"gpm-legend\">");
        foreach (var tone in Tones)
        {
            Draw(svg, new Bounds(x, y - 4, BadgeHeight, BadgeHeight), tone, null, null, null);
            svg.Lines([Word(tone)], x + BadgeHeight + 6, y - 2, Sizes.TaskSize, anchor: "start");
            x += Width(tone);
        }

        svg.Line("</g>");
    }

    // Removed things are dashed: the third sign beside colour and letter.
    private static string Dash(Tone tone) => tone == Tone.Removed ? " stroke-dasharray=\"7 5\"" : "";

    private string Word(Tone tone) => _options.LegendWords.TryGetValue(tone, out var word) ? word : Colours.Of(tone).Word;

    private double Width(Tone tone) => BadgeHeight + 6 + FontMetrics.Width(Word(tone), Sizes.TaskSize) + 24;

    private static string? Shorten(string? text) => text is null || text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText - 1), "…");

    private void Badge(PictureOverlay overlay, double x, double y, bool towardsLeft)
    {
        var width = BadgeHeight + Math.Max(0, SignWidth(overlay) - 10) + (string.IsNullOrEmpty(overlay.Text) ? 0 : FontMetrics.Width(Shorten(overlay.Text), Sizes.LabelSize) + 8);
        _badges.Add((new Bounds(towardsLeft ? x - Math.Max(0, width - BadgeHeight) : x, y, width, BadgeHeight), overlay));
    }

    private static double SignWidth(PictureOverlay overlay) => FontMetrics.Width(overlay.Sign ?? Colours.Of(overlay.Tone).Sign, Sizes.TaskSize);

    private void Draw(SvgText svg, Bounds box, Tone tone, string? sign, string? text, string? title)
    {
        var (colour, usual, _) = Colours.Of(tone);
        svg.Raw($"<g class=\"gpm-badge gpm-{tone.ToString().ToLowerInvariant()}\"><title>{SvgText.E(title ?? Word(tone))}</title>");
        svg.Raw($"<rect x=\"{SvgText.N(box.X)}\" y=\"{SvgText.N(box.Y)}\" width=\"{SvgText.N(box.Width)}\" height=\"{SvgText.N(box.Height)}\" rx=\"9\" fill=\"{colour}\" stroke=\"#ffffff\" stroke-width=\"1.5\"/>");
        var label = string.IsNullOrEmpty(text) ? sign ?? usual : $"{sign ?? usual} {text}";
        svg.Lines([label], box.X + box.Width / 2, box.Y + 2.5, string.IsNullOrEmpty(text) ? Sizes.TaskSize : Sizes.LabelSize, fill: "#ffffff");
        svg.Line("</g>");
    }
}
