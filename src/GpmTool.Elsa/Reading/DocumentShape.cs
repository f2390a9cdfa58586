using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>
/// What a definition says about execution, without what designers and engines rewrite: positions, sizes, node ids,
/// member order, empty members, the spelling of literals. Two definitions of equal shape run the same.
/// </summary>
internal sealed class DocumentShape
{
    private static readonly HashSet<string> Frame = new(StringComparer.Ordinal)
    {
        "id", "nodeId", "name", "type", "version", "customProperties", "metadata", "activities", "connections", "variables",
        "canStartWorkflow", "runAsynchronously", "source", "line", "applicationProperties", "start", "mergeMode",
    };

    private DocumentShape()
    {
    }

    public Dictionary<string, ActivityShape> Activities { get; } = new(StringComparer.Ordinal);

    public HashSet<ConnectionShape> Connections { get; } = [];

    public SortedSet<string> Variables { get; } = new(StringComparer.Ordinal);

    public string RootId { get; private set; } = "";

    /// <summary>Whether a member of an activity belongs to the frame every activity has, and is no input.</summary>
    public static bool IsFrame(string member) => Frame.Contains(member);

    public static DocumentShape Of(JsonElement document)
    {
        var shape = new DocumentShape();
        if (document.TryGetProperty("variables", out var variables) && variables.ValueKind == JsonValueKind.Array)
            foreach (var variable in variables.EnumerateArray()) shape.Variables.Add($"{Text(variable, "id")}|{Text(variable, "name")}|{Text(variable, "typeName")}");
        var root = document.GetProperty("root");
        shape.RootId = Text(root, "id") ?? "";
        shape.Chart(root, shape.RootId);
        return shape;
    }

    public byte[] Hash()
    {
        var text = new StringBuilder();
        foreach (var variable in Variables) text.Append("v|").Append(variable).Append('\n');
        foreach (var (id, activity) in Activities.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"a|{id}|{activity.Parent}|{activity.Type}|{activity.Label}|{activity.Inputs}\n");
        foreach (var line in Connections.Select(c => $"c|{c.Source}|{c.Port}|{c.Target}").Order(StringComparer.Ordinal)) text.Append(line).Append('\n');
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>The label a person sees: the display text, else the name.</summary>
    public static string? Label(JsonElement activity)
    {
        if (activity.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
            && Text(metadata, "displayText") is { Length: > 0 } text)
            return text;
        return Text(activity, "name") is { Length: > 0 } name ? name : null;
    }

    public static string? Text(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private void Chart(JsonElement chart, string parent)
    {
        if (chart.TryGetProperty("activities", out var activities) && activities.ValueKind == JsonValueKind.Array)
        {
            foreach (var activity in activities.EnumerateArray())
            {
                if (activity.ValueKind != JsonValueKind.Object) continue;
                var id = Text(activity, "id") ?? "";
                var type = Text(activity, "type") ?? "";
                Activities.TryAdd(id, new ActivityShape(parent, type, Label(activity), Inputs(activity), activity));
                if (type == "Elsa.Flowchart") Chart(activity, id);
            }
        }

        if (!chart.TryGetProperty("connections", out var connections) || connections.ValueKind != JsonValueKind.Array) return;
        foreach (var connection in connections.EnumerateArray())
            if (ConnectionShape.Of(connection) is { } shape) Connections.Add(shape);
    }

    private static string Inputs(JsonElement activity)
    {
        var inputs = new List<string>();
        foreach (var member in activity.EnumerateObject())
        {
            if (IsFrame(member.Name) || member.Value.ValueKind == JsonValueKind.Null) continue;
            inputs.Add($"{member.Name}={Value(member.Value)}");
        }

        inputs.Sort(StringComparer.Ordinal);
        return string.Join(';', inputs);
    }

    private static string Value(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object)
        {
            var content = expression.TryGetProperty("value", out var inner) ? inner : default;
            var text = content.ValueKind switch
            {
                JsonValueKind.String => content.GetString()!,
                JsonValueKind.True or JsonValueKind.False => content.GetRawText(),
                JsonValueKind.Undefined or JsonValueKind.Null => "",
                _ => CanonicalJson.ToText(content),
            };
            return $"{Text(expression, "type")}:{(bool.TryParse(text, out var flag) ? flag.ToString() : text)}";
        }

        return CanonicalJson.ToText(value);
    }
}

/// <summary>An activity as a <see cref="DocumentShape"/> sees it.</summary>
internal sealed record ActivityShape(string Parent, string Type, string? Label, string Inputs, JsonElement Element);

/// <summary>A connection as a <see cref="DocumentShape"/> sees it.</summary>
internal sealed record ConnectionShape(string Source, string Port, string Target)
{
    public static ConnectionShape? Of(JsonElement connection)
    {
        if (connection.ValueKind != JsonValueKind.Object) return null;
        var (source, port) = End(connection, "source");
        var (target, _) = End(connection, "target");
        // Older definitions write the ends as plain ids with the port beside them.
        port ??= DocumentShape.Text(connection, "sourcePort");
        return source is null || target is null ? null : new ConnectionShape(source, port ?? "Done", target);
    }

    private static (string? Activity, string? Port) End(JsonElement connection, string member)
    {
        if (!connection.TryGetProperty(member, out var end)) return default;
        return end.ValueKind == JsonValueKind.String ? (end.GetString(), null) : (DocumentShape.Text(end, "activity"), DocumentShape.Text(end, "port"));
    }
}
