using GpmTool.Diff;
using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>
/// A comparison for people: what the second model changes and what that brings, in one language. Pure data; the writers
/// (<see cref="TextReport"/>, <see cref="MarkdownReport"/>, <see cref="HtmlReport"/>, <see cref="XlsxReport"/>,
/// <see cref="JsonReport"/>) only give it a form. The same input gives the same report.
/// </summary>
public sealed record ComparisonReport
{
    private ComparisonReport()
    {
    }

    /// <summary>The language.</summary>
    public ReportLanguage Language => Options.Language;

    /// <summary>How the report is made.</summary>
    public required ReportOptions Options { get; init; }

    /// <summary>The first model.</summary>
    public required ProcessGraph Before { get; init; }

    /// <summary>The second model.</summary>
    public required ProcessGraph After { get; init; }

    /// <summary>The comparison the report is about.</summary>
    public required ComparisonResult Result { get; init; }

    /// <summary>What the first model is called.</summary>
    public required string BeforeTitle { get; init; }

    /// <summary>What the second model is called.</summary>
    public required string AfterTitle { get; init; }

    /// <summary>One sentence: what changes and what it brings.</summary>
    public required string Summary { get; init; }

    /// <summary>What a reader needs first, on both sides: what starts and ends the process, who works in it, where it waits.</summary>
    public required IReadOnlyList<ReportFact> Overview { get; init; }

    /// <summary>The key figures.</summary>
    public required IReadOnlyList<FigureRow> Figures { get; init; }

    /// <summary>All stretches of the process in the order of the flow, then what belongs to none.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>Pairs that somebody should confirm.</summary>
    public required IReadOnlyList<PresumedPair> Presumed { get; init; }

    /// <summary>What only those need who maintain the model files.</summary>
    public required IReadOnlyList<ReportItem> Technical { get; init; }

    /// <summary>The first model's nodes by name, in its order.</summary>
    public required IReadOnlyList<NamedNode> BeforeNodes { get; init; }

    /// <summary>The second model's nodes by name, in its order.</summary>
    public required IReadOnlyList<NamedNode> AfterNodes { get; init; }

    /// <summary>One sentence for each operation, in the order of <see cref="ComparisonResult.Operations"/>.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    /// <summary>All numbered entries in the order of their numbers.</summary>
    public IEnumerable<ReportItem> Items => Sections.SelectMany(section => section.Items).OrderBy(item => item.Number);

    /// <summary>Makes the report. O(n log n) for n elements and operations beside the key figures (<see cref="Analysis.KeyFigures.Of"/>).</summary>
    /// <param name="before">The first model.</param>
    /// <param name="after">The second model.</param>
    /// <param name="result">Their comparison.</param>
    /// <param name="options">Language and titles; null: German, with the models' names.</param>
    public static ComparisonReport Of(ProcessGraph before, ProcessGraph after, ComparisonResult result, ReportOptions? options = null)
    {
        options ??= new ReportOptions();
        var texts = ReportTexts.In(options.Language);
        var names = new Names(before, after, texts);
        var sentences = new Sentences(names, texts);
        var entries = new Entries(names, sentences, texts).Of(result);
        var figures = FigureTable.Of(before, after, texts);
        var (sections, technical) = new Sections(names, texts, result).Of(entries);
        var numbers = sections.SelectMany(section => section.Items).ToList();
        return new ComparisonReport
        {
            Options = options,
            Before = before,
            After = after,
            Result = result,
            BeforeTitle = Title(options.BeforeTitle, before, texts),
            AfterTitle = Title(options.AfterTitle, after, texts),
            Summary = Summaries.Of(names, result, entries, texts),
            Overview = Overviews.Of(names, texts),
            Figures = figures,
            Sections = sections,
            Presumed = [.. result.Correspondences.Where(match => match.IsPresumed).Select(match => new PresumedPair(
                match.BeforeId, names.Before.Called(match.BeforeId), match.AfterId, names.After.Called(match.AfterId),
                numbers.Find(item => item.BeforeIds.Contains(match.BeforeId) && item.AfterIds.Contains(match.AfterId))?.Number))],
            Technical = technical,
            BeforeNodes = Nodes(names.Before),
            AfterNodes = Nodes(names.After),
            Sentences = [.. result.Operations.Select(sentences.Of)],
        };
    }

    internal ReportTexts Texts => ReportTexts.In(Language);

    private static IReadOnlyList<NamedNode> Nodes(NamedGraph graph) => [.. graph.Graph.Nodes.Select(node => new NamedNode(node.Id, graph.What(node), graph.Index.RoleOf(node)))];

    private static string Title(string? given, ProcessGraph graph, ReportTexts texts) =>
        ReportTexts.OneLine(!string.IsNullOrWhiteSpace(given) ? given : !string.IsNullOrWhiteSpace(graph.Name) ? graph.Name : texts.NoName);
}
