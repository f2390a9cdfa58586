using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>
/// Puts what flows say beside their first pieces, where it covers no node, no other label and as few lines as possible.
/// O(labels × (shapes + pieces)).
/// </summary>
internal static class FlowLabels
{
    private const int Pieces = 4;

    // Further places along a piece, where those at its ends and in its middle are taken.
    private const int Steps = 8;

    // The stroke of a default flow stands between the node and the label.
    private const double Start = 14;

    public static void Place(List<Shape> shapes, List<Edge> edges, IReadOnlyDictionary<string, (double Width, double Height)> sizes)
    {
        var solid = new List<Bounds>();
        foreach (var shape in shapes)
        {
            if (shape.IsHorizontal is null && shape.IsExpanded != true) solid.Add(shape.Bounds);
            if (shape.Label is { } label) solid.Add(label);
        }

        Place(solid, edges, sizes);
    }

    /// <summary>The same for a drawing that has places for some labels only; they and all nodes are in <paramref name="solid"/>.</summary>
    public static void Place(List<Bounds> solid, List<Edge> edges, IReadOnlyDictionary<string, (double Width, double Height)> sizes)
    {
        for (var i = 0; i < edges.Count; i++)
        {
            if (!sizes.TryGetValue(edges[i].ElementId, out var size)) continue;
            var label = Best(edges[i].Waypoints, size.Width, size.Height, solid, edges, i);
            solid.Add(label);
            edges[i] = edges[i] with { Label = label };
        }
    }

    private static Bounds Best(ValueList<Point> points, double width, double height, List<Bounds> solid, List<Edge> edges, int own)
    {
        Bounds best = default;
        var least = double.MaxValue;
        var order = 0;
        for (var i = 1; i < points.Count && i <= Pieces; i++)
        {
            foreach (var candidate in Beside(points[i - 1], points[i], width, height))
            {
                var cost = order++ * 1.0;
                foreach (var box in solid)
                    if (box.Overlaps(candidate)) cost += 200;
                if (cost >= least) continue;
                for (var k = 0; k < edges.Count && cost < least; k++)
                {
                    var other = edges[k].Waypoints;
                    for (var p = 1; p < other.Count; p++)
                        if (Geometry.Crosses(other[p - 1], other[p], candidate, 0)) cost += k == own ? 30 : 20;
                }

                if (cost < least) (least, best) = (cost, candidate);
            }
        }

        return best;
    }

    private static IEnumerable<Bounds> Beside(Point from, Point to, double width, double height)
    {
        if (Math.Abs(from.Y - to.Y) <= Math.Abs(from.X - to.X))
        {
            var isRight = to.X >= from.X;
            var start = isRight ? from.X + Start : from.X - Start - width;
            var y = from.Y;
            yield return new Bounds(start, y - height - 2, width, height);
            yield return new Bounds(start, y + 3, width, height);
            var middle = (from.X + to.X - width) / 2;
            yield return new Bounds(middle, y - height - 2, width, height);
            yield return new Bounds(middle, y + 3, width, height);
            var end = isRight ? to.X - width - 8 : to.X + 8;
            yield return new Bounds(end, y - height - 2, width, height);
            yield return new Bounds(end, y + 3, width, height);
            for (var i = 1; i <= Steps && i * (width / 2 + 4) + width + Start < Math.Abs(to.X - from.X); i++)
            {
                var x = start + (isRight ? i : -i) * (width / 2 + 4);
                yield return new Bounds(x, y - height - 2, width, height);
                yield return new Bounds(x, y + 3, width, height);
            }
        }
        else
        {
            var start = to.Y >= from.Y ? from.Y + Start : from.Y - Start - height;
            yield return new Bounds(from.X + 4, start, width, height);
            yield return new Bounds(from.X - 4 - width, start, width, height);
            var middle = (from.Y + to.Y - height) / 2;
            yield return new Bounds(from.X + 4, middle, width, height);
            yield return new Bounds(from.X - 4 - width, middle, width, height);
            var end = to.Y >= from.Y ? to.Y - 8 - height : to.Y + 8;
            yield return new Bounds(from.X + 4, end, width, height);
            yield return new Bounds(from.X - 4 - width, end, width, height);
            for (var i = 1; i <= Steps && i * (height + 4) + height + Start < Math.Abs(to.Y - from.Y); i++)
            {
                var y = start + (to.Y >= from.Y ? i : -i) * (height + 4);
                yield return new Bounds(from.X + 4, y, width, height);
                yield return new Bounds(from.X - 4 - width, y, width, height);
            }
        }
    }
}
