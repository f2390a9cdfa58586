using GpmTool.Model;

namespace GpmTool.Pictures.Tests.Support;

/// <summary>What is wrong with the drawings of a graph, in words. Knows nothing of how they were made.</summary>
internal static class Drawing
{
    private const double Tolerance = 1;

    /// <summary>Everything that must not be in a drawing of ours.</summary>
    public static IReadOnlyList<string> Faults(ProcessGraph graph) =>
        [.. graph.Diagrams.SelectMany(diagram => new Check(graph, diagram).All())];

    /// <summary>Nodes that overlap and edges through nodes only: what a reader stumbles over in any drawing.</summary>
    public static IReadOnlyList<string> Collisions(ProcessGraph graph) =>
        [.. graph.Diagrams.SelectMany(diagram => new Check(graph, diagram).Collisions())];

    private sealed class Check(ProcessGraph graph, Diagram diagram)
    {
        private readonly Dictionary<string, FlowNode> _nodes = First(graph.Nodes);
        private readonly Dictionary<string, Shape> _shapes = diagram.Shapes.GroupBy(shape => shape.ElementId).ToDictionary(group => group.Key, group => group.First());
        private readonly HashSet<string> _frames = [.. graph.Pools.Where(pool => pool.ProcessId is { } id && (graph.Nodes.Any(node => node.ParentId == id) || graph.Lanes.Any(lane => lane.OwnerId == id) || graph.Data.Any(data => data.ParentId == id) || graph.Artifacts.Any(artifact => artifact.ParentId == id))).Select(pool => pool.Id), .. graph.Lanes.Select(lane => lane.Id), .. graph.Artifacts.Where(artifact => artifact.Kind == ArtifactKind.Group).Select(group => group.Id)];
        private readonly HashSet<string> _emptyPools = [.. graph.Pools.Select(pool => pool.Id)];

        public IEnumerable<string> All() => Doubled().Concat(Collisions()).Concat(Right()).Concat(Inside()).Concat(Borders());

        public IEnumerable<string> Collisions()
        {
            var solid = diagram.Shapes.Where(shape => !_frames.Contains(shape.ElementId)).ToList();
            for (var i = 0; i < solid.Count; i++)
            {
                for (var k = i + 1; k < solid.Count; k++)
                {
                    var (a, b) = (solid[i], solid[k]);
                    if (!Shrunk(a.Bounds).Overlaps(Shrunk(b.Bounds)) || Holds(a, b) || Holds(b, a) || IsHost(a, b) || IsHost(b, a)) continue;
                    yield return $"{a.ElementId} overlaps {b.ElementId} in {diagram.Id}";
                }
            }

            var ends = Ends();
            foreach (var edge in diagram.Edges)
            {
                var own = ends.GetValueOrDefault(edge.ElementId, []);
                foreach (var shape in solid)
                {
                    // Out of a sub-process, or into it, an edge has to cross its border.
                    if (shape.IsExpanded == true && own.Any(end => end is not null && IsWithin(end, shape.ElementId))) continue;
                    if (_emptyPools.Contains(shape.ElementId) && own.Contains(shape.ElementId)) continue;
                    for (var i = 1; i < edge.Waypoints.Count; i++)
                        if (Through(edge.Waypoints[i - 1], edge.Waypoints[i], shape.Bounds)) yield return $"{edge.ElementId} runs through {shape.ElementId} in {diagram.Id}";
                }
            }
        }

        private IEnumerable<string> Doubled() =>
            diagram.Shapes.GroupBy(shape => shape.ElementId).Where(group => group.Count() > 1).Select(group => $"{group.Key} is drawn twice in {diagram.Id}");

