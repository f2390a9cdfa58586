using System.Globalization;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>Writes our own elements (Schema/gpm.xsd).</summary>
internal readonly struct GpmWriter(ElementWriter writer)
{
    /// <summary>Whether a graph holds anything that needs our namespace.</summary>
    public static bool IsNeeded(ProcessGraph graph, VendorDefaults vendors) =>
        graph.Description is not null || graph.MainProcessId is not null || graph.Definition is not null
        || graph.Nodes.Any(node => Step(node, vendors) is not null || node.CalledProcess is not null || node.Binding is not null || node.EventDefinitions.Any(definition => definition.Kind != EventKind.Link && definition.Name is not null))
        || graph.Flows.Any(flow => flow.Probability != vendors.Share(flow.DocumentId ?? flow.Id) || flow.Connection is not null)
        || graph.Lanes.Any(lane => lane.OrganisationUnit is not null)
        || graph.Data.Any(data => data.Medium != Medium.Unspecified)
        || graph.Processes.Any(process => process.Gpm is not null);

    /// <summary>
    /// What is written of a step: nothing where the carried data of its tool says it already. Where somebody emptied it,
    /// empty data of ours says so.
    /// </summary>
    public static StepAttributes? Step(FlowNode node, VendorDefaults vendors)
    {
        var known = vendors.Step(node.DocumentId ?? node.Id, node.RawAttributes, node.Raw)?.Step;
        return known is null ? node.Gpm : node.Gpm == known ? null : node.Gpm ?? new StepAttributes();
    }

    /// <summary>Whether a carried piece of ours is out of date because the element has typed data of that kind.</summary>
    public static bool Replaces(RawElement raw, GraphElement element) => raw.Namespace == BpmnNames.Gpm && (GpmReader.Name(raw), element) switch
    {
        ("step", FlowNode { Gpm: not null }) => true,
        ("call", FlowNode { CalledProcess: not null }) => true,
        ("activity", FlowNode { Binding: not null }) => true,
        ("process", BpmnProcess { Gpm: not null }) => true,
        ("lane", Lane { OrganisationUnit: not null }) => true,
        ("flow", SequenceFlow { Probability: not null }) => true,
        ("data", DataElement { Medium: not Medium.Unspecified }) => true,
        _ => false,
    };

    public void Simple(string local, string attribute, string value)
    {
        Start(local);
        writer.Attribute(attribute, value);
        writer.End();
    }

    public void Json(string local, RawJson json)
    {
        Start(local);
        writer.Output.Text(json.Text);
        writer.End();
    }

    public void Activity(ActivityBinding binding)
    {
        Start("activity");
        writer.Attribute("type", binding.Type);
        writer.Attribute("version", binding.Version?.ToString(CultureInfo.InvariantCulture));
        if (binding.Members is { } members) writer.Output.Text(members.Text);
        writer.End();
    }

    public void Step(StepAttributes step)
    {
        Start("step");
        writer.Attribute("role", step.Role);
        writer.Attribute("organisationUnit", step.OrganisationUnit);
        writer.Attribute("cost", step.Cost?.ToString());
        writer.Attribute("rag", step.Rag?.ToString());
        writer.Attribute("automation", step.Automation is { } automation ? GpmWords.Of(automation) : null);
        if (step.Description is { } description)
        {
            Start("description");
            writer.Output.Text(description);
            writer.End();
        }

        Time("processingTime", step.ProcessingTime);
        Time("waitingTime", step.WaitingTime);
        Time("transportTime", step.TransportTime);
        foreach (var system in step.Systems.AsSpan()) Simple("system", "name", system);
        foreach (var document in step.Documents.AsSpan())
        {
            Start("document");
            writer.Attribute("name", document.Name);
            writer.Attribute("direction", GpmWords.Of(document.Direction));
            if (document.Medium != Medium.Unspecified) writer.Attribute("medium", GpmWords.Of(document.Medium));
            writer.Attribute("form", document.Form);
            writer.End();
        }

        foreach (var basis in step.LegalBases.AsSpan())
        {
            Start("legalBasis");
            writer.Attribute("citation", basis.Citation);
            if (basis.Verified) writer.Attribute("verified", "true");
            writer.Attribute("link", basis.Link);
            writer.End();
        }

        foreach (var responsibility in step.Responsibilities.AsSpan())
        {
            Start("responsibility");
            writer.Attribute("role", responsibility.Role);
            writer.Attribute("kind", GpmWords.Of(responsibility.Kind));
            writer.End();
        }

        foreach (var risk in step.Risks.AsSpan())
        {
            Start("risk");
            writer.Attribute("description", risk.Description);
            writer.Attribute("control", risk.Control);
            writer.End();
        }

        writer.End();
    }

    public void Process(ProcessAttributes process)
    {
        Start("process");
        writer.Attribute("casesPerYear", process.CasesPerYear?.ToString("R", CultureInfo.InvariantCulture));
        Time("arrivals", process.Arrivals);
        foreach (var staffing in process.Staffing.AsSpan())
        {
            Start("staffing");
            writer.Attribute("role", staffing.Role);
            writer.Attribute("fullTimeEquivalents", staffing.FullTimeEquivalents.ToString("R", CultureInfo.InvariantCulture));
            writer.Attribute("wagePerHour", staffing.WagePerHour?.ToString());
            writer.End();
        }

        writer.End();
    }

    private void Time(string local, TimeDistribution? time)
    {
        if (time is null) return;
        Start(local);
        writer.Attribute("kind", GpmWords.Of(time.Kind));
        writer.Attribute("value", time.Value?.ToString());
        writer.Attribute("min", time.Min?.ToString());
        writer.Attribute("mode", time.Mode?.ToString());
        writer.Attribute("max", time.Max?.ToString());
        writer.Attribute("mean", time.Mean?.ToString());
        writer.Attribute("standardDeviation", time.StandardDeviation?.ToString());
        writer.End();
    }

    private void Start(string local) => writer.Start(writer.Names.Gpm, local, BpmnNames.Gpm);
}
