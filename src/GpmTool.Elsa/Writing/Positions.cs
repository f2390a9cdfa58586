using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>
/// Where the designer of Elsa Studio shows the activities: scaled from the drawing, at least 320 apart horizontally or
/// 120 vertically, since nodes grow with their text there.
/// </summary>
internal static class Positions
{
    private const double Width = 200;
    private const double Height = 50;
    private const double Apart = 320;
    private const double Below = 120;
    private const double ScaleX = 2.2;
    private const double ScaleY = 1.5;

    public static void Apply(Flowchart chart, Diagram? diagram)
    {
        var drawn = new Dictionary<string, Bounds>(StringComparer.Ordinal);
        foreach (var shape in diagram is null ? default : diagram.Shapes.AsSpan()) drawn.TryAdd(shape.ElementId, shape.Bounds);
        Apply(chart, drawn);
    }

    private static void Apply(Flowchart chart, Dictionary<string, Bounds> drawn)
    {
        var columns = new Dictionary<long, List<double>>();
        var last = new Point(-Apart, 0);
        foreach (var activity in chart.Activities)
        {
            var wanted = drawn.TryGetValue(activity.Id, out var shape)
                ? new Point(Math.Round((shape.X + shape.Width / 2) * ScaleX), Math.Round((shape.Y + shape.Height / 2) * ScaleY))
                : new Point(last.X + Apart, last.Y);
            last = Free(columns, wanted);
            activity.Bounds = new Bounds(last.X, last.Y, Width, Height);
            if (activity.Body is { } body) Apply(body, drawn);
        }
    }

    /// <summary>The wanted place, or the next free one below it.</summary>
    private static Point Free(Dictionary<long, List<double>> columns, Point wanted)
    {
        var column = (long)Math.Floor(wanted.X / Apart);
        var x = column * Apart;
        if (!columns.TryGetValue(column, out var taken)) columns[column] = taken = [];
        var y = wanted.Y;
        while (taken.Exists(other => Math.Abs(other - y) < Below)) y += Below;
        taken.Add(y);
        return new Point(x, y);
    }
}
