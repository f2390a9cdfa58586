using GpmTool.Model;

namespace GpmTool.Catalogue.Tests.Models;

[TestFixtureSource(typeof(Catalogue), nameof(Catalogue.Models))]
public sealed class Every_drawing_is_readable(CatalogueModel model)
{
    private Dictionary<string, Bounds> Drawn => model.Graph.Diagrams[0].Shapes.ToDictionary(shape => shape.ElementId, shape => shape.Bounds);

    [Test]
    public void Every_node_and_flow_is_drawn()
    {
        model.Graph.Nodes.Select(node => node.Id).Except(Drawn.Keys).ShouldBeEmpty();
        model.Graph.Flows.Select(flow => flow.Id).Except(model.Graph.Diagrams[0].Edges.Select(edge => edge.ElementId)).ShouldBeEmpty();
    }

    [Test]
    public void No_two_nodes_overlap()
    {
        var nodes = model.Graph.Nodes;
        var overlaps =
            from i in Enumerable.Range(0, nodes.Count)
            from j in Enumerable.Range(i + 1, nodes.Count - i - 1)
            let one = nodes[i]
            let other = nodes[j]
            where !Belong(one, other) && !Belong(other, one) && Drawn[one.Id].Overlaps(Drawn[other.Id])
            select $"{one.Id} / {other.Id}";
        overlaps.ShouldBeEmpty();
    }

    [Test]
    public void Nodes_stand_inside_their_lane()
    {
        var index = new GraphIndex(model.Graph);
        var outside =
            from node in model.Graph.Nodes
            let lane = index.LaneOf(node.Id)
            where node.Kind != NodeKind.BoundaryEvent && lane is not null && !Contains(Drawn[lane.Id], Drawn[node.Id])
            select $"{node.Id} in {lane.Name}";
        outside.ShouldBeEmpty();
    }

    [Test]
    public void Flows_run_at_right_angles_between_their_ends()
    {
        foreach (var edge in model.Graph.Diagrams[0].Edges)
        {
            var line = edge.Waypoints.ToList();
            line.Zip(line.Skip(1)).ShouldAllBe(part => part.First.X == part.Second.X || part.First.Y == part.Second.Y, edge.ElementId);
            if (model.Graph.Flows.FirstOrDefault(flow => flow.Id == edge.ElementId) is not { } flow) continue;
            OnBorder(Drawn[flow.SourceId!], line[0]).ShouldBeTrue($"{flow.Id} does not touch its source");
            OnBorder(Drawn[flow.TargetId!], line[^1]).ShouldBeTrue($"{flow.Id} does not touch its target");
        }
    }

    [Test]
    public void No_line_runs_through_a_node()
    {
        var index = new GraphIndex(model.Graph);
        var ends = model.Graph.Flows.Select(flow => (flow.Id, flow.SourceId, flow.TargetId)).Concat(model.Graph.MessageFlows.Select(flow => (flow.Id, flow.SourceId, flow.TargetId))).ToDictionary(flow => flow.Id);
        var through =
            from edge in model.Graph.Diagrams[0].Edges
            let flow = ends.GetValueOrDefault(edge.ElementId)
            where flow.Id is not null
            from node in model.Graph.Nodes
            where node.Id != flow.SourceId && node.Id != flow.TargetId && !Holds(index, node, flow.SourceId) && !Holds(index, node, flow.TargetId)
            where edge.Waypoints.Zip(edge.Waypoints.Skip(1)).Any(part => Runs(part.First, part.Second, Drawn[node.Id]))
            select $"{edge.ElementId} through {node.Id}";
        through.ShouldBeEmpty();
    }

    private static bool Holds(GraphIndex index, FlowNode outer, string? id)
    {
        for (var node = index.Node(id); node is not null; node = index.Node(node.ParentId))
            if (node.ParentId == outer.Id) return true;
        return false;
    }

    private static bool Runs(Point from, Point to, Bounds box) =>
        Math.Max(from.X, to.X) > box.X && Math.Min(from.X, to.X) < box.X + box.Width && Math.Max(from.Y, to.Y) > box.Y && Math.Min(from.Y, to.Y) < box.Y + box.Height;

    // A sub-process holds its steps, and a boundary event sits on its activity.
    private static bool Belong(FlowNode inner, FlowNode outer) => inner.ParentId == outer.Id || inner.AttachedToId == outer.Id;

    private static bool Contains(Bounds outer, Bounds inner) =>
        inner.X >= outer.X && inner.Y >= outer.Y && inner.X + inner.Width <= outer.X + outer.Width && inner.Y + inner.Height <= outer.Y + outer.Height;

    private static bool OnBorder(Bounds box, Point point) =>
        point.X >= box.X - 1 && point.X <= box.X + box.Width + 1 && point.Y >= box.Y - 1 && point.Y <= box.Y + box.Height + 1
        && !(point.X > box.X + 1 && point.X < box.X + box.Width - 1 && point.Y > box.Y + 1 && point.Y < box.Y + box.Height - 1);
}
