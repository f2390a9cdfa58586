using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>Lines and rectangles.</summary>
internal static class Geometry
{
    /// <summary>The point on the border of a rectangle nearest to another that lies above, below or beside it.</summary>
    public static Point Toward(Bounds from, Bounds to)
    {
        var x = Near(from.X, from.Width, to.X + to.Width / 2);
        if (to.Y >= from.Y + from.Height) return new Point(x, from.Y + from.Height);
        if (to.Y + to.Height <= from.Y) return new Point(x, from.Y);
        var y = Near(from.Y, from.Height, to.Y + to.Height / 2);
        return new Point(to.X + to.Width / 2 < from.X + from.Width / 2 ? from.X : from.X + from.Width, y);
    }

    /// <summary>Whether a line runs through the inside of a rectangle; the border, <paramref name="tolerance"/> wide, does not count (Liang–Barsky clipping).</summary>
    public static bool Crosses(Point a, Point b, Bounds box, double tolerance = 1)
    {
        var (left, right, top, bottom) = (box.X + tolerance, box.X + box.Width - tolerance, box.Y + tolerance, box.Y + box.Height - tolerance);
        if (left >= right || top >= bottom) return false;
        var (first, last) = (0.0, 1.0);
        return Clip(b.X - a.X, left - a.X, right - a.X, ref first, ref last) && Clip(b.Y - a.Y, top - a.Y, bottom - a.Y, ref first, ref last) && first < last;
    }

    private static bool Clip(double delta, double low, double high, ref double first, ref double last)
    {
        if (delta == 0) return low < 0 && high > 0;
        var (near, far) = (low / delta, high / delta);
        if (near > far) (near, far) = (far, near);
        first = Math.Max(first, near);
        last = Math.Min(last, far);
        return first < last;
    }

    private static double Near(double start, double length, double wish)
    {
        var inset = Math.Min(10, length / 2);
        return Math.Clamp(wish, start + inset, start + length - inset);
    }
}
