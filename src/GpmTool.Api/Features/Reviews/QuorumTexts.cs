using GpmTool.Api.Features.LifeCycle;
using GpmTool.Api.Features.Reviews.Agreement;
using GpmTool.Api.Infrastructure.Problems;

namespace GpmTool.Api.Features.Reviews;

/// <summary>Rules and their results in words.</summary>
internal static class QuorumTexts
{
    /// <summary>The rule.</summary>
    public static Text Rule(QuorumRule? rule)
    {
        if (rule is null) return new("Das Politikfeld verlangt nichts Bestimmtes; kein Einwand darf offen sein.", "The policy field demands nothing in particular; no objection may stand.");
        var parts = rule.Parts.Select(part => (Count: part.AtLeast ?? part.Authorities.Count, All: part.Authorities.Count, part.Name)).ToList();
        var german = parts.Select(part => $"{Named(part.Name, "Behörden")}: {(part.Count == part.All ? $"alle {part.All}" : $"mindestens {part.Count} von {part.All}")}");
        var english = parts.Select(part => $"{Named(part.Name, "authorities")}: {(part.Count == part.All ? $"all {part.All}" : $"at least {part.Count} of {part.All}")}");
        return new(
            $"{string.Join("; ", german)}. Schweigen bis zur Frist zählt {(rule.SilenceCounts ? "als Zustimmung" : "nicht als Zustimmung")}; Einwände {(rule.ObjectionsBlock ? "verhindern die Freigabe" : "verhindern die Freigabe nicht")}.",
            $"{string.Join("; ", english)}. Silence until the deadline {(rule.SilenceCounts ? "counts as agreement" : "does not count as agreement")}; objections {(rule.ObjectionsBlock ? "block the approval" : "do not block the approval")}.");
    }

    /// <summary>Why it holds, or what is missing.</summary>
    public static Text Why(QuorumResult result)
    {
        if (result.Holds) return new("Das Quorum ist erreicht.", "The quorum is reached.");
        var (german, english) = (new List<string>(), new List<string>());
        if (result.IsBlocked)
        {
            german.Add($"Einwände stehen offen: {string.Join(", ", result.Objecting)}");
            english.Add($"objections stand: {string.Join(", ", result.Objecting)}");
        }

        foreach (var part in result.Parts.Where(part => !part.Holds))
        {
            german.Add($"{Named(part.Part.Name, "Behörden")}: {part.Agreed} von {part.Needed} nötigen Zustimmungen");
            english.Add($"{Named(part.Part.Name, "authorities")}: {part.Agreed} of {part.Needed} agreements needed");
        }

        if (german.Count == 0)
        {
            german.Add("noch hat keine Behörde zugestimmt");
            english.Add("no authority has agreed yet");
        }

        return new($"Das Quorum ist nicht erreicht: {string.Join("; ", german)}.", $"The quorum is not reached: {string.Join("; ", english)}.");
    }

    private static string Named(string? name, string other) => string.IsNullOrWhiteSpace(name) ? other : name;
}
