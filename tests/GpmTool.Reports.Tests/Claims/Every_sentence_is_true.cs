using CsCheck;
using GpmTool.Diff;

namespace GpmTool.Reports.Tests.Claims;

/// <summary>Every claim of a report is read back from its words and recomputed from the two graphs.</summary>
[TestFixture]
public sealed class Every_sentence_is_true
{
    [TestCaseSource(typeof(Pair), nameof(Pair.Catalogue))]
    public void Of_the_catalogue(Pair pair) => Check(pair);

    [Test]
    public void Of_generated_graphs() => Pair.Generated.Sample(pair =>
    {
        Check(pair);
        return true;
    }, iter: 300, threads: 1);

    [Test]
    public void The_check_sees_a_wrong_sentence()
    {
        var pair = Pair.Of("stoerungsmeldung-bearbeiten", "ist-muster-bezirk-h");
        var report = Report(pair, ReportLanguage.German);
        var check = new ClaimCheck(pair, report, Grammar.German);
        var item = report.Items.First(item => item.Tone == ReportTone.Removed);
        check.IsTrue(item.Sentence, item.BeforeIds, item.AfterIds).ShouldBeTrue();
        check.IsTrue(item.Sentence.Replace("Entfällt", "Neu", StringComparison.Ordinal), item.BeforeIds, item.AfterIds).ShouldBeFalse();
        check.IsTrue(item.Sentence.Replace("“", "s“", StringComparison.Ordinal), item.BeforeIds, item.AfterIds).ShouldBeFalse();
        check.IsTrue(item.Sentence, [report.Items.Last(other => other.Tone == ReportTone.Removed).BeforeIds[0]], []).ShouldBeFalse();
        check.IsTrue("Es wird besser", item.BeforeIds, item.AfterIds).ShouldBeFalse();
        Should.Throw<ShouldAssertException>(() => new ClaimCheck(pair, report with { Summary = $"1{report.Summary}" }, Grammar.German).All());
        Should.Throw<ShouldAssertException>(() => new ClaimCheck(pair, report with { Figures = [.. report.Figures.Select(row => row.Code == "handovers" ? row with { After = "16" } : row)] }, Grammar.German).All());
    }

    [Test]
    public void Where_a_case_is_probably_not_the_same_thing_a_year_is_compared_and_nothing_per_case_judged()
    {
        var report = Report(Pair.Of("winterdienst-beauftragen", "ist-muster-bezirk-j"), ReportLanguage.German);
        report.Summary.ShouldContain("ein Vorgang ist womöglich nicht dasselbe (7.400 gegen 350 Fälle im Jahr), die Bearbeitungszeit im Jahr sinkt von");
        report.Summary.ShouldNotContain("je Vorgang");
        report.Figures.Where(row => row.Verdict != Verdict.Open).Select(row => row.Code).ShouldBe(["yearlyProcessingTime"]);
        Report(Pair.Of("stoerungsmeldung-bearbeiten", "ist-muster-bezirk-h"), ReportLanguage.German).Figures.ShouldNotContain(row => row.Code == "yearlyProcessingTime");
    }

    private static void Check(Pair pair)
    {
        new ClaimCheck(pair, Report(pair, ReportLanguage.German), Grammar.German).All();
        new ClaimCheck(pair, Report(pair, ReportLanguage.English), Grammar.English).All();
    }

    internal static ComparisonReport Report(Pair pair, ReportLanguage language) =>
        ComparisonReport.Of(pair.Before, pair.After, ProcessComparison.Compare(pair.Before, pair.After), new ReportOptions { Language = language });
}
