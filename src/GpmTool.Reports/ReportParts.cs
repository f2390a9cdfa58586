using GpmTool.Diff;

namespace GpmTool.Reports;

/// <summary>What becomes of the elements of an entry. Each has a sign, so that nobody needs colours.</summary>
public enum ReportTone
{
    /// <summary>New: <c>+</c>.</summary>
    Added,

    /// <summary>Gone: <c>−</c>.</summary>
    Removed,

    /// <summary>Different: <c>~</c>.</summary>
    Changed,

    /// <summary>Elsewhere in the flow: <c>→</c>.</summary>
    Moved,
}

/// <summary>How much an entry matters to somebody who wants to know what changes in the work.</summary>
public enum Importance
{
    /// <summary>Who does what, in which order, how long, on which medium.</summary>
    Main,

    /// <summary>Joins, single flows, messages, data, annotations.</summary>
    Minor,

    /// <summary>Only of interest to those who maintain the model files.</summary>
    Technical,
}

/// <summary>What kind of element an entry is about.</summary>
public enum ReportSubject
{
    /// <summary>A step, a call or a sub-process.</summary>
    Step,

    /// <summary>A start, an end or another event.</summary>
    Event,

    /// <summary>A decision, a split or a join.</summary>
    Gateway,

    /// <summary>A way from one node to the next.</summary>
    Way,

    /// <summary>A message between participants.</summary>
    Message,

    /// <summary>A role, a lane or a participant.</summary>
    Participant,

    /// <summary>Data, annotations, what concerns the model as a whole.</summary>
    Other,
}

/// <summary>Whether a key figure became better.</summary>
public enum Verdict
{
    /// <summary>Nobody disputes that it is better.</summary>
    Better,

    /// <summary>Nobody disputes that it is worse.</summary>
    Worse,

    /// <summary>The same, or a matter of opinion, or not known.</summary>
    Open,
}

/// <summary>A feature with its value on both sides.</summary>
/// <param name="Code">The feature for programs: <c>processingTime</c>, <c>role</c>, <c>documents</c> and so on.</param>
/// <param name="Label">The feature in the report's language.</param>
/// <param name="Before">The value in the first model; null: none.</param>
/// <param name="After">The value in the second model; null: none.</param>
public sealed record ReportFact(string Code, string Label, string? Before, string? After);

/// <summary>A key figure of both models, a case each.</summary>
/// <param name="Code">The figure for programs, as <see cref="Analysis.KeyFigures"/> names it, in camel case.</param>
/// <param name="Name">The figure in the report's language.</param>
/// <param name="Before">The first model's; "–" where it is not known.</param>
/// <param name="After">The second model's.</param>
/// <param name="Change">The difference with its sign; "–" where one side is not known.</param>
/// <param name="Verdict">Whether the change is undisputedly better or worse.</param>
public sealed record FigureRow(string Code, string Name, string Before, string After, string Change, Verdict Verdict);

/// <summary>One entry: all operations about the same elements.</summary>
public sealed record ReportItem
{
    /// <summary>The number in the text and in both pictures, from 1 in reading order; null for technical details.</summary>
    public int? Number { get; init; }

    /// <summary>What becomes of the elements.</summary>
    public required ReportTone Tone { get; init; }

    /// <summary>How much it matters.</summary>
    public required Importance Importance { get; init; }

    /// <summary>What kind of element it is about; of several the first in the order of <see cref="ReportSubject"/>.</summary>
    public ReportSubject Subject { get; init; } = ReportSubject.Other;

    /// <summary>Whose work it concerns, on both sides, in alphabetical order.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The entry as a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>What stands there in the first model; null: nothing.</summary>
    public string? Before { get; init; }

    /// <summary>What stands there in the second model; null: nothing.</summary>
    public string? After { get; init; }

    /// <summary>What differs, or what a new or gone step is like.</summary>
    public IReadOnlyList<ReportFact> Facts { get; init; } = [];

    /// <summary>The elements of the first model.</summary>
    public IReadOnlyList<string> BeforeIds { get; init; } = [];

    /// <summary>The elements of the second model.</summary>
    public IReadOnlyList<string> AfterIds { get; init; } = [];

    /// <summary>Whether both sides only probably do the same job.</summary>
    public bool IsPresumed { get; init; }

    /// <summary>The operations it consists of.</summary>
    public required IReadOnlyList<Operation> Operations { get; init; }

    /// <summary>The sign of the tone.</summary>
    public string Sign => SignOf(Tone);

    internal static string SignOf(ReportTone tone) => tone switch
    {
        ReportTone.Added => "+",
        ReportTone.Removed => "−",
        ReportTone.Moved => "→",
        _ => "~",
    };
}

/// <summary>A stretch of the process with what changes there.</summary>
public sealed record ReportSection
{
    /// <summary>The stretch in the process's own words.</summary>
    public required string Heading { get; init; }

    /// <summary>Who works there and how many steps it has on either side.</summary>
    public required string Intro { get; init; }

    /// <summary>The nodes of the first model that stand there.</summary>
    public IReadOnlyList<string> BeforeIds { get; init; } = [];

    /// <summary>The nodes of the second model that stand there.</summary>
    public IReadOnlyList<string> AfterIds { get; init; } = [];

    /// <summary>What changes, in the order of the flow; empty: nothing does.</summary>
    public required IReadOnlyList<ReportItem> Items { get; init; }
}

/// <summary>Two nodes that only probably stand for the same thing.</summary>
/// <param name="BeforeId">The node of the first model.</param>
/// <param name="Before">What it is called.</param>
/// <param name="AfterId">The node of the second model.</param>
/// <param name="After">What it is called.</param>
/// <param name="Number">The entry about them; null: nothing else differs.</param>
public sealed record PresumedPair(string BeforeId, string Before, string AfterId, string After, int? Number);

/// <summary>A node as the report calls it.</summary>
/// <param name="Id">The node.</param>
/// <param name="What">What it is and its label; for what has none, where it stands.</param>
/// <param name="Role">Who does it; null: not recorded.</param>
public sealed record NamedNode(string Id, string What, string? Role);