        private IEnumerable<string> Right()
        {
            var free = graph.Associations.Select(association => association.Id).Concat(graph.DataAssociations.Select(association => association.Id)).ToHashSet();
            foreach (var edge in diagram.Edges.Where(edge => !free.Contains(edge.ElementId)))
                for (var i = 1; i < edge.Waypoints.Count; i++)
                    if (edge.Waypoints[i].X != edge.Waypoints[i - 1].X && edge.Waypoints[i].Y != edge.Waypoints[i - 1].Y)
                        yield return $"{edge.ElementId} has a slanting piece";
        }

        private IEnumerable<string> Inside()
        {
            foreach (var shape in diagram.Shapes)
                if (_nodes.GetValueOrDefault(shape.ElementId) is { Kind: not NodeKind.BoundaryEvent } node && _shapes.GetValueOrDefault(node.ParentId) is { IsExpanded: true } parent && !Contains(parent.Bounds, shape.Bounds))
                    yield return $"{node.Id} is not inside {node.ParentId}";
            foreach (var lane in graph.Lanes)
            {
                if (!_shapes.TryGetValue(lane.Id, out var band)) continue;
                if (_shapes.TryGetValue(lane.OwnerId, out var owner) && !Contains(owner.Bounds, band.Bounds)) yield return $"{lane.Id} is not inside {lane.OwnerId}";
                foreach (var member in lane.MemberIds)
                {
                    // A node that several lanes claim, or a lane of another process, can stand in one only.
                    var claims = graph.Lanes.Where(other => other.MemberIds.Contains(member)).ToList();
                    if (claims.Count > 1 || _nodes.GetValueOrDefault(member) is not { Kind: not NodeKind.BoundaryEvent } node || RootOf(lane) != node.ParentId) continue;
                    if (_shapes.TryGetValue(member, out var shape) && !Contains(band.Bounds, shape.Bounds)) yield return $"{member} is not inside {lane.Id}";
                }
            }
        }

        private IEnumerable<string> Borders()
        {
            foreach (var node in _nodes.Values)
            {
                if (node is not { Kind: NodeKind.BoundaryEvent, AttachedToId: { } host } || _nodes.GetValueOrDefault(host) is not { } activity || !activity.Kind.IsActivity() || activity.ParentId != node.ParentId) continue;
                if (!_shapes.TryGetValue(node.Id, out var shape) || !_shapes.TryGetValue(host, out var on)) continue;
                var (x, y) = (shape.Bounds.X + shape.Bounds.Width / 2, shape.Bounds.Y + shape.Bounds.Height / 2);
                var vertical = Math.Abs(x - on.Bounds.X) <= Tolerance || Math.Abs(x - on.Bounds.X - on.Bounds.Width) <= Tolerance;
                var horizontal = Math.Abs(y - on.Bounds.Y) <= Tolerance || Math.Abs(y - on.Bounds.Y - on.Bounds.Height) <= Tolerance;
                if (!(vertical && y >= on.Bounds.Y - Tolerance && y <= on.Bounds.Y + on.Bounds.Height + Tolerance) && !(horizontal && x >= on.Bounds.X && x <= on.Bounds.X + on.Bounds.Width)) yield return $"{node.Id} is not on the border of {host}";
            }
        }

        private string RootOf(Lane lane)
        {
            for (var i = 0; i < graph.Lanes.Count; i++)
            {
                if (graph.Lanes.FirstOrDefault(other => other.Id == lane.OwnerId) is not { } outer) return lane.OwnerId;
                lane = outer;
            }

            return "";
        }

        private bool Holds(Shape outer, Shape inner) => outer.IsExpanded == true && (IsWithin(inner.ElementId, outer.ElementId) || (!_nodes.ContainsKey(inner.ElementId) && Contains(outer.Bounds, inner.Bounds)));

        private bool IsHost(Shape host, Shape boundary) =>
            _nodes.GetValueOrDefault(boundary.ElementId) is { Kind: NodeKind.BoundaryEvent } node && (node.AttachedToId == host.ElementId || (node.AttachedToId is { } attached && IsWithin(attached, host.ElementId)));

