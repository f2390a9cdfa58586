namespace GpmTool.Cli;

/// <summary>How a command ended.</summary>
internal static class ExitCode
{
    /// <summary>Done, nothing to report.</summary>
    public const int Fine = 0;

    /// <summary>Done: there are findings, differences, or something was degraded or rejected.</summary>
    public const int Reported = 1;

    /// <summary>Not done: wrong arguments, unreadable files, no server.</summary>
    public const int Failed = 2;

    /// <summary>The worse of two.</summary>
    public static int Worse(int one, int other) => Math.Max(one, other);
}
