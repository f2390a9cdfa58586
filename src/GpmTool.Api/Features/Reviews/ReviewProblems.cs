using GpmTool.Api.Infrastructure.Problems;

namespace GpmTool.Api.Features.Reviews;

/// <summary>The failures of reviews.</summary>
internal static class ReviewProblems
{
    /// <summary>404: there is no such review.</summary>
    public static ProblemResult NotFound(Guid id) => Failure.NotFound(new("Mitzeichnung", "Review"), id.ToString());

    /// <summary>409: it has ended.</summary>
    public static ProblemResult Closed() => Failure.Conflict("review-closed",
        new("Die Mitzeichnung ist abgeschlossen.", "The review has ended."),
        new("Das Protokoll (GET …/minutes) hält fest, was gesagt wurde.", "The minutes (GET …/minutes) hold what was said."));

    /// <summary>409: it goes on with another version.</summary>
    public static ProblemResult OtherRound(int present) => Failure.Conflict("other-round",
        new($"Die Mitzeichnung ist inzwischen in Runde {present}.", $"The review is in round {present} by now."),
        new("Lesen Sie, was sich geändert hat (GET …/differences), und nennen Sie diese Runde.", "Read what changed (GET …/differences), and name that round."));

    /// <summary>409: the authority is not asked.</summary>
    public static ProblemResult NotAsked(string authority) => Failure.Conflict("authority-not-asked",
        new($"Behörde „{authority}“ wird in dieser Mitzeichnung nicht gefragt.", $"Authority \"{authority}\" is not asked in this review."),
        new("Schreiben Sie stattdessen eine Anmerkung (POST …/threads).", "Write a comment instead (POST …/threads)."));

    /// <summary>409: the round has no such difference.</summary>
    public static ProblemResult NoSuchDifference() => Failure.Conflict("difference-unknown",
        new("Diesen Unterschied gibt es in der jetzigen Runde nicht.", "The present round has no such difference."),
        new("Lesen Sie die Unterschiede neu (GET …/differences).", "Read the differences again (GET …/differences)."));
}
