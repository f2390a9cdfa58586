using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Elsa;

internal sealed partial class Projector
{
    private static readonly JsonWriterOptions PayloadOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The activity that does the work of a node, without what is attached to it.</summary>
    private Activity WorkActivity(FlowNode node, string id)
    {
        if (node.Binding is { } binding && !node.Kind.IsContainer())
            return new Activity(id, binding.Type) { ElementId = node.Id, Name = node.Name, Members = binding.Members, Description = node.Documentation };
        switch (node.Kind)
        {
            case NodeKind.ScriptTask when node.Script is { } script:
                // An expression of type JavaScript would be evaluated twice.
                return new Activity(id, "Elsa.RunJavaScript") { ElementId = node.Id, Name = node.Name, Inputs = [("script", ActivityInput.Literal(script.Text))] };
            case NodeKind.SendTask when MessageName(node.MessageId) is { } message:
                return new Activity(id, "Elsa.PublishEvent") { ElementId = node.Id, Name = node.Name, Inputs = [("eventName", ActivityInput.Literal(message))] };
            case NodeKind.ReceiveTask when MessageName(node.MessageId) is { } message:
                return new Activity(id, "Elsa.Event") { ElementId = node.Id, Name = node.Name, Inputs = [("eventName", ActivityInput.Literal(message))] };
            case NodeKind.CallActivity: return Call(node, id);
            case NodeKind.SubProcess or NodeKind.Transaction or NodeKind.AdHocSubProcess: return SubProcess(node, id);
            default: return Task(node, id, node.Id);
        }
    }

    private Activity Call(FlowNode node, string id)
    {
        if ((node.CalledProcess ?? node.CalledElement) is not { } callee)
        {
            Note(node.Id, ExecutionLevel.WithNote, "elsa.call-without-callee",
                "Die Aufrufaktivität nennt keinen Prozess; sie wird als Aufgabe ausgeführt.",
                "The call activity names no process; it is executed as a task.");
            return Task(node, id, node.Id);
        }

        return ExecuteWorkflow(id, node.Id, node.Name, callee, null);
    }

    private static Activity ExecuteWorkflow(string id, string elementId, string? name, string definitionId, string? resultVariable)
    {
        List<(string, ActivityInput)> inputs = [("workflowDefinitionId", ActivityInput.Literal(definitionId)), ("waitForCompletion", ActivityInput.True)];
        if (resultVariable is not null) inputs.Add(("result", ActivityInput.Output("ExecuteWorkflowResult", resultVariable)));
        return new Activity(id, "Elsa.ExecuteWorkflow") { ElementId = elementId, Name = name, Inputs = inputs };
    }

    private Activity SubProcess(FlowNode node, string id)
    {
        if (node.Kind == NodeKind.AdHocSubProcess)
            Note(node.Id, ExecutionLevel.WithNote, "elsa.ad-hoc",
                "Die Schritte des Ad-hoc-Teilprozesses laufen auf dem Server alle, gleichzeitig.",
                "The steps of the ad-hoc sub-process all run on the server, at once.");
        if (node.Kind == NodeKind.Transaction)
            Note(node.Id, ExecutionLevel.WithNote, "elsa.transaction",
                "Die Transaktion läuft als Teilprozess; sie wird nicht zurückgerollt.",
                "The transaction runs as a sub-process; it is not rolled back.");
        var chart = new Flowchart();
        Container(node.Id, chart, isRoot: false);
        return new Activity(id, "Elsa.Flowchart") { ElementId = node.Id, Name = node.Name, Description = node.Documentation, Body = chart };
    }

    /// <summary>The generic human step: it waits until somebody reports the task done.</summary>
    private Activity Task(FlowNode node, string id, string elementId) => new(id, "Elsa.RunTask")
    {
        ElementId = elementId,
        Name = node.Name,
        Description = node.Documentation,
        Inputs =
        [
            ("taskName", ActivityInput.Literal(Label(node))),
            ("payload", ActivityInput.Of("ObjectDictionary", "Object", Payload(node))),
        ],
    };

    private string Payload(FlowNode node) => Json(writer =>
    {
        writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(node.Kind.ToString()));
        writer.WriteString("gpmId", node.Id);
        if (_index.RoleOf(node) is { } role) writer.WriteString("role", role);
        if ((node.Gpm?.OrganisationUnit ?? _index.LaneOf(node.Id)?.OrganisationUnit) is { } unit) writer.WriteString("organisationUnit", unit);
        if (node.Gpm is not { } gpm) return;
        if (gpm.Description is { } description) writer.WriteString("description", description);
        if (!gpm.Systems.IsEmpty)
        {
            writer.WriteStartArray("systems");
            foreach (var system in gpm.Systems) writer.WriteStringValue(system);
            writer.WriteEndArray();
        }

        if (!gpm.Documents.IsEmpty)
        {
            writer.WriteStartArray("documents");
            foreach (var document in gpm.Documents)
            {
                writer.WriteStartObject();
                writer.WriteString("name", document.Name);
                writer.WriteString("direction", document.Direction == DataDirection.Input ? "input" : "output");
                writer.WriteString("medium", JsonNamingPolicy.CamelCase.ConvertName(document.Medium.ToString()));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (gpm.ProcessingTime?.ExpectedTime() is { } time) writer.WriteString("processingTime", IsoDuration.From(time).ToString());
    });

    private static string Json(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, PayloadOptions))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void RepeatNote(FlowNode node)
    {
        if (node.Loop is null) return;
        Note(node.Id, ExecutionLevel.WithNote, "elsa.repeats",
            "Die Wiederholung wird nicht vom Server gesteuert; der Schritt läuft je Vorgang einmal.",
            "The server does not control the repetition; the step runs once per case.");
    }

    private string? MessageName(string? id) => id is null ? null : _declarations.GetValueOrDefault(id, id);

    private static string Label(FlowNode node) => string.IsNullOrWhiteSpace(node.Name) ? node.Id : node.Name;

    /// <summary>A node that does nothing: the branches that meet there go on.</summary>
    private static Activity NoOperation(FlowNode node) => new(node.Id, "Elsa.Flowchart") { ElementId = node.Id, Name = node.Name, Body = new Flowchart() };
}
