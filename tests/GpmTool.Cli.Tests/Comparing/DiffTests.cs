using System.Text.Json;
using GpmTool.Cli.Tests.Infrastructure;

namespace GpmTool.Cli.Tests.Comparing;

/// <summary><c>gpm diff</c>.</summary>
public sealed class DiffTests
{
    private static readonly string Renamed = Samples.View.Replace("Meldung prüfen", "Meldung fachlich prüfen", StringComparison.Ordinal);

    [Test]
    public async Task Equal_models_are_exit_code_0_whatever_their_form_and_ids()
    {
        using var folder = new TemporaryFolder();
        var one = folder.Write("eins.gpm.json", Samples.View);
        var other = folder.Write("zwei.gpm.json", Samples.View.Replace("\"t\"", "\"aufgabe7\"", StringComparison.Ordinal));
        var run = await Gpm.RunAsync("diff", one, other);
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        run.Output.ShouldBe("Die beiden Modelle stimmen überein.\n");
    }

    [Test]
    public async Task Different_models_are_exit_code_1_with_each_change_on_a_line()
    {
        using var folder = new TemporaryFolder();
        var run = await Gpm.RunAsync("diff", folder.Write("a.gpm.json", Samples.View), folder.Write("b.gpm.json", Renamed));
        run.ExitCode.ShouldBe(1);
        run.Output.Split('\n').ShouldContain("~ Umbenannt: Schritt „Meldung prüfen“ heißt jetzt „Meldung fachlich prüfen“");
        run.Output.ShouldContain("1 Änderung.");
    }

    [Test]
    public async Task Json_says_what_the_server_says()
    {
        using var folder = new TemporaryFolder();
        var run = await Gpm.RunAsync("diff", folder.Write("a.gpm.json", Samples.View), folder.Write("b.gpm.json", Renamed), "--format", "json");
        run.ExitCode.ShouldBe(1);
        using var json = JsonDocument.Parse(run.Output);
        var operation = json.RootElement.GetProperty("operations").EnumerateArray().Single();
        operation.GetProperty("kind").GetString().ShouldBe("renamed");
        operation.GetProperty("beforeIds").EnumerateArray().Single().GetString().ShouldBe("t");
        operation.GetProperty("newValue").GetString().ShouldBe("Meldung fachlich prüfen");
        json.RootElement.GetProperty("keyFigures").GetProperty("before").GetProperty("steps").GetInt32().ShouldBe(1);
    }

    [Test]
    public async Task Markdown_is_the_report()
    {
        var run = await Gpm.RunAsync("diff", Samples.Ist, Samples.Soll, "--format", "md");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldStartWith("# ");
        run.Output.ShouldContain("| Kennzahl |");
        (await Gpm.RunAsync("diff", Samples.Ist, Samples.Soll, "--format", "md", "--lang", "en")).Output.ShouldContain("| Key figure |");
    }

    [Test]
    public async Task Html_is_one_page_and_xlsx_a_workbook()
    {
        var page = await Gpm.RunAsync("diff", Samples.Ist, Samples.Soll, "--format", "html", "--lang", "en");
        page.ExitCode.ShouldBe(1, page.Error);
        page.Output.ShouldStartWith("<!DOCTYPE html>\n<html lang=\"en\">");
        page.Output.TrimEnd().ShouldEndWith("</html>");
        page.Output.Split("<svg").Length.ShouldBe(3);
        var book = await Gpm.RunAsync("diff", Samples.Ist, Samples.Soll, "--format", "xlsx");
        book.Bytes[..2].ShouldBe("PK"u8.ToArray());
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(book.Bytes));
        zip.GetEntry("xl/workbook.xml").ShouldNotBeNull();
    }

    [Test]
    public async Task Pairs_give_a_line_each_and_one_that_is_broken_does_not_stop_the_others()
    {
        using var folder = new TemporaryFolder();
        folder.Write("paare/a/before.gpm.json", Samples.View);
        folder.Write("paare/a/after.gpm.json", Renamed);
        folder.Write("paare/b/before.gpm.json", Samples.View);
        folder.Write("paare/c/before.gpm.json", Samples.View);
        folder.Write("paare/c/after.gpm.json", Samples.View.Replace("userTask", "serviceTask", StringComparison.Ordinal));
        var run = await Gpm.RunAsync("diff", "--pairs", folder["paare"], "--format", "jsonl");
        run.ExitCode.ShouldBe(2);
        var lines = run.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Select(line => line.GetProperty("pair").GetString()).ShouldBe(["a", "b", "c"]);
        lines[0].GetProperty("operations")[0].GetProperty("kind").GetString().ShouldBe("renamed");
        lines[0].GetProperty("matches").EnumerateArray().Count().ShouldBe(3);
        lines[0].GetProperty("matches")[0].GetProperty("before")[0].GetString().ShouldBe("s");
        lines[1].GetProperty("error").GetProperty("code").GetString().ShouldBe("pair-incomplete");
        lines[2].GetProperty("operations")[0].GetProperty("kind").GetString().ShouldBe("type-changed");
    }

    [Test]
    public async Task A_list_of_pairs_gives_a_line_each()
    {
        using var folder = new TemporaryFolder();
        var (one, other) = (folder.Write("eins.gpm.json", Samples.View), folder.Write("zwei.gpm.json", Renamed));
        var run = await Gpm.RunAsync("diff", "--pair-list", folder.Write("paare.tsv", $"gleich\t{one}\t{one}\nanders\t{one}\t{other}\n"), "--format", "jsonl");
        run.ExitCode.ShouldBe(1, run.Error);
        run.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).Select(line => (line.GetProperty("pair").GetString(), line.GetProperty("operations").GetArrayLength())).ShouldBe([("gleich", 0), ("anders", 1)]);
    }

    [Test]
    public async Task Pins_are_respected_and_weights_and_ignored_kinds_are_checked()
    {
        using var folder = new TemporaryFolder();
        var (one, other) = (folder.Write("eins.gpm.json", Samples.View), folder.Write("zwei.gpm.json", Renamed));
        var pinned = await Gpm.RunAsync("diff", one, other, "--format", "json", "--pins", folder.Write("pins.json", """{"different":[{"beforeId":"t","afterId":"t"}]}"""));
        using var json = JsonDocument.Parse(pinned.Output);
        json.RootElement.GetProperty("matches").EnumerateArray().Select(match => match.GetProperty("beforeId").GetString()).ShouldNotContain("t");
        (await Gpm.RunAsync("diff", one, other, "--weights", folder.Write("w.json", """{"kind":0.2,"rounds":3}"""))).ExitCode.ShouldBe(1);
        (await Gpm.RunAsync("diff", one, other, "--weights", folder.Write("v.json", """{"kint":0.2}"""))).Error.ShouldContain("kint");
        (await Gpm.RunAsync("diff", one, other, "--ignore", "layout,farbe")).Error.ShouldContain("farbe");
    }

    [TestCase("diff")]
    [TestCase("diff", "eins.json")]
    [TestCase("diff", "--pairs", "ordner")]
    [TestCase("diff", "eins.json", "zwei.json", "--format", "jsonl")]
    [TestCase("diff", "eins.json", "gibt-es-nicht.json")]
    public async Task Trouble_is_exit_code_2(params string[] args)
    {
        var run = await Gpm.RunAsync(args);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("gpm: ");
    }
}
