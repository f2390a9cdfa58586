using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>A line of a thesaurus cannot be read.</summary>
public sealed class ThesaurusFormatException : FormatException
{
    /// <summary>Says what is wrong with a line.</summary>
    public ThesaurusFormatException(int line, LocalText text)
        : base($"Line {line}: {text.English}") => (Line, Text) = (line, text);

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>What is wrong with it.</summary>
    public LocalText Text { get; }
}
