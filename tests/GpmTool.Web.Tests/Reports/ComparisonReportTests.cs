using GpmTool.Diff;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Reports;
using GpmTool.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Reports;

/// <summary>The HTML report of a comparison, as a file that somebody was sent.</summary>
public sealed class ComparisonReportTests : PageTest
{
    private static readonly string Processes = Path.Combine(Repository.Root, "processes", "facility-management");

    [TestCase(1280, ReportLanguage.German)]
    [TestCase(768, ReportLanguage.German)]
    [TestCase(320, ReportLanguage.German)]
    [TestCase(1280, ReportLanguage.English)]
    public async Task Is_accessible_and_fits_the_screen(int width, ReportLanguage language)
    {
        await OpenPageAsync(width);
        await ShowAsync(Read("stoerungsmeldung-bearbeiten", "ist-muster-bezirk-h"), Read("stoerungsmeldung-bearbeiten", "soll"), language);
        // What is folded is checked too.
        await Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => part.open = true)");
        await ShouldBeAccessibleAsync();
        await ShouldNotScrollSidewaysAsync();
        await SaveScreenshotAsync($"report-{language}-{width}");
    }

    [Test]
    public async Task Equal_models_give_an_accessible_page()
    {
        var soll = Read("stoerungsmeldung-bearbeiten", "soll");
        await ShowAsync(soll, soll, ReportLanguage.German);
        await Expect(Page.GetByText("Die beiden Modelle stimmen überein.")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync();
    }

    [Test]
    public async Task Long_labels_stay_on_a_narrow_screen()
    {
        await OpenPageAsync(320);
        await ShowAsync(Long("Prüfung"), Long("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsverfahren" + new string('x', 200)), ReportLanguage.German);
        await ShouldNotScrollSidewaysAsync();
        await ShouldBeAccessibleAsync();
    }

    [Test]
    public async Task A_number_leads_from_the_list_of_pairs_to_its_entry()
    {
        await ShowAsync(Read("stoerungsmeldung-bearbeiten", "ist-muster-bezirk-h"), Read("stoerungsmeldung-bearbeiten", "soll"), ReportLanguage.German);
        var link = Page.Locator("#presumed td a").First;
        await link.ClickAsync();
        await Expect(Page.Locator($"#c{await link.TextContentAsync()}")).ToBeInViewportAsync();
    }

    private async Task ShowAsync(ProcessGraph before, ProcessGraph after, ReportLanguage language)
    {
        using var page = new StringWriter();
        HtmlReport.Write(ComparisonReport.Of(before, after, ProcessComparison.Compare(before, after), new ReportOptions { Language = language }), page);
        await Page.SetContentAsync(page.ToString());
    }

    private static ProcessGraph Long(string label)
    {
        var builder = new GraphBuilder(label, "p").Lane("l", label);
        builder.Node(NodeKind.StartEvent, label, "s", "l");
        builder.Node(NodeKind.UserTask, label, "t", "l");
        builder.Node(NodeKind.UserTask, "Ablegen", "u", "l");
        builder.Chain("s", "t", "u");
        return builder.Build();
    }

    private static ProcessGraph Read(string process, string model) => ElsaDocument.Read(File.ReadAllBytes(Path.Combine(Processes, process, $"{model}.json"))).Graph;
}
