using GpmTool.Model;

namespace GpmTool.Cli;

/// <summary>A command cannot do what it was asked to.</summary>
/// <param name="code">A stable name.</param>
/// <param name="message">What is wrong, and where.</param>
/// <param name="remedy">What to do about it.</param>
internal sealed class CommandFailure(string code, LocalText message, LocalText remedy) : Exception(message.English)
{
    /// <summary>A stable name.</summary>
    public string Code { get; } = code;

    /// <summary>What is wrong, and where.</summary>
    public LocalText Text { get; } = message;

    /// <summary>What to do about it.</summary>
    public LocalText Remedy { get; } = remedy;
}