        private bool IsWithin(string id, string container)
        {
            for (var i = 0; i < 40; i++)
            {
                if (id == container) return true;
                if (_nodes.GetValueOrDefault(id) is not { } node) break;
                id = node.ParentId;
            }

            return _shapes.TryGetValue(id, out var shape) && _shapes.TryGetValue(container, out var outer) && !_nodes.ContainsKey(id) && Contains(outer.Bounds, shape.Bounds);
        }

        private Dictionary<string, string?[]> Ends()
        {
            var ends = new Dictionary<string, string?[]>();
            foreach (var flow in graph.Flows) ends.TryAdd(flow.Id, [flow.SourceId, flow.TargetId]);
            foreach (var flow in graph.MessageFlows) ends.TryAdd(flow.Id, [Shown(flow.SourceId), Shown(flow.TargetId)]);
            foreach (var association in graph.Associations) ends.TryAdd(association.Id, [Flow(association.SourceId), Flow(association.TargetId)]);
            foreach (var association in graph.DataAssociations) ends.TryAdd(association.Id, [association.NodeId, association.TargetId, .. association.SourceIds]);
            return ends;
        }

        private string? Shown(string? id) => graph.Processes.Any(process => process.Id == id) ? graph.Pools.FirstOrDefault(pool => pool.ProcessId == id)?.Id ?? id : id;

        // An association may lead to a flow: then it may touch what the flow touches.
        private string? Flow(string? id) => graph.Flows.FirstOrDefault(flow => flow.Id == id) is { } flow ? (_nodes.ContainsKey(flow.SourceId ?? "") ? flow.SourceId : flow.TargetId) : id;

        private static Bounds Shrunk(Bounds box) => new(box.X + Tolerance / 2, box.Y + Tolerance / 2, Math.Max(0, box.Width - Tolerance), Math.Max(0, box.Height - Tolerance));

        private static bool Contains(Bounds outer, Bounds inner) =>
            inner.X >= outer.X - Tolerance && inner.Y >= outer.Y - Tolerance && inner.X + inner.Width <= outer.X + outer.Width + Tolerance && inner.Y + inner.Height <= outer.Y + outer.Height + Tolerance;

        // By sampling, not by the clipping that the library uses.
        private static bool Through(Point a, Point b, Bounds box)
        {
            if (Math.Max(a.X, b.X) <= box.X || Math.Min(a.X, b.X) >= box.X + box.Width || Math.Max(a.Y, b.Y) <= box.Y || Math.Min(a.Y, b.Y) >= box.Y + box.Height) return false;
            if (a.X != b.X && a.Y != b.Y)
            {
                for (var i = 0; i <= 200; i++)
                {
                    var (x, y) = (a.X + (b.X - a.X) * i / 200, a.Y + (b.Y - a.Y) * i / 200);
                    if (x > box.X + Tolerance && x < box.X + box.Width - Tolerance && y > box.Y + Tolerance && y < box.Y + box.Height - Tolerance) return true;
                }

                return false;
            }

            // A level or upright piece whose span meets the inside; round and pointed shapes are touched inside their box.
            var (overX, overY) = (Math.Min(Math.Max(a.X, b.X), box.X + box.Width) - Math.Max(Math.Min(a.X, b.X), box.X), Math.Min(Math.Max(a.Y, b.Y), box.Y + box.Height) - Math.Max(Math.Min(a.Y, b.Y), box.Y));
            var isInside = a.Y == b.Y ? a.Y > box.Y + Tolerance && a.Y < box.Y + box.Height - Tolerance : a.X > box.X + Tolerance && a.X < box.X + box.Width - Tolerance;
            return isInside && Math.Max(overX, overY) > (box.Width is 36 or 50 ? 12 : Tolerance);
        }

        private static Dictionary<string, FlowNode> First(ValueList<FlowNode> nodes) => nodes.GroupBy(node => node.Id).ToDictionary(group => group.Key, group => group.First());
    }
}
