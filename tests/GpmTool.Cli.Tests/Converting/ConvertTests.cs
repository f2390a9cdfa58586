using System.Text;
using System.Text.Json;
using GpmTool.Cli.Tests.Infrastructure;

namespace GpmTool.Cli.Tests.Converting;

/// <summary><c>gpm convert</c>.</summary>
public sealed class ConvertTests
{
    [Test]
    public async Task A_definition_becomes_a_view_and_the_same_definition_again()
    {
        using var folder = new TemporaryFolder();
        (await Gpm.RunAsync("convert", Samples.Soll, folder["soll.gpm.json"])).ExitCode.ShouldBe(0);
        (await Gpm.RunAsync("convert", folder["soll.gpm.json"], folder["wieder.json"], "--definition-id", "schluessel-ausgeben")).ExitCode.ShouldBe(0);
        Document(folder["wieder.json"]).ShouldBe(Document(Samples.Soll));
        (await Gpm.RunAsync("diff", Samples.Soll, folder["soll.gpm.json"])).ExitCode.ShouldBe(0);
    }

    [Test]
    public async Task A_folder_is_converted_in_one_go_under_the_same_names()
    {
        using var folder = new TemporaryFolder();
        var source = Path.GetDirectoryName(Samples.Soll)!;
        var run = await Gpm.RunAsync("convert", source, folder["sichten"]);
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        var expected = Directory.GetFiles(source).Select(Path.GetFileNameWithoutExtension).Where(name => name != "process").Select(name => name + ".gpm.json").Order(StringComparer.Ordinal);
        Directory.GetFiles(folder["sichten"]).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(expected);
        run.Output.ShouldEndWith($"{expected.Count()} umgewandelt, davon 0 mit Einschränkungen, 0 nicht.\n");
    }

    [Test]
    public async Task A_model_becomes_a_picture_and_a_picture_is_no_model()
    {
        using var folder = new TemporaryFolder();
        (await Gpm.RunAsync("convert", Samples.Soll, folder["bilder/soll.svg"])).ExitCode.ShouldBe(0);
        var picture = System.Xml.Linq.XElement.Load(folder["bilder/soll.svg"]);
        picture.Name.LocalName.ShouldBe("svg");
        picture.Attribute("aria-label")!.Value.ShouldNotBeEmpty();
        (await Gpm.RunAsync("convert", Samples.Soll, "-", "--to", "svg")).Output.ShouldStartWith("<svg ");
        // A folder with pictures among its models is read without them.
        (await Gpm.RunAsync("convert", folder["bilder"], folder["aus"])).ExitCode.ShouldBe(2);
        File.Copy(Samples.Soll, folder["bilder/soll.json"]);
        (await Gpm.RunAsync("convert", folder["bilder"], folder["aus"])).ExitCode.ShouldBe(0);
        Directory.GetFiles(folder["aus"]).Select(Path.GetFileName).ShouldBe(["soll.gpm.json"]);
    }

    [Test]
    public async Task A_definition_becomes_BPMN_and_the_same_model_again()
    {
        using var folder = new TemporaryFolder();
        (await Gpm.RunAsync("convert", Samples.Soll, folder["soll.bpmn"])).ExitCode.ShouldBe(0);
        (await Gpm.RunAsync("convert", folder["soll.bpmn"], folder["wieder.json"])).ExitCode.ShouldBe(0);
        // BPMN declares its namespaces in attributes of the document.
        (await Gpm.RunAsync("diff", Samples.Soll, folder["wieder.json"], "--ignore", "layout,extension")).ExitCode.ShouldBe(0);
        (await Gpm.RunAsync("diff", Samples.Soll, folder["soll.bpmn"], "--ignore", "layout,extension")).ExitCode.ShouldBe(0);
    }

    [Test]
    public async Task A_folder_of_BPMN_says_what_was_degraded()
    {
        using var folder = new TemporaryFolder();
        const string Head = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">";
        folder.Write("ein/gut.bpmn", Head + "<task id=\"t\" name=\"Prüfen\"/></process></definitions>");
        folder.Write("ein/halb.bpmn", Head + "<endEvent id=\"e\"><eventDefinitionRef>fehlt</eventDefinitionRef></endEvent></process></definitions>");
        folder.Write("ein/kaputt.bpmn", "<svg/>");
        var run = await Gpm.RunAsync("convert", folder["ein"], folder["aus"]);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("bpmn.event-definition-missing");
        run.Output.ShouldContain("kaputt.bpmn");
        run.Output.ShouldEndWith("2 umgewandelt, davon 1 mit Einschränkungen, 1 nicht.\n");
        File.Exists(folder["aus/halb.json"]).ShouldBeTrue();
    }

