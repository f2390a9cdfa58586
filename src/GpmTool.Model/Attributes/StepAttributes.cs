using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>The medium of a document; a change between two steps is a media break (Medienbruch).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Medium>))]
public enum Medium
{
    /// <summary>Not recorded.</summary>
    Unspecified,

    /// <summary>Paper.</summary>
    Paper,

    /// <summary>Digital.</summary>
    Digital,

    /// <summary>By word of mouth or telephone.</summary>
    Verbal,
}

/// <summary>How far software does the work.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Automation>))]
public enum Automation
{
    /// <summary>By hand.</summary>
    Manual,

    /// <summary>A person, supported by software.</summary>
    Supported,

    /// <summary>Software alone.</summary>
    Automatic,
}

/// <summary>A kind of responsibility (RACI).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RaciKind>))]
public enum RaciKind
{
    /// <summary>Does the work.</summary>
    Responsible,

    /// <summary>Answers for the result.</summary>
    Accountable,

    /// <summary>Is asked before.</summary>
    Consulted,

    /// <summary>Is told afterwards.</summary>
    Informed,
}

/// <summary>A role's part in a step.</summary>
/// <param name="Role">The role; never a person.</param>
/// <param name="Kind">Its part.</param>
public sealed record Responsibility(string Role, RaciKind Kind);

/// <summary>A document that a step takes in or gives out.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Direction">In or out.</param>
/// <param name="Medium">Its medium.</param>
/// <param name="Form">How it travels in words, such as "E-Mail" or "Vordruck".</param>
public sealed record DocumentUse(string Name, DataDirection Direction, Medium Medium = Medium.Unspecified, string? Form = null);

/// <summary>A legal basis.</summary>
/// <param name="Citation">The citation, such as "ArbStättV § 4 Abs. 1".</param>
/// <param name="Verified">Whether somebody checked the citation against the source.</param>
/// <param name="Link">Where to read it.</param>
public sealed record LegalBasis(string Citation, bool Verified = false, string? Link = null);

/// <summary>A risk of a step and what is done about it.</summary>
/// <param name="Description">The risk.</param>
/// <param name="Control">The control.</param>
public sealed record Risk(string Description, string? Control = null);

/// <summary>What administrations record about a step. Absent means not recorded, never zero.</summary>
public sealed record StepAttributes
{
    /// <summary>The role, where it differs from the lane.</summary>
    public string? Role { get; init; }

    /// <summary>The organisation unit.</summary>
    public string? OrganisationUnit { get; init; }

    /// <summary>Time a person works on it (Bearbeitungszeit).</summary>
    public TimeDistribution? ProcessingTime { get; init; }

    /// <summary>Time it lies waiting (Liegezeit).</summary>
    public TimeDistribution? WaitingTime { get; init; }

    /// <summary>Time on its way to the step (Transportzeit).</summary>
    public TimeDistribution? TransportTime { get; init; }

    /// <summary>Cost of one execution beside working time.</summary>
    public Money? Cost { get; init; }

    /// <summary>IT systems used.</summary>
    public ValueList<string> Systems { get; init; }

    /// <summary>Documents in and out.</summary>
    public ValueList<DocumentUse> Documents { get; init; }

    /// <summary>Legal bases.</summary>
    public ValueList<LegalBasis> LegalBases { get; init; }

    /// <summary>Reference activity group of FIM.</summary>
    public RagCode? Rag { get; init; }

    /// <summary>Degree of automation.</summary>
    public Automation? Automation { get; init; }

    /// <summary>Responsibilities.</summary>
    public ValueList<Responsibility> Responsibilities { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Risks and controls.</summary>
    public ValueList<Risk> Risks { get; init; }
}

/// <summary>How many people fill a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="FullTimeEquivalents">How many full-time positions (VZÄ).</param>
/// <param name="WagePerHour">The wage rate per hour.</param>
public sealed record Staffing(string Role, double FullTimeEquivalents, Money? WagePerHour = null);

/// <summary>Key figures of a whole process.</summary>
public sealed record ProcessAttributes
{
    /// <summary>Cases a year.</summary>
    public double? CasesPerYear { get; init; }

    /// <summary>Time between two arriving cases.</summary>
    public TimeDistribution? Arrivals { get; init; }

    /// <summary>Who works in it.</summary>
    public ValueList<Staffing> Staffing { get; init; }
}
