using GpmTool.Analysis;
using GpmTool.Diff;

namespace GpmTool.Reports;

/// <summary>The one sentence: what changes, what it brings.</summary>
internal static class Summaries
{
    public static string Of(Names names, ComparisonResult result, List<ReportItem> entries, ReportTexts texts)
    {
        if (entries.Count == 0) return texts.Equal;
        if (entries.TrueForAll(entry => entry.Importance == Importance.Technical)) return texts.OnlyTechnical(entries.Count);
        var found = result.Correspondences.SelectMany(match => match.BeforeIds).ToHashSet(StringComparer.Ordinal);
        var known = result.Correspondences.SelectMany(match => match.AfterIds).ToHashSet(StringComparer.Ordinal);
        var (steps, now) = (names.Before.Steps.Count, names.After.Steps.Count);
        var (gone, come) = (names.Before.Steps.Count(step => !found.Contains(step.Id)), names.After.Steps.Count(step => !known.Contains(step.Id)));
        var (a, b) = (KeyFigures.Of(names.Before.Graph), KeyFigures.Of(names.After.Graph));
        var parts = new List<string>();
        var cases = CaseUnits.Of(names.Before.Graph, names.After.Graph);
        if (cases.AreApart)
        {
            parts.Add(texts.CasesApart(texts.Number(cases.Before!.Value), texts.Number(cases.After!.Value)));
            if (cases.YearlyHours(a, b) is ({ } old, { } time) && old != time) parts.Add(texts.YearlyTimeChange(time < old, texts.Number(old), texts.Number(time)));
        }
        else
        {
            Time("cycleTime", a.ExpectedCycleTime, b.ExpectedCycleTime);
            Time("processingTime", a.ExpectedProcessingTime, b.ExpectedProcessingTime);
            if (a.MediaBreaks != b.MediaBreaks) parts.Add(texts.MediaBreaks(b.MediaBreaks - a.MediaBreaks));
            if (a.Handovers != b.Handovers) parts.Add(texts.Handovers(b.Handovers - a.Handovers));
        }

        var (automatic, automaticNow) = (Automatic(names.Before), Automatic(names.After));
        if (automatic != automaticNow) parts.Add(texts.AutomaticSteps(automaticNow, now, automatic, steps));
        var head = texts.StepsSummary(steps, gone, come, steps - gone);
        var sentence = parts.Count == 0 ? head : $"{head}; {ReportTexts.List(parts)}";
        // Some units end with a full stop of their own.
        return sentence.EndsWith('.') ? sentence : $"{sentence}.";

        // Less than a half percent is not worth a word.
        void Time(string code, TimeSpan? was, TimeSpan? becomes)
        {
            if (was is not { TotalSeconds: > 0 } old || becomes is not { } time) return;
            var percent = (int)Math.Round(Math.Abs(time.TotalSeconds - old.TotalSeconds) / old.TotalSeconds * 100, MidpointRounding.AwayFromZero);
            if (percent > 0) parts.Add(texts.TimeChange(code, percent, time < old, texts.Duration(time)));
        }
    }

    private static int Automatic(NamedGraph graph) => graph.Steps.Count(step => step.Gpm?.Automation == Model.Automation.Automatic);
}
