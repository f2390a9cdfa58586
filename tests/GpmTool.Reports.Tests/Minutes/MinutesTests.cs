using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GpmTool.Reports.Tests.Minutes;

/// <summary>The minutes of a review: every fact stands in each form.</summary>
[TestFixture]
public sealed class MinutesTests
{
    private static readonly string[] Forms = ["markdown", "html", "docx"];

    private static readonly string[] GermanFacts =
    [
        "Facility Management", "Störungsmeldung bearbeiten", "stoerungsmeldung-bearbeiten", "Fassung 3", "26.11.2026, 21:05 Uhr", "Europe/Berlin",
        "Ada Äpfel, 01.07.2026, 10:00 Uhr", "31.07.2026, 23:59 Uhr", "(Name gelöscht), 01.09.2026, 08:30 Uhr", "30.09.2026, 23:59 Uhr", "Prüfung vor der Beauftragung, Frist verlängert",
        "Muster-Bezirk A (Bezirksamt)", "Muster-Senat (Senatsverwaltung)", "Muster-Landesamt (nachgeordnete Behörde)", "Muster-Bezirk B (Bezirksamt)",
        "Einwand (erledigt): Der Hausmeister fehlt", "Bo Öse (Behörden-Verantwortliche)", "20.07.2026, 11:15 Uhr", "Runde 1", "einverstanden", "12.09.2026, 12:45 Uhr", "Runde 2",
        "Neu: Schritt „Dringlichkeit prüfen“", "Einwand: Zwei Tage sind zu lang", "(Name gelöscht) (Senatskoordination)", "15.09.2026, 13:00 Uhr", "einverstanden: im Übrigen", "nicht betroffen", "Cy Ünal (Modellierer:in)", "16.09.2026, 09:00 Uhr", "keine Rückmeldung", "ganzes Soll",
        "Zum Element „Meldung prüfen“", "Wer prüft?", "Bitte Rolle nennen.", "02.09.2026, 14:00 Uhr", "Die Leitstelle.", "03.09.2026, 14:00 Uhr", "Erledigt: Ada Äpfel, 04.09.2026, 10:00 Uhr",
        "Zum Unterschied: Entfällt: Schritt „Abtippen“", "Gut so", "05.09.2026, 14:00 Uhr", "Nicht erledigt.", "Zum ganzen Soll", "Danke an alle", "06.09.2026, 14:00 Uhr",
        "Alle Bezirke, und kein offener Einwand", "Muster-Bezirk B hat nicht geantwortet", "Die Regel ist nicht erfüllt.", "1 Einwand ist offen.",
        "nicht mitgezeichnet", "Ada Äpfel, 02.10.2026, 00:30 Uhr", "Dritte Runde folgt", "01.01.2027", "31.12.2028", "30.11.2028",
    ];

    private static readonly string[] EnglishFacts =
    [
        "version 3", "26 November 2026, 21:05", "(name erased), 1 September 2026, 08:30", "Muster-Bezirk A (district office)", "Muster-Senat (Senate administration)", "Muster-Landesamt (subordinate authority)",
        "objection (settled): Der Hausmeister fehlt", "Bo Öse (authority lead)", "objection: Zwei Tage sind zu lang", "agreed: im Übrigen", "not concerned", "no reply", "whole Soll", "Round 2",
        "On the element \"Meldung prüfen\"", "On the difference: Entfällt: Schritt „Abtippen“", "On the whole Soll", "Settled: Ada Äpfel, 4 September 2026, 10:00", "Not settled.",
        "The rule does not hold.", "1 objection is open.", "not co-signed", "Ada Äpfel, 2 October 2026, 00:30", "1 January 2027", "31 December 2028", "30 November 2028",
    ];

    [Test]
    public void Every_fact_is_found([ValueSource(nameof(Forms))] string form, [Values] ReportLanguage language)
    {
        var text = Text(form, Fixtures.Full, new(language, Fixtures.Berlin));
        foreach (var fact in language == ReportLanguage.German ? GermanFacts : EnglishFacts) text.Replace('“', '"').Replace('”', '"').ShouldContain(fact.Replace('“', '"').Replace('”', '"'), Case.Sensitive);
    }

    [Test]
    public void The_counts_of_the_rule_stand_with_their_words([ValueSource(nameof(Forms))] string form)
    {
        var text = Text(form, Fixtures.Full, Fixtures.German);
        foreach (var count in (string[])["Behörden einverstanden: 11", "Behörden mit offenem Einwand: 7", "Behörden nicht betroffen: 6", "Behörden ohne Rückmeldung: 5", "Erfüllt: nein"]) text.ShouldContain(count);
        Text(form, Fixtures.Full with { Quorum = Fixtures.Full.Quorum with { Holds = true } }, Fixtures.German).ShouldContain("Erfüllt: ja");
    }