    [Test]
    public async Task One_broken_file_of_a_folder_does_not_stop_the_others()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ein/a.gpm.json", "kein JSON");
        folder.Write("ein/unter/b.gpm.json", Samples.View);
        var run = await Gpm.RunAsync("convert", folder["ein"], folder["aus"], "--to", "elsa");
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("a.gpm.json");
        File.Exists(folder["aus/unter/b.json"]).ShouldBeTrue();
        File.Exists(folder["aus/a.json"]).ShouldBeFalse();
    }

    [Test]
    public async Task Files_of_a_catalogue_get_their_definition_ids_by_their_place()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ein/schaden-melden/soll.gpm.json", Samples.View);
        folder.Write("ein/schaden-melden/ist-bezirk-a.gpm.json", Samples.View);
        (await Gpm.RunAsync("convert", folder["ein"], folder["aus"])).ExitCode.ShouldBe(0);
        Id(folder["aus/schaden-melden/soll.json"]).ShouldBe("schaden-melden");
        Id(folder["aus/schaden-melden/ist-bezirk-a.json"]).ShouldBe("schaden-melden.ist.bezirk-a");
    }

    [Test]
    public async Task Companions_are_written_beside()
    {
        using var folder = new TemporaryFolder();
        // Whoever comes first, the answer or the time limit: a race that runs as a called workflow.
        var race = folder.Write("rennen.gpm.json", """
            {"processes":[{"id":"p"}],
             "declarations":[{"id":"m","kind":"message","name":"Antwort"}],
             "nodes":[{"kind":"startEvent","parentId":"p","id":"s"},{"kind":"eventBasedGateway","parentId":"p","id":"g"},
                      {"kind":"intermediateCatchEvent","parentId":"p","id":"c1","eventDefinitions":[{"kind":"message","referenceId":"m"}]},
                      {"kind":"intermediateCatchEvent","parentId":"p","id":"c2","eventDefinitions":[{"kind":"timer","timer":"duration","expression":{"text":"P7D"}}]},
                      {"kind":"endEvent","parentId":"p","id":"e1"},{"kind":"endEvent","parentId":"p","id":"e2"}],
             "flows":[{"parentId":"p","sourceId":"s","targetId":"g","id":"f1"},{"parentId":"p","sourceId":"g","targetId":"c1","id":"f2"},{"parentId":"p","sourceId":"g","targetId":"c2","id":"f3"},
                      {"parentId":"p","sourceId":"c1","targetId":"e1","id":"f4"},{"parentId":"p","sourceId":"c2","targetId":"e2","id":"f5"}]}
            """);
        var run = await Gpm.RunAsync("convert", race, folder["aus/rennen.json"], "--with-companions", "--format", "json");
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        using var report = JsonDocument.Parse(run.Output);
        var companions = report.RootElement.GetProperty("files")[0].GetProperty("companions").EnumerateArray().Select(path => path.GetString()!).ToList();
        companions.ShouldNotBeEmpty();
        foreach (var companion in companions) Id(companion).ShouldStartWith("rennen--");
        File.ReadAllText(folder["aus/rennen.json"]).ShouldContain(Id(companions[0]));
    }

    [Test]
    public async Task Pipes_carry_the_model_and_nothing_else()
    {
        var elsa = await Gpm.RunAsync(["convert", "-", "-"], Encoding.UTF8.GetBytes(Samples.View));
        elsa.ExitCode.ShouldBe(0, elsa.Error);
        elsa.Error.ShouldBeEmpty();
        var view = await Gpm.RunAsync(["convert", "-", "-"], elsa.Bytes);
        using var json = JsonDocument.Parse(view.Bytes);
        json.RootElement.GetProperty("nodes")[1].GetProperty("name").GetString().ShouldBe("Meldung prüfen");
    }

    [Test]
    public async Task A_target_that_cannot_be_written_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        folder.Write("datei", "");
        var run = await Gpm.RunAsync("convert", Samples.Soll, folder["datei/soll.gpm.json"]);
        run.ExitCode.ShouldBe(2);
        Directory.GetFileSystemEntries(folder.ToString()).Length.ShouldBe(1);
        (await Gpm.RunAsync("convert", Samples.Soll, folder["soll.xml"])).Error.ShouldNotContain("Unhandled");
        File.Exists(folder["soll.xml"]).ShouldBeFalse();
    }

    private static string Id(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return json.RootElement.GetProperty("definitionId").GetString()!;
    }

    // Without line ends and indentation.
    private static string Document(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return JsonSerializer.Serialize(json.RootElement);
    }
}
