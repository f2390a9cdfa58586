using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>
/// The traps of the engine: documents that a server accepts and then runs wrongly, or whose parts it drops silently.
/// </summary>
internal sealed partial class DocumentTraps
{
    private static readonly HashSet<string> ExpressionTypes = new(StringComparer.Ordinal)
    {
        "Literal", "Object", "Json", "Variable", "Input", "JavaScript", "Liquid", "CSharp", "Python", "Delegate",
    };

    private static readonly HashSet<string> VariableTypes = new(StringComparer.Ordinal)
    {
        "String", "Boolean", "Int16", "Int32", "Int64", "Single", "Double", "Decimal", "Char", "Byte", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly",
        "TimeSpan", "Guid", "Object", "ObjectDictionary", "StringDictionary", "ExpandoObject", "JsonElement", "JsonNode", "JsonObject", "JsonArray", "Array",
        "ByteArray", "Stream", "HttpRequest", "HttpResponse", "HttpFile", "HttpHeaders",
    };

    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public static IReadOnlyList<Finding> Find(JsonElement document)
    {
        var traps = new DocumentTraps();
        traps.Document(document);
        traps.Activity(document.GetProperty("root"), "$.root", isRoot: true);
        return traps._findings;
    }

    private void Document(JsonElement document)
    {
        if (document.TryGetProperty("isReadonly", out var locked) && locked.ValueKind == JsonValueKind.True)
            Add(Severity.Error, "elsa.readonly", null, "$.isReadonly", "„isReadonly“ sperrt die Definition auf dem Server für immer.", "'isReadonly' locks the definition on the server for ever.", "Setzen Sie es auf false.", "Set it to false.");
        if (!document.TryGetProperty("variables", out var variables) || variables.ValueKind != JsonValueKind.Array) return;
        var i = 0;
        foreach (var variable in variables.EnumerateArray())
        {
            var place = $"$.variables[{i++}]";
            var name = DocumentShape.Text(variable, "name");
            if (variable.ValueKind == JsonValueKind.Object && variable.TryGetProperty("value", out var value) && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
                Add(Severity.Error, "elsa.variable-value", null, place, $"Der Wert der Variable „{name}“ ist kein Text; der Server weist die Definition ab.", $"The value of variable '{name}' is no string; the server refuses the definition.", "Schreiben Sie den Wert als Text.", "Write the value as a string.");
            var type = DocumentShape.Text(variable, "typeName");
            if (type is not null && !VariableTypes.Contains(Element(type)))
                Add(Severity.Warning, "elsa.variable-type", null, place, $"Den Typ „{type}“ der Variable „{name}“ kennt ein einfacher Server nicht; er verwirft sie.", $"A plain server does not know the type '{type}' of variable '{name}'; it drops the variable.", "Verwenden Sie einen bekannten Typ, zum Beispiel String.", "Use a known type, String for example.");
        }
    }

    private static string Element(string type) => type.StartsWith("List<", StringComparison.Ordinal) || type.EndsWith("[]", StringComparison.Ordinal) ? "Object" : type;

    private void Activity(JsonElement activity, string path, bool isRoot = false)
    {
        var type = DocumentShape.Text(activity, "type");
        var id = DocumentShape.Text(activity, "id");
        if (string.IsNullOrEmpty(id))
            Add(Severity.Error, "elsa.id-missing", activity, path, "Die Aktivität hat keine Kennung; der Server antwortet mit einem Fehler.", "The activity has no id; the server answers with an error.", "Vergeben Sie eine eindeutige Kennung.", "Give it an id of its own.");
        else if (!_ids.Add(id))
            Add(Severity.Error, "elsa.id-doubled", activity, path, $"Die Kennung „{id}“ kommt in der Definition mehrfach vor.", $"The id '{id}' occurs more than once in the definition.", "Geben Sie jeder Aktivität eine eigene Kennung.", "Give every activity an id of its own.");
        var known = ActivityTable.Find(type);
        if (known is null)
            Add(Severity.Error, "elsa.activity-unknown", activity, path, $"Den Aktivitätstyp „{type}“ kennt ein unveränderter Server nicht; der Ablauf bricht dort ab.", $"An unmodified server does not know the activity type '{type}'; the flow faults there.", "Verwenden Sie einen Standardtyp oder prüfen Sie, ob jedes Ziel ihn bereitstellt.", "Use a standard type or make sure that every target provides it.");
        else Inputs(activity, known, path);
        if (type == "Elsa.RunJavaScript" && ExpressionType(activity, "script") == "JavaScript")
            Add(Severity.Error, "elsa.script-evaluated-twice", activity, path, "Ein Skript als JavaScript-Ausdruck wird zweimal ausgewertet und bricht ab.", "A script given as a JavaScript expression is evaluated twice and faults.", "Geben Sie das Skript als Literal an.", "Give the script as a Literal.");
        if (type == "Elsa.Flowchart") Chart(activity, path, isRoot);
        Nested(activity, known, path);
    }

    private void Nested(JsonElement activity, ActivityType? known, string path)
    {
        if (activity.TryGetProperty("activities", out var activities) && activities.ValueKind == JsonValueKind.Array)
        {
            var i = 0;
            foreach (var child in activities.EnumerateArray())
            {
                if (child.ValueKind == JsonValueKind.Object) Activity(child, $"{path}.activities[{i}]");
                i++;
            }
        }

        foreach (var body in known?.Bodies ?? [])
            if (activity.TryGetProperty(body, out var child) && child.ValueKind == JsonValueKind.Object && child.TryGetProperty("type", out _)) Activity(child, $"{path}.{body}");
    }

    private void Inputs(JsonElement activity, ActivityType known, string path)
    {
        foreach (var member in activity.EnumerateObject())
        {
            if (DocumentShape.IsFrame(member.Name) || member.Value.ValueKind == JsonValueKind.Null) continue;
            var place = $"{path}.{member.Name}";
            if (!known.Inputs.Contains(member.Name, StringComparer.Ordinal))
            {
                if (!known.Outputs.Contains(member.Name, StringComparer.Ordinal) && !known.Bodies.Contains(member.Name, StringComparer.Ordinal) && !Tolerated.Contains(member.Name))
                    Add(Severity.Warning, "elsa.input-unknown", activity, place, $"„{known.Type}“ hat keine Eingabe „{member.Name}“; der Server verwirft sie.", $"'{known.Type}' has no input '{member.Name}'; the server drops it.", "Prüfen Sie die Schreibweise.", "Check the spelling.");
                continue;
            }

            if (member.Value.ValueKind != JsonValueKind.Object || !member.Value.TryGetProperty("expression", out var expression)) continue;
            var type = DocumentShape.Text(expression, "type");
            if (DocumentShape.Text(member.Value, "typeName") is null || (type is not null && !ExpressionTypes.Contains(type)))
                Add(Severity.Error, "elsa.input-lost", activity, place, $"Die Eingabe „{member.Name}“ nennt keinen Typ oder einen unbekannten Ausdruckstyp; der Server macht sie leer.", $"The input '{member.Name}' names no type or an unknown expression type; the server empties it.", "Ergänzen Sie „typeName“ und einen bekannten Ausdruckstyp.", "Add 'typeName' and a known expression type.");
            if (member.Name is "timeSpan" or "interval" && type == "Literal" && expression.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String
                && value.GetString() is { } text && !TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _))
                Add(Severity.Error, "elsa.duration-form", activity, place, $"„{text}“ ist keine .NET-Zeitspanne; die Aktivität bricht beim Ausführen ab.", $"'{text}' is no .NET time span; the activity faults when run.", "Schreiben Sie zum Beispiel 14.00:00:00 statt P14D.", "Write 14.00:00:00, say, instead of P14D.");
        }
    }

    private static readonly HashSet<string> Tolerated = new(StringComparer.Ordinal) { "strategy", "autoBlockingThreshold", "commitStrategy", "resilienceStrategy" };

    private static string? ExpressionType(JsonElement activity, string input) =>
        activity.TryGetProperty(input, out var value) && value.ValueKind == JsonValueKind.Object && value.TryGetProperty("expression", out var expression)
            ? DocumentShape.Text(expression, "type")
            : null;

    private void Add(Severity severity, string code, JsonElement? activity, string place, string german, string english, string remedy, string remedyEnglish) =>
        _findings.Add(new Finding
        {
            Severity = severity,
            Code = code,
            ElementId = activity is { } element ? DocumentShape.Text(element, "id") : null,
            ElementName = activity is { } named ? DocumentShape.Label(named) : null,
            Place = place,
            Message = new(german, english),
            Remedy = new(remedy, remedyEnglish),
        });
}
