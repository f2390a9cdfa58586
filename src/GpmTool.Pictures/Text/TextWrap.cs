namespace GpmTool.Pictures;

/// <summary>Lines of text that fit a width.</summary>
internal static class TextWrap
{
    // More of a label is never drawn; the title of the element holds the whole.
    private const int MaximumLetters = 600;

    /// <summary>
    /// Breaks text at white space, long words at <see cref="GermanBreaks"/>; ends with "…" after <paramref name="lines"/> lines.
    /// </summary>
    public static List<string> Wrap(string text, double width, double size, int lines = int.MaxValue)
    {
        var result = new List<string>();
        if (text.Length > MaximumLetters) text = string.Concat(text.AsSpan(0, MaximumLetters - 1), "…");
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var rest = word;
                if (line.Length > 0 && Fits(line + " " + rest)) { line += " " + rest; continue; }
                if (line.Length > 0)
                {
                    // A word that needs a break anyway may begin on this line, if a part of a compound fits there.
                    if (!Fits(rest) && FontMetrics.Width(line, size) < width * 0.5 && GermanBreaks.Best(rest, (length, hyphen) => Fits(line + " " + Part(rest, length, hyphen))) is { } early)
                    {
                        line += " " + Part(rest, early.Length, early.Hyphen);
                        rest = rest[early.Length..];
                    }

                    result.Add(line);
                }

                while (!Fits(rest))
                {
                    var (length, hyphen) = GermanBreaks.Best(rest, (length, hyphen) => Fits(Part(rest, length, hyphen))) ?? (Longest(rest), false);
                    if (length >= rest.Length) break;
                    result.Add(Part(rest, length, hyphen));
                    rest = rest[length..];
                }

                line = rest;
            }

            if (line.Length > 0) result.Add(line);
        }

        if (result.Count > lines) Shorten(result, lines);
        return result;

        bool Fits(string part) => FontMetrics.Width(part, size) <= width;

        int Longest(string word)
        {
            var length = 1;
            while (length < word.Length && Fits(word[..(length + 1)])) length++;
            return char.IsHighSurrogate(word[length - 1]) && length < word.Length ? length + 1 : length;
        }

        void Shorten(List<string> all, int count)
        {
            all.RemoveRange(count, all.Count - count);
            var last = all[^1].TrimEnd('-');
            while (last.Length > 1 && !Fits(last + "…")) last = last[..(char.IsLowSurrogate(last[^1]) ? ^2 : ^1)];
            all[^1] = last.TrimEnd() + "…";
        }
    }

    /// <summary>The width and height of the box that text needs.</summary>
    public static (double Width, double Height) Measure(string text, double width, double size, int lines = int.MaxValue)
    {
        var wrapped = Wrap(text, width, size, lines);
        var widest = 0.0;
        foreach (var line in wrapped) widest = Math.Max(widest, FontMetrics.Width(line, size));
        return (Math.Ceiling(widest), Math.Ceiling(wrapped.Count * size * FontMetrics.LineHeight));
    }

    private static string Part(string word, int length, bool hyphen) => hyphen ? string.Concat(word.AsSpan(0, length), "-") : word[..length];
}
