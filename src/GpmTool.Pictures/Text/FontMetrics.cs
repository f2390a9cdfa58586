namespace GpmTool.Pictures;

/// <summary>
/// How wide text is. The widths are the advance widths, in thousandths of the size, of the wider of Arial (as its metric
/// twin Liberation Sans) and DejaVu Sans Condensed, so that text fits whichever of both a viewer has.
/// </summary>
internal static class FontMetrics
{
    /// <summary>The fonts in the order in which a viewer takes them.</summary>
    public const string Family = "Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans Condensed', sans-serif";

    /// <summary>The distance of two lines, in sizes.</summary>
    public const double LineHeight = 1.2;

    private const int Other = 1000;

    private static ReadOnlySpan<ushort> Ascii =>
    [
        286, 360, 414, 754, 572, 889, 702, 247, 351, 351, 450, 754, 286, 333, 286, 303, 572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 303, 303, 754, 754, 754, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 616, 351, 303, 351, 754, 556,
        450, 556, 571, 500, 571, 556, 316, 571, 570, 250, 250, 521, 250, 876, 570, 556, 571, 571, 370, 500, 353, 570, 532, 736, 532, 532, 500, 572, 303, 572, 754,
    ];

    private static ReadOnlySpan<ushort> Latin1 =>
    [
        286, 360, 572, 572, 572, 572, 303, 556, 450, 900, 424, 556, 754, 333, 900, 552, 450, 754, 360, 360, 450, 576, 572, 286, 450, 360, 424, 556, 872, 872, 872, 611,
        667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 754, 778, 722, 722, 722, 722, 667, 667, 611,
        556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278, 556, 570, 556, 556, 556, 556, 556, 754, 611, 570, 570, 570, 570, 532, 571, 532,
    ];

    /// <summary>The width of text at a size, in the unit of the size.</summary>
    public static double Width(ReadOnlySpan<char> text, double size)
    {
        var sum = 0;
        foreach (var letter in text) sum += Width(letter);
        return sum * size / 1000;
    }

    private static int Width(char letter) => letter switch
    {
        >= ' ' and <= '~' => Ascii[letter - ' '],
        >= '\u00A0' and <= '\u00FF' => Latin1[letter - '\u00A0'],
        '–' or '€' => 572,
        '„' or '“' or '”' => 466,
        '‚' or '‘' or '’' => 286,
        >= '\uDC00' and <= '\uDFFF' => 0, // the second half of a pair
        _ => Other,
    };
}
