using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>What a mark on a picture says. Each tone has a colour and a sign: nobody has to tell colours apart.</summary>
public enum Tone
{
    /// <summary>Was added: green, plus.</summary>
    Added,

    /// <summary>Was removed: red, minus.</summary>
    Removed,

    /// <summary>Was changed: amber, tilde.</summary>
    Changed,

    /// <summary>Stands elsewhere: blue, arrow.</summary>
    Moved,

    /// <summary>Is worth a look: violet, exclamation mark.</summary>
    Noted,
}

/// <summary>A mark on an element of a picture.</summary>
/// <param name="ElementId">The node, flow, lane or pool.</param>
/// <param name="Tone">The colour, and the sign unless one is given.</param>
/// <param name="Sign">One or two letters in the badge; null: the sign of the tone.</param>
/// <param name="Text">A few words behind the sign; the whole is in the title.</param>
public sealed record PictureOverlay(string ElementId, Tone Tone, string? Sign = null, string? Text = null);

/// <summary>What of a graph is drawn, and how.</summary>
public sealed record PictureOptions
{
    /// <summary>The defaults.</summary>
    public static PictureOptions Default { get; } = new();

    /// <summary>The drawing: the id of a diagram or of the process, collaboration or sub-process it shows; null: that of the main process.</summary>
    public string? Diagram { get; init; }

    /// <summary>Marks; those on elements that the drawing does not show are left out.</summary>
    public IReadOnlyList<PictureOverlay> Overlays { get; init; } = [];

    /// <summary>Whether the tones that occur are explained below the drawing.</summary>
    public bool Legend { get; init; } = true;

    /// <summary>The words of the legend instead of the usual ones.</summary>
    public IReadOnlyDictionary<Tone, string> LegendWords { get; init; } = new Dictionary<Tone, string>();

    /// <summary>What the picture is called; null: the name of the graph.</summary>
    public string? Title { get; init; }

    /// <summary>What those hear who cannot see the picture; null: a description in German.</summary>
    public string? Description { get; init; }

    /// <summary>White space around the drawing, in pixels.</summary>
    public double Margin { get; init; } = 20;

    /// <summary>A drawing with more shapes and edges is refused.</summary>
    public int MaximumElements { get; init; } = 20_000;
}

/// <summary>A picture cannot be made: the drawing asked for does not exist, or is too large.</summary>
public sealed class PictureException(LocalText text) : Exception(text.English)
{
    /// <summary>What is wrong and what to do.</summary>
    public LocalText Text { get; } = text;
}
