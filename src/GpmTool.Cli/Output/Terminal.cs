namespace GpmTool.Cli.Output;

/// <summary>What a line is about; on a terminal it has a colour.</summary>
internal enum Tone
{
    /// <summary>Ordinary.</summary>
    Plain,

    /// <summary>Good.</summary>
    Good,

    /// <summary>To be looked at.</summary>
    Warning,

    /// <summary>Wrong.</summary>
    Bad,

    /// <summary>Beside the point.</summary>
    Faint,
}

/// <summary>An output. Colours only on a terminal and without NO_COLOR (no-color.org).</summary>
internal sealed class Terminal
{
    private readonly TextWriter _writer;
    private readonly bool _hasColour;

    private Terminal(TextWriter writer, bool isTerminal)
    {
        _writer = writer;
        IsTerminal = isTerminal;
        _hasColour = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
    }

    /// <summary>What the command gives.</summary>
    public static Terminal Out { get; } = new(Console.Out, !Console.IsOutputRedirected);

    /// <summary>What is said about the work.</summary>
    public static Terminal Error { get; } = new(Console.Error, !Console.IsErrorRedirected);

    /// <summary>Whether a person reads it as it is written.</summary>
    public bool IsTerminal { get; }

    /// <summary>Writes a line.</summary>
    public void Line(string text = "")
    {
        Progress.Clear();
        _writer.Write(text);
        _writer.Write('\n');
    }

    /// <summary>The text in the tone's colour, where there are colours.</summary>
    public string Paint(string text, Tone tone) => !_hasColour || tone == Tone.Plain ? text : $"\e[{Code(tone)}m{text}\e[0m";

    /// <summary>Writes text as it is.</summary>
    public void Raw(string text) => _writer.Write(text);

    /// <summary>Writes out what is still held back.</summary>
    public void Flush() => _writer.Flush();

    private static string Code(Tone tone) => tone switch
    {
        Tone.Good => "32",
        Tone.Warning => "33",
        Tone.Bad => "31",
        _ => "2",
    };
}
