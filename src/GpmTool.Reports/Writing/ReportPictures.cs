using System.Globalization;
using GpmTool.Model;
using GpmTool.Pictures;

namespace GpmTool.Reports;

/// <summary>The pictures of a report: each entry's number stands at its elements.</summary>
internal static class ReportPictures
{
    /// <summary>The drawings of one side as SVG with their natural widths, in the order of the model.</summary>
    /// <exception cref="PictureException">The model is too large to draw.</exception>
    public static IReadOnlyList<(string Svg, double Width)> Of(ComparisonReport report, bool isBefore)
    {
        var graph = isBefore ? report.Before : report.After;
        if (graph.Nodes.Count > PictureOptions.Default.MaximumElements) return [Draw(report, graph, isBefore, null)];
        var drawn = graph.Diagrams.Any(diagram => diagram.Shapes.Count > 0) ? graph : GraphLayout.Apply(graph);
        return [.. drawn.Diagrams.Where(diagram => diagram.Shapes.Count > 0).Select((diagram, i) => Draw(report, drawn with { Diagrams = [diagram] }, isBefore, i))];
    }

    /// <summary>The marks of one side.</summary>
    public static IReadOnlyList<PictureOverlay> Marks(ComparisonReport report, bool isBefore)
    {
        var marks = new Dictionary<string, (ReportTone Tone, List<int> Numbers)>(StringComparer.Ordinal);
        var graph = isBefore ? report.Before : report.After;
        // Lanes and processes are places, not things that are done: marked, they would hide what is in them.
        var places = graph.Lanes.Select(lane => lane.Id).Concat(graph.Pools.Where(pool => pool.ProcessId is not null).Select(pool => pool.Id)).Concat(graph.Processes.Select(process => process.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var item in report.Items)
            foreach (var id in isBefore ? item.BeforeIds : item.AfterIds)
            {
                if (places.Contains(id)) continue;
                if (!marks.TryGetValue(id, out var mark)) marks[id] = mark = (item.Tone, []);
                mark.Numbers.Add(item.Number!.Value);
            }

        return [.. marks.Select(mark => new PictureOverlay(mark.Key, Tone(mark.Value.Tone), ReportItem.SignOf(mark.Value.Tone) + string.Join(',', mark.Value.Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))))];
    }

    private static (string Svg, double Width) Draw(ComparisonReport report, ProcessGraph graph, bool isBefore, int? number)
    {
        var texts = report.Texts;
        var marks = Marks(report, isBefore);
        var shown = graph.Diagrams.SelectMany(diagram => diagram.Shapes).Select(shape => shape.ElementId).ToHashSet(StringComparer.Ordinal);
        var nodes = graph.Nodes.Where(node => shown.Contains(node.Id)).ToList();
        var title = texts.PictureOf(isBefore ? report.BeforeTitle : report.AfterTitle, isBefore);
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        SvgPicture.Write(graph, new PictureOptions
        {
            Overlays = marks,
            Title = number is > 0 ? $"{title} ({number + 1})" : title,
            Description = texts.PictureText(nodes.Count(node => node.Kind.IsActivity()), nodes.Count(node => node.Kind.IsGateway()), nodes.Count(node => node.Kind.IsEvent()), marks.Count(mark => shown.Contains(mark.ElementId))),
            LegendWords = Enum.GetValues<ReportTone>().ToDictionary(Tone, texts.Tone),
        }, output);
        var svg = output.ToString();
        const string before = "width=\"";
        var begin = svg.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return (svg, double.Parse(svg.AsSpan(begin, svg.IndexOf('"', begin) - begin), CultureInfo.InvariantCulture));
    }

    private static Tone Tone(ReportTone tone) => tone switch
    {
        ReportTone.Added => Pictures.Tone.Added,
        ReportTone.Removed => Pictures.Tone.Removed,
        ReportTone.Moved => Pictures.Tone.Moved,
        _ => Pictures.Tone.Changed,
    };
}
