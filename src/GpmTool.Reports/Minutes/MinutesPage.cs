namespace GpmTool.Reports;

/// <summary>A piece of minutes. Line breaks in texts are kept.</summary>
internal abstract record MinutesBlock;

/// <summary>A heading of level 2 or 3.</summary>
internal sealed record MinutesHeading(int Level, string Id, string Text) : MinutesBlock;

/// <summary>A sentence.</summary>
internal sealed record MinutesNote(string Text) : MinutesBlock;

/// <summary>Facts with their labels.</summary>
internal sealed record MinutesFacts(IReadOnlyList<(string Label, string Value)> Rows) : MinutesBlock;

/// <summary>A table under a heading; the first cell of a row names the row.</summary>
internal sealed record MinutesTable(string HeadingId, IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows) : MinutesBlock;

/// <summary>Minutes in one language, ready to be written: what stands in one form stands in all.</summary>
/// <param name="Language">The language's code.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">The title.</param>
/// <param name="Summary">The result in short.</param>
/// <param name="Blocks">The rest.</param>
internal sealed record MinutesPage(string Language, string Kind, string Title, string Summary, IReadOnlyList<MinutesBlock> Blocks)
{
    /// <summary>Puts minutes into words.</summary>
    public static MinutesPage Of(ReviewMinutes minutes, MinutesOptions options) => new MinutesComposer(minutes, new MinutesWords(options)).Compose();
}