    [Test]
    public void Only_objections_that_stand_are_listed_as_open([ValueSource(nameof(Forms))] string form)
    {
        var text = Text(form, Fixtures.Full, Fixtures.German);
        var from = text.LastIndexOf("Offene Einwände", StringComparison.Ordinal);
        var open = text[from..text.IndexOf("Was sich geändert hat", from, StringComparison.Ordinal)];
        open.ShouldContain("Zwei Tage sind zu lang");
        open.ShouldNotContain("Der Hausmeister fehlt");
    }

    [Test]
    public void Where_nothing_happened_each_section_says_so([ValueSource(nameof(Forms))] string form)
    {
        var text = Text(form, Fixtures.Empty, Fixtures.German);
        foreach (var sentence in (string[])["Noch keine Runde ist eröffnet.", "Keine Behörde ist beteiligt.", "Keine Anmerkungen.", "Kein Einwand ist offen.", "Mitzeichnung läuft", "noch nicht festgelegt", "unbefristet", "Abgeschlossen: noch nicht"]) text.ShouldContain(sentence);
    }

    [TestCase(MinutesState.Open, "Mitzeichnung läuft", "review open")]
    [TestCase(MinutesState.CoSigned, "Stand: mitgezeichnet", "State: co-signed")]
    [TestCase(MinutesState.NotCoSigned, "nicht mitgezeichnet", "not co-signed")]
    [TestCase(MinutesState.Withdrawn, "zurückgezogen", "withdrawn")]
    public void Each_state_has_its_word(MinutesState state, string german, string english)
    {
        var minutes = Fixtures.Full with { Outcome = new(state, null, null) };
        Text("markdown", minutes, Fixtures.German).ShouldContain(german);
        Text("markdown", minutes, Fixtures.English).ShouldContain(english);
    }

    [Test]
    public void Winter_and_summer_time_are_told_apart()
    {
        var minutes = Fixtures.Empty with { Rounds = [new(1, new("A", Fixtures.Utc(1, 15, 11, 0)), Fixtures.Utc(7, 15, 11, 0), null)] };
        Text("markdown", minutes, Fixtures.German).ShouldContain("15.01.2026, 12:00 Uhr | 15.07.2026, 13:00 Uhr");
    }

