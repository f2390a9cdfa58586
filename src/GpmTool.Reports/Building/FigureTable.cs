using GpmTool.Analysis;
using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>The table of key figures.</summary>
internal static class FigureTable
{
    public static IReadOnlyList<FigureRow> Of(ProcessGraph before, ProcessGraph after, ReportTexts texts)
    {
        var (old, now) = (KeyFigures.Of(before), KeyFigures.Of(after));
        var cases = CaseUnits.Of(before, after);
        var rows = new List<FigureRow>
        {
            Time("expectedCycleTime", old.ExpectedCycleTime, now.ExpectedCycleTime),
            Time("expectedProcessingTime", old.ExpectedProcessingTime, now.ExpectedProcessingTime),
            Count("mediaBreaks", old.MediaBreaks, now.MediaBreaks, isLessBetter: true),
            Count("handovers", old.Handovers, now.Handovers, isLessBetter: true),
            Count("steps", old.Steps, now.Steps),
            new("automationShare", texts.Figure("automationShare"), texts.Percent(old.AutomationShare), texts.Percent(now.AutomationShare),
                ReportTexts.Signed(now.AutomationShare - old.AutomationShare, texts.Percent(Math.Abs(now.AutomationShare - old.AutomationShare))), Verdict.Open),
            Count("roles", old.Roles, now.Roles),
            Count("decisions", old.Decisions, now.Decisions),
            Count("loops", old.Loops, now.Loops),
            Count("systems", old.Systems, now.Systems),
            Count("documents", old.Documents, now.Documents),
        };
        if (old.Cost is not null || now.Cost is not null)
            rows.Add(new("cost", texts.Figure("cost"), Euros(old.Cost), Euros(now.Cost),
                (now.Cost - old.Cost) is { } change ? ReportTexts.Signed((double)change, Euros(Math.Abs(change))) : "–", Judge((double?)(now.Cost - old.Cost))));
        if (cases.AreApart && cases.YearlyHours(old, now) is ({ } hours, { } hoursNow))
            rows.Insert(0, new("yearlyProcessingTime", texts.Figure("yearlyProcessingTime"), texts.HoursOf(hours), texts.HoursOf(hoursNow), ReportTexts.Signed(hoursNow - hours, texts.HoursOf(Math.Abs(hoursNow - hours))), Judge(hoursNow - hours, isPerCase: false)));
        return rows;

        Verdict Judge(double? change, bool isPerCase = true) => isPerCase && cases.AreApart ? Verdict.Open : change switch { < 0 => Verdict.Better, > 0 => Verdict.Worse, _ => Verdict.Open };

        FigureRow Count(string code, int was, int becomes, bool isLessBetter = false) =>
            new(code, texts.Figure(code), texts.Number(was), texts.Number(becomes), ReportTexts.Signed(becomes - was, texts.Number(Math.Abs(becomes - was))), isLessBetter ? Judge(becomes - was) : Verdict.Open);

        FigureRow Time(string code, TimeSpan? was, TimeSpan? becomes) => new(code, texts.Figure(code), Spoken(was), Spoken(becomes),
            (becomes - was) is { } change ? ReportTexts.Signed(change.TotalSeconds, texts.Duration(change.Duration())) : "–", Judge((becomes - was)?.TotalSeconds));

        string Spoken(TimeSpan? time) => time is { } length ? texts.Duration(length) : "–";

        string Euros(decimal? amount) => amount is { } euros ? texts.Money(Money.Of(euros)) : "–";
    }
}
