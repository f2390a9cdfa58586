using System.Text;
using System.Text.Json;
using GpmTool.Bpmn;
using GpmTool.Cli.Tests.Infrastructure;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Pictures;

namespace GpmTool.Cli.Tests.Git;

/// <summary>gpm as git's diff and merge driver, on a real repository.</summary>
public sealed class GitDriverTests
{
    /// <summary>The forms in which a repository keeps models.</summary>
    public enum Form
    {
        Bpmn,
        Elsa,
        View,
    }

    private static string Name(Form form) => form switch { Form.Bpmn => "melden.bpmn", Form.Elsa => "prozesse/fm/melden.json", _ => "melden.gpm.json" };

    private static string Text(Form form, ProcessGraph graph) => form switch
    {
        Form.Bpmn => Encoding.UTF8.GetString(BpmnDocument.Write(graph).Xml.Span),
        Form.Elsa => Encoding.UTF8.GetString(ElsaDocument.Write(graph, "melden", indented: true)),
        _ => Encoding.UTF8.GetString(GraphJson.Write(graph, indented: true)),
    };

    private static ProcessGraph Graph(Form form, string text) => form switch
    {
        Form.Bpmn => BpmnDocument.Read(Encoding.UTF8.GetBytes(text)).Graph,
        Form.Elsa => ElsaDocument.Read(Encoding.UTF8.GetBytes(text)).Graph,
        _ => GraphJson.Read(Encoding.UTF8.GetBytes(text)),
    };

    private static string Model(Form form, string prefix = "", params string[] steps)
    {
        var builder = new GraphBuilder("Schaden melden", prefix + "p").Lane(prefix + "l", "Leitstelle");
        builder.Node(NodeKind.StartEvent, "Schaden bemerkt", prefix + "s", prefix + "l");
        for (var i = 0; i < steps.Length; i++) builder.Node(NodeKind.UserTask, steps[i], $"{prefix}t{i}", prefix + "l");
        builder.Node(NodeKind.EndEvent, "Meldung erfasst", prefix + "e", prefix + "l");
        builder.Chain([prefix + "s", .. steps.Select((_, i) => $"{prefix}t{i}"), prefix + "e"]);
        return Text(form, GraphLayout.Apply(builder.Build()));
    }

    private static string[] Labels(GitRepository git, Form form) => [.. Graph(form, File.ReadAllText(git[Name(form)])).Nodes.Select(node => node.Name!).Order(StringComparer.Ordinal)];

    [Test]
    public void Changes_of_both_sides_are_merged([Values] Form form)
    {
        using var git = new GitRepository();
        git.Fork(Name(form), Model(form, "", "Meldung prüfen", "Firma beauftragen"), Model(form, "", "Meldung fachlich prüfen", "Firma beauftragen"), Model(form, "", "Meldung prüfen", "Firma beauftragen", "Rechnung prüfen"));
        git.Git("merge", "-q", "--no-edit", "andere");
        git.Git("status", "--porcelain").ShouldBe("");
        Labels(git, form).ShouldBe(["Firma beauftragen", "Meldung erfasst", "Meldung fachlich prüfen", "Rechnung prüfen", "Schaden bemerkt"]);
        var merged = Graph(form, File.ReadAllText(git[Name(form)]));
        GraphFaults.Find(merged).Where(finding => finding.Severity == Severity.Error).ShouldBeEmpty();
        var drawn = merged.Diagrams.Single().Shapes.Select(shape => shape.ElementId).ToHashSet();
        merged.Nodes.ShouldAllBe(node => drawn.Contains(node.Id));
    }

    [Test]
    public void The_other_side_may_have_been_drawn_anew_with_other_ids([Values(Form.Bpmn, Form.Elsa)] Form form)
    {
        using var git = new GitRepository();
        git.Fork(Name(form), Model(form, "", "Meldung prüfen", "Firma beauftragen"), Model(form, "", "Meldung fachlich prüfen", "Firma beauftragen"), Model(form, "neu-", "Meldung prüfen", "Vertragsfirma beauftragen"));
        git.Git("merge", "-q", "--no-edit", "andere");
        Graph(form, File.ReadAllText(git[Name(form)])).Nodes.Select(node => (node.Id, node.Name)).ShouldBe([("s", "Schaden bemerkt"), ("t0", "Meldung fachlich prüfen"), ("t1", "Vertragsfirma beauftragen"), ("e", "Meldung erfasst")], ignoreOrder: true);
    }

