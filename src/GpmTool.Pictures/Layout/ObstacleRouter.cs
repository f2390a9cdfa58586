using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>
/// A way at right angles around obstacles: A* over the lines along their borders, with a price for bends (after
/// M. Wybrow, K. Marriott, P. Stuckey, "Orthogonal connector routing", 2009). O(k² log k) for k obstacles near the ends.
/// </summary>
internal sealed class ObstacleRouter(IReadOnlyList<Bounds> obstacles)
{
    private const double Clearance = 12;
    private const double BendPrice = 60;
    private const int MostObstacles = 60;
    private const double Reach = 300;

    /// <summary>The way from one shape to the other; never through an obstacle unless there is no other.</summary>
    public List<Point> Find(Bounds from, Bounds to, bool fromBelow = false)
    {
        var near = Near(from, to);
        var starts = Ports(from, fromBelow ? [2] : [0, 1, 2, 3], near);
        var goals = Ports(to, [0, 1, 2, 3], near);
        if (starts.Count == 0 || goals.Count == 0) return Plain(from, to);
        var xs = Lines(near, starts, goals, box => (box.X - Clearance, box.X + box.Width + Clearance), port => port.Out.X);
        var ys = Lines(near, starts, goals, box => (box.Y - Clearance, box.Y + box.Height + Clearance), port => port.Out.Y);
        return Search(xs, ys, starts, goals, near) ?? Plain(from, to);
    }

    private static List<Point> Plain(Bounds from, Bounds to)
    {
        var (a, b) = (new Point(from.X + from.Width / 2, from.Y + from.Height), new Point(to.X + to.Width / 2, to.Y + to.Height));
        var below = Math.Max(a.Y, b.Y) + Clearance;
        return [a, a with { Y = below }, b with { Y = below }, b];
    }

    private List<Bounds> Near(Bounds from, Bounds to)
    {
        var (left, top) = (Math.Min(from.X, to.X) - Reach, Math.Min(from.Y, to.Y) - Reach);
        var area = new Bounds(left, top, Math.Max(from.X + from.Width, to.X + to.Width) + Reach - left, Math.Max(from.Y + from.Height, to.Y + to.Height) + Reach - top);
        var middle = new Point(area.X + area.Width / 2, area.Y + area.Height / 2);
        return [.. obstacles.Where(box => box.Overlaps(area)).OrderBy(box => Math.Abs(box.X + box.Width / 2 - middle.X) + Math.Abs(box.Y + box.Height / 2 - middle.Y)).Take(MostObstacles)];
    }

    // Right, left, bottom, top: the point on the border and the point where the way may turn.
    private static List<(Point On, Point Out, int Side)> Ports(Bounds box, int[] sides, List<Bounds> near)
    {
        var ports = new List<(Point, Point, int)>();
        foreach (var side in sides)
        {
            var on = side switch
            {
                0 => new Point(box.X + box.Width, box.Y + box.Height / 2),
                1 => new Point(box.X, box.Y + box.Height / 2),
                2 => new Point(box.X + box.Width / 2, box.Y + box.Height),
                _ => new Point(box.X + box.Width / 2, box.Y),
            };
            var away = side switch
            {
                0 => on with { X = on.X + Clearance },
                1 => on with { X = on.X - Clearance },
                2 => on with { Y = on.Y + Clearance },
                _ => on with { Y = on.Y - Clearance },
            };
            if (!near.Exists(other => Geometry.Crosses(on, away, other, 0))) ports.Add((on, away, side));
        }

        return ports;
    }

    private static double[] Lines(List<Bounds> near, List<(Point On, Point Out, int Side)> starts, List<(Point On, Point Out, int Side)> goals, Func<Bounds, (double, double)> sides, Func<(Point On, Point Out, int Side), double> of)
    {
        var lines = new SortedSet<double>();
        foreach (var box in near)
        {
            var (low, high) = sides(box);
            lines.Add(low);
            lines.Add(high);
        }

        foreach (var port in starts) lines.Add(of(port));
        foreach (var port in goals) lines.Add(of(port));
        return [.. lines];
    }

    private static List<Point>? Search(double[] xs, double[] ys, List<(Point On, Point Out, int Side)> starts, List<(Point On, Point Out, int Side)> goals, List<Bounds> near)
    {
        // A state is a crossing of two lines and the direction one came in: 0 right, 1 left, 2 down, 3 up.
        var best = new Dictionary<int, double>();
        var before = new Dictionary<int, int>();
        var queue = new PriorityQueue<int, double>();
        var ends = new Dictionary<int, (Point On, Point Out, int Side)>();
        foreach (var goal in goals) ends[State(goal.Out, goal.Side ^ 1)] = goal;
        foreach (var start in starts)
        {
            var state = State(start.Out, start.Side);
            // Leaving to the right is what readers expect.
            best[state] = start.Side == 0 ? 0 : BendPrice / 2;
            queue.Enqueue(state, best[state]);
        }

        while (queue.TryDequeue(out var state, out _))
        {
            var (x, y, direction) = (state / 4 % xs.Length, state / 4 / xs.Length, state % 4);
            if (ends.TryGetValue(state, out var goal)) return Way(state, goal);
            for (var turn = 0; turn < 4; turn++)
            {
                if (turn == (direction ^ 1)) continue;
                var (nextX, nextY) = (x + (turn == 0 ? 1 : turn == 1 ? -1 : 0), y + (turn == 2 ? 1 : turn == 3 ? -1 : 0));
                // Turning on the spot lets a way end in the direction of its goal.
                if (turn != direction) Visit(state, y * xs.Length * 4 + x * 4 + turn, BendPrice);
                else if (nextX >= 0 && nextY >= 0 && nextX < xs.Length && nextY < ys.Length && IsFree(x, y, nextX, nextY))
                    Visit(state, nextY * xs.Length * 4 + nextX * 4 + turn, Math.Abs(xs[nextX] - xs[x]) + Math.Abs(ys[nextY] - ys[y]));
            }
        }

        return null;

        int State(Point at, int direction) => Array.BinarySearch(ys, at.Y) * xs.Length * 4 + Array.BinarySearch(xs, at.X) * 4 + direction;

        bool IsFree(int x, int y, int nextX, int nextY)
        {
            var (a, b) = (new Point(xs[x], ys[y]), new Point(xs[nextX], ys[nextY]));
            foreach (var box in near)
                if (Geometry.Crosses(a, b, box, -2)) return false;
            return true;
        }

        void Visit(int from, int to, double price)
        {
            var cost = best[from] + price;
            if (best.TryGetValue(to, out var known) && known <= cost) return;
            best[to] = cost;
            before[to] = from;
            var at = new Point(xs[to / 4 % xs.Length], ys[to / 4 / xs.Length]);
            queue.Enqueue(to, cost + goals.Min(goal => Math.Abs(goal.Out.X - at.X) + Math.Abs(goal.Out.Y - at.Y)));
        }

        List<Point> Way(int state, (Point On, Point Out, int Side) goal)
        {
            var points = new List<Point> { goal.On };
            var at = state;
            while (true)
            {
                points.Add(new Point(xs[at / 4 % xs.Length], ys[at / 4 / xs.Length]));
                if (!before.TryGetValue(at, out var previous)) break;
                at = previous;
            }

            points.Add(starts.First(start => State(start.Out, start.Side) == at).On);
            points.Reverse();
            Assembly.Straighten(points);
            return points;
        }
    }
}
