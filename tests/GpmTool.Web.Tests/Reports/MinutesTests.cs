using GpmTool.Reports;
using GpmTool.Reports.Tests.Minutes;
using GpmTool.Web.Tests.Browser;

namespace GpmTool.Web.Tests.Reports;

/// <summary>The HTML page of minutes, as a file that somebody was sent.</summary>
public sealed class MinutesTests : PageTest
{
    [TestCase(1280, ReportLanguage.German)]
    [TestCase(320, ReportLanguage.German)]
    [TestCase(1280, ReportLanguage.English)]
    public async Task Is_accessible_and_fits_the_screen(int width, ReportLanguage language)
    {
        await OpenPageAsync(width);
        await ShowAsync(Fixtures.Full, language);
        await ShouldBeAccessibleAsync();
        await ShouldNotScrollSidewaysAsync();
        await SaveScreenshotAsync($"minutes-{language}-{width}");
    }

    [TestCase(1280)]
    [TestCase(320)]
    public async Task Long_words_stay_on_the_screen(int width)
    {
        await OpenPageAsync(width);
        await ShowAsync(Fixtures.With("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" + new string('x', 300)), ReportLanguage.German);
        await ShouldNotScrollSidewaysAsync();
        await ShouldBeAccessibleAsync();
    }

    [Test]
    public async Task Empty_minutes_are_accessible()
    {
        await OpenPageAsync(1280);
        await ShowAsync(Fixtures.Empty, ReportLanguage.German);
        await ShouldBeAccessibleAsync();
    }

    private async Task ShowAsync(ReviewMinutes minutes, ReportLanguage language)
    {
        using var page = new StringWriter();
        HtmlMinutes.Write(minutes, new MinutesOptions(language, Fixtures.Berlin), page);
        await Page.SetContentAsync(page.ToString());
    }
}