    [Test]
    public void A_conflict_leaves_the_file_unmerged_readable_and_with_all_else([Values] Form form)
    {
        using var git = new GitRepository();
        var ours = Model(form, "", "Meldung fachlich prüfen", "Firma beauftragen");
        git.Fork(Name(form), Model(form, "", "Meldung prüfen", "Firma beauftragen"), ours, Model(form, "", "Meldung formell prüfen", "Vertragsfirma beauftragen"));
        var run = git.Try("merge", "--no-edit", "andere");
        run.ExitCode.ShouldBe(1);
        (run.Output + run.Error).ShouldContain($"{Name(form)}: t0: ");
        git.Git("status", "--porcelain").ShouldBe($"UU {Name(form)}\n");
        Labels(git, form).ShouldBe(["Meldung erfasst", "Meldung prüfen", "Schaden bemerkt", "Vertragsfirma beauftragen"]);
        git.Git("diff", "--theirs").ShouldContain("„Meldung formell prüfen“ heißt jetzt „Meldung prüfen“");

        git.Git("checkout", "--ours", "--", Name(form));
        File.ReadAllText(git[Name(form)]).ShouldBe(ours);
        git.Git("add", Name(form));
        git.Git("commit", "-qm", "Entschieden");
        git.Git("status", "--porcelain").ShouldBe("");
    }

    [Test]
    public void A_definition_made_elsewhere_keeps_what_only_its_engine_knows()
    {
        const string definition =
            """
            {"definitionId":"hello","name":"Hello","version":7,"isLatest":true,"customProperties":{"Owner":{"a":[1,2.50,null]}},
             "root":{"id":"flow","type":"Elsa.Flowchart","version":1,"activities":[
               {"id":"a","type":"Elsa.WriteLine","version":1,"name":"Sagen","text":{"typeName":"String","expression":{"type":"Literal","value":"Grüße"}}},
               {"id":"b","type":"Acme.Foo","version":3,"name":"Tun","special":{"x":1}}],
              "connections":[{"source":{"activity":"a","port":"Done"},"target":{"activity":"b","port":"In"}}]}}
            """;
        using var git = new GitRepository();
        git.Fork("prozesse/hello.json", definition, definition.Replace("\"Sagen\"", "\"Grüßen\"", StringComparison.Ordinal), definition.Replace("\"Tun\"", "\"Erledigen\"", StringComparison.Ordinal));
        git.Git("merge", "-q", "--no-edit", "andere");
        using var merged = JsonDocument.Parse(File.ReadAllText(git["prozesse/hello.json"]));
        var activities = merged.RootElement.GetProperty("root").GetProperty("activities");
        activities.EnumerateArray().Select(activity => activity.GetProperty("name").GetString()).ShouldBe(["Grüßen", "Erledigen"]);
        activities[1].GetProperty("special").GetProperty("x").GetInt32().ShouldBe(1);
        merged.RootElement.GetProperty("customProperties").GetProperty("Owner").GetRawText().ShouldContain("2.50");
        merged.RootElement.GetProperty("version").GetInt32().ShouldBe(7);
    }

    [Test]
    public void Two_files_of_one_name_without_a_base_stay_with_our_side_and_unmerged()
    {
        using var git = new GitRepository();
        git.Git("checkout", "-qb", "andere");
        git.Write("melden.bpmn", Model(Form.Bpmn, "", "Meldung prüfen"));
        git.Commit("Andere");
        git.Git("checkout", "-q", "main");
        var ours = Model(Form.Bpmn, "", "Firma beauftragen");
        git.Write("melden.bpmn", ours);
        git.Commit("Eigene");
        var run = git.Try("merge", "--no-edit", "andere");
        run.ExitCode.ShouldBe(1);
        (run.Output + run.Error).ShouldContain("melden.bpmn: Es gibt kein gemeinsames Ausgangsmodell");
        git.Git("status", "--porcelain").ShouldBe("AA melden.bpmn\n");
        File.ReadAllText(git["melden.bpmn"]).ShouldBe(ours);
    }

