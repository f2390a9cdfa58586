using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>Sizes of cells, and where labels, events on borders and satellites stand around them.</summary>
internal static class CellSizes
{
    private const double SatelliteGap = 24;
    private const double ScopeMinimumWidth = 140;

    /// <summary>Sizes everything that does not depend on ways. Expanded sub-processes must have been laid out.</summary>
    public static void Prepare(Scope scope)
    {
        var below = new HashSet<Cell>();
        var above = new HashSet<Cell>();
        foreach (var link in scope.Links)
        {
            if (link.Kind != LinkKind.Message || link is not { From: { } from, To: { } to }) continue;
            var isDown = (to.Cell?.Frame ?? to.Frame!).Number > (from.Cell?.Frame ?? from.Frame!).Number;
            if (from.Cell is { } sender) (isDown ? below : above).Add(sender);
            if (to.Cell is { } receiver) (isDown ? above : below).Add(receiver);
        }

        foreach (var exit in scope.Exits)
            if (exit.End.Cell is { } cell) (exit.Down ? below : above).Add(cell);
        foreach (var cell in scope.Cells)
        {
            Size(cell);
            if (cell.Satellites.Count == 0) continue;
            // Above, unless messages come from there.
            var isAbove = !above.Contains(cell) || below.Contains(cell) || cell.Boundaries.Count > 0;
            foreach (var satellite in cell.Satellites) satellite.IsAbove = isAbove;
            Stack(cell, isAbove, isBeside: cell.Inner is { } inner && inner.Exits.Exists(exit => exit.Down != isAbove));
        }
    }

    /// <summary>How far a cell reaches, once it is known which of its sides ways use.</summary>
    public static void Extend(Cell cell)
    {
        if (cell.IsDummy) return;
        if (cell.IsEvent || cell.IsGateway) PlaceLabel(cell);
        cell.Up = cell.Down = cell.Height / 2;
        cell.Left = cell.Right = cell.Width / 2;
        if (cell.Label is { } label) Reach(label);
        foreach (var boundary in cell.Boundaries)
        {
            Reach(new Box(boundary.Offset - Sizes.Event / 2, cell.Height / 2 - Sizes.Event / 2, Sizes.Event, Sizes.Event));
            if (boundary.Label is { } text) Reach(text);
        }

        foreach (var satellite in cell.Satellites)
        {
            Reach(satellite.Place);
            if (satellite.Label is { } text) Reach(text);
        }

        void Reach(Box box)
        {
            cell.Up = Math.Max(cell.Up, -box.Y);
            cell.Down = Math.Max(cell.Down, box.Y + box.Height);
            cell.Left = Math.Max(cell.Left, -box.X);
            cell.Right = Math.Max(cell.Right, box.X + box.Width);
        }
    }

    private static void Size(Cell cell)
    {
        if (cell.Node is not { } node) return;
        if (node.Kind.IsEvent()) cell.Width = cell.Height = Sizes.Event;
        else if (node.Kind.IsGateway()) cell.Width = cell.Height = Sizes.Gateway;
        else if (cell.Inner is { } inner) (cell.Width, cell.Height) = (Math.Max(Math.Max(ScopeMinimumWidth, inner.Width), Math.Min(300, FontMetrics.Width(node.Name ?? "", Sizes.TaskSize) + 24)), Math.Max(Sizes.TaskHeight, inner.Height));
        else (cell.Width, cell.Height) = Sizes.Activity(node);
        if (cell.Boundaries.Count > 0) Boundaries(cell);
    }

    // From right to left on the lower border, each with its label to the right.
    private static void Boundaries(Cell cell)
    {
        var labels = cell.Boundaries.ConvertAll(boundary => Sizes.Label(boundary.Node.Name, Sizes.BoundaryLabel));
        var needed = cell.Boundaries.Count * (Sizes.Event + 10);
        for (var i = 0; i < labels.Count - 1; i++) needed += labels[i].Width + (labels[i].Width > 0 ? 8 : 0);
        // Ways out of the sub-process end on the same border: events stand to the right of them all.
        var isShared = cell.Inner is { } inner && inner.Exits.Exists(exit => exit.Down);
        cell.Width = isShared ? cell.Inner!.Width + needed + 10 : Math.Max(cell.Width, needed + 10);
        var right = cell.Width / 2 - 8;
        for (var i = cell.Boundaries.Count - 1; i >= 0; i--)
        {
            var isLast = i == cell.Boundaries.Count - 1;
            if (!isLast && labels[i].Width > 0) right -= labels[i].Width + 8;
            var boundary = cell.Boundaries[i];
            boundary.Offset = right - Sizes.Event / 2;
            if (labels[i].Width > 0) boundary.Label = new Box(boundary.Offset + Sizes.Event / 2 + 3, cell.Height / 2 + 5, labels[i].Width, labels[i].Height);
            right -= Sizes.Event + 10;
        }
    }

    private static void PlaceLabel(Cell cell)
    {
        var (width, height) = Sizes.Label(cell.Node!.Name, Sizes.EventLabel);
        if (width == 0) return;
        var isTopFree = cell.Top.Taken.Count == 0 && !cell.Satellites.Exists(satellite => satellite.IsAbove);
        var isBottomFree = cell.Bottom.Taken.Count == 0 && !cell.Satellites.Exists(satellite => !satellite.IsAbove);
        var half = cell.Height / 2 + 4;
        // Gateways ask above, events are named below; beside the line where both sides are used.
        cell.Label = cell.IsGateway
            ? isTopFree ? new Box(-width / 2, -half - height, width, height)
            : isBottomFree ? new Box(-width / 2, half, width, height)
            : new Box(-width - 10, -half - height + 10, width, height)
            : isBottomFree ? new Box(-width / 2, half, width, height)
            : isTopFree ? new Box(-width / 2, -half - height, width, height)
            : new Box(-width - 8, half, width, height);
    }

    // Ways out of a sub-process leave where they come from inside: there documents stand aside.
    private static void Stack(Cell cell, bool above, bool isBeside)
    {
        var stack = cell.Satellites;
        if (!isBeside) (above ? cell.Top : cell.Bottom).Closed = true;
        var total = -14.0;
        foreach (var satellite in stack) total += Math.Max(satellite.Width, satellite.LabelWidth) + 14;
        var x = isBeside ? cell.Width / 2 + 12 : -total / 2;
        foreach (var satellite in stack)
        {
            var slot = Math.Max(satellite.Width, satellite.LabelWidth);
            var y = above ? -cell.Height / 2 - SatelliteGap - satellite.Height : cell.Height / 2 + SatelliteGap;
            satellite.Place = new Box(x + (slot - satellite.Width) / 2, y, satellite.Width, satellite.Height);
            if (satellite.LabelHeight > 0)
                satellite.Label = new Box(x + (slot - satellite.LabelWidth) / 2, above ? y - 3 - satellite.LabelHeight : y + satellite.Height + 3, satellite.LabelWidth, satellite.LabelHeight);
            x += slot + 14;
        }
    }
}
