using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GpmTool.Model;

/// <summary>
/// The two hashes of a graph. <c>modelHash</c>: with ids, without layout and without the order of lists whose order
/// means nothing; equal hashes mean equal models. <c>shapeHash</c>: without ids; different hashes mean the graphs are
/// not isomorphic, equal ones prove nothing (a pre-filter).
/// </summary>
public static class GraphHashes
{
    /// <summary>Version of the rules; a hash is only comparable under the same version.</summary>
    public const int RuleVersion = 2;

    private const int RefinementRounds = 4;

    /// <summary>SHA-256 of the model without layout and order (32 bytes). O(n log n).</summary>
    public static byte[] ModelHash(ProcessGraph graph)
    {
        var ordered = graph with
        {
            Diagrams = default,
            Definition = null,
            Processes = ById(graph.Processes),
            Pools = ById(graph.Pools),
            Lanes = ById(graph.Lanes).ConvertAll(lane => lane with { MemberIds = lane.MemberIds.Order(StringComparer.Ordinal).ToValueList() }),
            Nodes = ById(graph.Nodes).ConvertAll(WithoutOrder),
            Flows = ById(graph.Flows).ConvertAll(flow => flow with { Connection = null }),
            MessageFlows = ById(graph.MessageFlows),
            Data = ById(graph.Data),
            DataAssociations = ById(graph.DataAssociations).ConvertAll(data => data with { SourceIds = data.SourceIds.Order(StringComparer.Ordinal).ToValueList() }),
            Artifacts = ById(graph.Artifacts),
            Associations = ById(graph.Associations),
            Declarations = ById(graph.Declarations),
        };
        // Studio writes measured sizes back: what a designer remembers is layout.
        return CanonicalJson.Hash(GraphJson.ToElement(ordered), static (depth, name) => depth >= 4 && name is "designer" or "nodeId");
    }

    private static ValueList<T> ById<T>(ValueList<T> elements)
        where T : GraphElement =>
        elements.OrderBy(element => element.Id, StringComparer.Ordinal).ToValueList();

    private static FlowNode WithoutOrder(FlowNode node) => node with
    {
        Gpm = node.Gpm is not { } gpm ? null : gpm with
        {
            Systems = gpm.Systems.Order(StringComparer.Ordinal).ToValueList(),
            Documents = gpm.Documents.OrderBy(d => d.Name, StringComparer.Ordinal).ThenBy(d => d.Direction).ThenBy(d => d.Medium).ToValueList(),
            LegalBases = gpm.LegalBases.OrderBy(l => l.Citation, StringComparer.Ordinal).ToValueList(),
            Responsibilities = gpm.Responsibilities.OrderBy(r => r.Role, StringComparer.Ordinal).ThenBy(r => r.Kind).ToValueList(),
        },
    };

    /// <summary>
    /// SHA-256 of the graph without ids (32 bytes): colours of the nodes, refined by their neighbours
    /// (Weisfeiler and Leman 1968), and their number. O(rounds × flows).
    /// </summary>
    public static byte[] ShapeHash(ProcessGraph graph)
    {
        var index = new GraphIndex(graph);
        var colours = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes.AsSpan())
            if (!colours.ContainsKey(node.Id)) colours[node.Id] = Digest($"{node.Kind}|{node.Name}|{index.RoleOf(node)}|{Attributes(node)}");
        var labels = new Dictionary<SequenceFlow, ulong>(ReferenceEqualityComparer.Instance);
        foreach (var flow in graph.Flows.AsSpan()) labels[flow] = Digest($"{flow.Name}|{flow.Condition?.Text}");
        var around = new List<ulong>();
        for (var round = 0; round < RefinementRounds; round++)
        {
            var next = new Dictionary<string, ulong>(colours.Count, StringComparer.Ordinal);
            foreach (var (id, colour) in colours)
            {
                around.Clear();
                foreach (var flow in index.Outgoing(id)) around.Add(Mix(Mix(1, labels[flow]), Colour(colours, flow.TargetId)));
                foreach (var flow in index.Incoming(id)) around.Add(Mix(Mix(2, labels[flow]), Colour(colours, flow.SourceId)));
                var node = index.Node(id)!;
                around.Add(Mix(3, Colour(colours, node.ParentId)));
                around.Add(Mix(4, Colour(colours, node.AttachedToId)));
                around.Sort();
                var mixed = colour;
                foreach (var one in around) mixed = Mix(mixed, one);
                next[id] = mixed;
            }

            colours = next;
        }

        var rest = graph.MessageFlows.Select(flow => $"m|{flow.Name}|{Colour(colours, flow.SourceId):x16}|{Colour(colours, flow.TargetId):x16}")
            .Concat(graph.Data.Select(data => $"d|{data.Kind}|{data.Name}"))
            .Concat(graph.Artifacts.Select(artifact => $"a|{artifact.Kind}|{artifact.Text}"));
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', colours.Values.Select(colour => colour.ToString("x16", CultureInfo.InvariantCulture)).Concat(rest).Order(StringComparer.Ordinal))));
    }

    private static string Attributes(FlowNode node)
    {
        var bare = WithoutOrder(node) with
        {
            Id = "",
            ParentId = "",
            AttachedToId = null,
            DefaultFlowId = null,
            MessageId = null,
            Binding = null,
            Raw = default,
            EventDefinitions = node.EventDefinitions.ConvertAll(definition => definition with { Id = null, ReferenceId = null, Raw = default }),
        };
        return JsonSerializer.Serialize(bare, GraphJson.Options.GetTypeInfo(typeof(FlowNode)));
    }

    private static ulong Colour(Dictionary<string, ulong> colours, string? id) =>
        id is not null && colours.TryGetValue(id, out var colour) ? colour : 0;

    private static ulong Digest(string text) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every bit of both values reaches every bit of the result.
    private static ulong Mix(ulong left, ulong right)
    {
        var mixed = (left * 0x9E3779B97F4A7C15) + right;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