    [Test]
    public void Git_diff_says_in_words_what_changes([Values] Form form)
    {
        using var git = new GitRepository();
        git.Write(Name(form), Model(form, "", "Meldung prüfen"));
        git.Commit("Modell");
        git.Write(Name(form), Model(form, "neu-", "Meldung fachlich prüfen"));
        var lines = git.Git("diff").Split('\n');
        lines[0].ShouldBe($"diff --gpm a/{Name(form)} b/{Name(form)}");
        lines.ShouldContain($"--- a/{Name(form)}");
        lines.ShouldContain(line => line.StartsWith("~ ") && line.Contains("„Meldung prüfen“ heißt jetzt „Meldung fachlich prüfen“"));
    }

    [Test]
    public void New_gone_renamed_and_broken_files_do_not_stop_git()
    {
        using var git = new GitRepository();
        foreach (var name in new[] { "a-weg.bpmn", "b-kaputt.bpmn", "c-alt.bpmn", "z.bpmn" }) git.Write(name, Model(Form.Bpmn, "", "Meldung prüfen", name));
        git.Commit("Modelle");
        File.Delete(git["a-weg.bpmn"]);
        git.Git("diff").ShouldContain("- Modell „Schaden melden“ mit 4 Knoten entfernt.");
        git.Commit("Weg");
        git.Write("b-kaputt.bpmn", "<<<<<<< das ist kein Modell");
        File.Delete(git["c-alt.bpmn"]);
        git.Write("d-neu.bpmn", Model(Form.Bpmn, "", "Meldung fachlich prüfen", "c-alt.bpmn"));
        git.Write("z.bpmn", Model(Form.Bpmn, "", "Meldung formell prüfen", "z.bpmn"));
        git.Write("zz.bpmn", Model(Form.Bpmn, "", "Ganz anderes tun"));
        git.Git("add", "-A");
        var diff = git.Git("diff", "--cached", "-M30%");
        diff.ShouldContain("! b/b-kaputt.bpmn: ");
        diff.ShouldContain("diff --gpm a/c-alt.bpmn b/d-neu.bpmn\n");
        diff.ShouldContain("--- a/c-alt.bpmn\n+++ b/d-neu.bpmn\n");
        diff.ShouldContain("„Meldung prüfen“ heißt jetzt „Meldung fachlich prüfen“");
        diff.ShouldContain("„Meldung prüfen“ heißt jetzt „Meldung formell prüfen“");
        diff.ShouldContain("+ Neues Modell „Schaden melden“ mit 3 Knoten.");
    }

    [Test]
    public void The_log_shows_lines_of_the_view_and_words_when_asked([Values(Form.Bpmn, Form.Elsa)] Form form)
    {
        using var git = new GitRepository();
        git.Write(Name(form), Model(form, "", "Meldung prüfen"));
        git.Commit("Modell");
        git.Write(Name(form), Model(form, "", "Meldung fachlich prüfen"));
        git.Commit("Umbenannt");
        var log = git.Git("log", "-p", "-1");
        log.ShouldMatch("(?m)^-\\s+\"name\": \"Meldung prüfen\"");
        log.ShouldMatch("(?m)^\\+\\s+\"name\": \"Meldung fachlich prüfen\"");
        git.Git("log", "-p", "-1", "--ext-diff").ShouldContain("„Meldung prüfen“ heißt jetzt „Meldung fachlich prüfen“");
    }

    [Test]
    public async Task A_call_that_is_not_gits_is_refused_and_of_an_unmerged_file_git_names_the_path_alone()
    {
        (await Gpm.RunAsync("git-diff", "melden.bpmn")).Output.ShouldBe("diff --gpm a/melden.bpmn b/melden.bpmn\n* melden.bpmn: noch nicht zusammengeführt.\n");
        var run = await Gpm.RunAsync("git-diff", "a", "b", "c");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("1, 7 oder 9");
    }
}
