using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// What the carried data of known tools says about steps: times, costs, responsible groups. It is the default where the
/// file has no data of ours. A pure function of what is carried, so that the writer knows whether somebody edited it.
/// </summary>
internal sealed class VendorDefaults
{
    private readonly Bpsim? _bpsim;

    private VendorDefaults(Bpsim? bpsim) => _bpsim = bpsim;

    public static VendorDefaults Of(ValueList<RawElement> documentRaw) => new(Bpsim.Find(documentRaw));

    /// <summary>What is known of a step, and whose data it is; null if nothing.</summary>
    public (StepAttributes Step, string Tool)? Step(string id, ValueList<RawAttribute> attributes, ValueList<RawElement> raw)
    {
        if (_bpsim?.Step(id) is { } simulated) return (simulated, "BPSim");
        if (!raw.IsEmpty && Adonis.Step(raw) is { } recorded) return (recorded, "ADONIS");
        return !attributes.IsEmpty && Camunda.Step(attributes) is { } assigned ? (assigned, "Camunda") : null;
    }

    /// <summary>The share of cases that take a flow.</summary>
    public Probability? Share(string id) => _bpsim?.Share(id);

    internal static string Local(RawElement element) => element.Name is { } name ? name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..] : "";

    internal static string? Attribute(RawElement element, string name)
    {
        foreach (var attribute in element.Attributes.AsSpan())
            if (attribute.Name == name) return attribute.Value;
        return null;
    }
}