    [Test]
    public void Markup_in_texts_stays_text()
    {
        var minutes = Fixtures.With("<script>alert(1)</script> | *x* [y](z) \"q\" & # `c`\n\u0001zweite");
        var markdown = Markdown(minutes, Fixtures.German);
        markdown.Replace("<br>", "", StringComparison.Ordinal).Replace("\\<", "", StringComparison.Ordinal).ShouldNotContain("<");
        markdown.Split('\n').Where(line => line.StartsWith('|') && !line.StartsWith("|---", StringComparison.Ordinal)).Select(line => line.Replace("\\|", "", StringComparison.Ordinal).Count(letter => letter == '|')).Distinct().ShouldBe([5, 4], ignoreOrder: true);
        Regex.IsMatch(markdown, @"(?<!\\)[*\[`]").ShouldBeFalse();
        var html = Html(minutes, Fixtures.German);
        html.ShouldNotContain("<script");
        var page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal).Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal).Replace("initial-scale=1\">", "initial-scale=1\"/>", StringComparison.Ordinal));
        page.Descendants("td").Count(cell => cell.Value.Contains("<script>alert(1)</script> | *x* [y](z) \"q\" & # `c`\nzweite", StringComparison.Ordinal)).ShouldBeGreaterThan(10);
    }

    [Test]
    public void The_page_asks_for_nothing_from_elsewhere_and_names_its_language()
    {
        var page = Html(Fixtures.Full, Fixtures.English);
        foreach (var word in (string[])["<script", "<link", "<img", "@import", "url(", "src=", "http"]) page.ShouldNotContain(word);
        page.ShouldContain("<html lang=\"en\">");
        var ids = Regex.Matches(page, "\\sid=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        ids.ShouldBeUnique();
        foreach (Match link in Regex.Matches(page, "(?:href=\"#|labelledby=\")([^\"]+)\"")) ids.ShouldContain(link.Groups[1].Value);
    }

    [Test]
    public void Word_processors_read_the_document([Values] ReportLanguage language)
    {
        foreach (var minutes in (ReviewMinutes[])[Fixtures.Full, Fixtures.Empty, Fixtures.With("Lange " + string.Concat(Enumerable.Repeat("Prüfungsübergröße ", 4000)) + "\u0001\ud800\n<&>")])
        {
            using var file = Docx(minutes, new(language, Fixtures.Berlin));
            using var package = WordprocessingDocument.Open(file, isEditable: false);
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package).Select(fault => $"{fault.Path?.XPath}: {fault.Description}").ShouldBeEmpty();
        }
    }

    [Test]
    public void The_document_has_headings_header_rows_language_and_title()
    {
        using var file = Docx(Fixtures.Full, Fixtures.German);
        using var package = WordprocessingDocument.Open(file, isEditable: false);
        package.PackageProperties.Title.ShouldBe("Mitzeichnung des Soll „Störungsmeldung bearbeiten“, Fassung 3");
        package.PackageProperties.Language.ShouldBe("de");
        var main = package.MainDocumentPart.ShouldNotBeNull();
        main.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val!.Value.ShouldBe("de-DE");
        var body = main.Document!.Body!;
        body.Elements<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1").Select(paragraph => paragraph.InnerText)
            .ShouldBe(["Ergebnis", "Regel der Mitzeichnung", "Offene Einwände", "Runden", "Beteiligte Behörden", "Anmerkungen"]);
        var tables = body.Elements<Table>().ToList();
        tables.Count.ShouldBe(6);
        foreach (var table in tables) table.Elements<TableRow>().First().TableRowProperties!.Elements<TableHeader>().Count().ShouldBe(1);
        tables.Sum(table => table.Elements<TableRow>().Count() - 1).ShouldBe(1 + 2 + 6 + 2 + 1 + 1);
    }

    [Test]
    public void The_same_minutes_give_the_same_bytes()
    {
        using var one = Docx(Fixtures.Full, Fixtures.German);
        using var other = Docx(Fixtures.Full, Fixtures.German);
        one.ToArray().ShouldBe(other.ToArray());
    }

    [Test]
    public void Json_holds_the_facts_for_programs()
    {
        using var file = new MemoryStream();
        JsonMinutes.Write(Fixtures.Full, file);
        using var json = JsonDocument.Parse(file.ToArray());
        json.RootElement.GetProperty("minutesVersion").GetInt32().ShouldBe(1);
        var minutes = json.RootElement.GetProperty("minutes");
        minutes.GetProperty("process").GetString().ShouldBe("Störungsmeldung bearbeiten");
        minutes.GetProperty("rounds")[1].GetProperty("opened").GetProperty("name").ValueKind.ShouldBe(JsonValueKind.Null);
        minutes.GetProperty("rounds")[0].GetProperty("deadline").GetString().ShouldBe("2026-07-31T21:59:00Z");
        var position = minutes.GetProperty("authorities")[1].GetProperty("positions")[0];
        position.GetProperty("stance").GetString().ShouldBe("objection");
        position.GetProperty("isOpen").GetBoolean().ShouldBeTrue();
        minutes.GetProperty("validity").GetProperty("until").GetString().ShouldBe("2028-12-31");
        minutes.GetProperty("threads").EnumerateArray().Select(thread => thread.GetProperty("kind").GetString()).ShouldBe(["element", "difference", "whole"]);
    }

    /// <summary>A form as one text without its markup.</summary>
    private static string Text(string form, ReviewMinutes minutes, MinutesOptions options)
    {
        switch (form)
        {
            case "markdown": return Markdown(minutes, options).Replace("<br>", "\n", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);
            case "html": return WebUtility.HtmlDecode(Regex.Replace(Html(minutes, options).Replace("</dt><dd>", ": ", StringComparison.Ordinal), "<[^>]*>", "\n"));
            default:
                using (var file = Docx(minutes, options))
                using (var package = WordprocessingDocument.Open(file, isEditable: false))
                    return string.Join('\n', package.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => string.Concat(paragraph.Descendants().Select(part => part switch { Text text => text.Text, Break => "\n", _ => "" }))));
        }
    }

    private static string Markdown(ReviewMinutes minutes, MinutesOptions options)
    {
        using var output = new StringWriter();
        MarkdownMinutes.Write(minutes, options, output);
        return output.ToString();
    }

    private static string Html(ReviewMinutes minutes, MinutesOptions options)
    {
        using var output = new MemoryStream();
        HtmlMinutes.Write(minutes, options, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static MemoryStream Docx(ReviewMinutes minutes, MinutesOptions options)
    {
        var output = new MemoryStream();
        DocxMinutes.Write(minutes, options, output);
        output.Position = 0;
        return output;
    }
}
