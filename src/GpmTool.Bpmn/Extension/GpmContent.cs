using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>Which of our own elements an element can hold.</summary>
[Flags]
internal enum GpmKinds
{
    None = 0,
    Step = 1,
    Call = 2,
    Activity = 4,
    Process = 8,
    Definition = 16,
    Lane = 32,
    Data = 64,
    Flow = 128,
    Connection = 256,
}

/// <summary>What our own elements say about an element.</summary>
internal sealed class GpmContent
{
    public StepAttributes? Step;
    public ProcessAttributes? Process;
    public string? OrganisationUnit;
    public string? CalledProcess;
    public Medium Medium;
    public Probability? Probability;
    public ActivityBinding? Binding;
    public RawJson? Connection;
    public RawJson? Definition;
}
