using GpmTool.Diff;
using GpmTool.Model;

namespace GpmTool.Reports.Tests;

[TestFixture]
public class ComparisonTextTests
{
    private static ProcessGraph Process(string label, string role, Medium medium, double minutes, bool check)
    {
        var builder = new GraphBuilder("Störung", "p").Lane("l", role);
        builder.Node(NodeKind.StartEvent, "Meldung", "s", "l");
        builder.Node(NodeKind.UserTask, label, "t", "l", with: node => node with
        {
            Gpm = new StepAttributes { ProcessingTime = TimeDistribution.Constant(IsoDuration.FromMinutes(minutes)), Documents = [new DocumentUse("Meldung", DataDirection.Input, medium)] },
        });
        if (check) builder.Node(NodeKind.ServiceTask, "Gewährleistung prüfen", "c", "l");
        builder.Node(NodeKind.EndEvent, "Ende", "e", "l");
        builder.Chain(check ? ["s", "t", "c", "e"] : ["s", "t", "e"]);
        return builder.Build();
    }

    [Test]
    public void The_report_says_in_German_what_changes()
    {
        var before = Process("Meldung erfassen", "Hausmeister", Medium.Paper, 90, check: false);
        var after = Process("Erfassung der Meldung", "Leitstelle", Medium.Digital, 15, check: true);
        var text = ComparisonText.Write(before, after, ProcessComparison.Compare(before, after), "Ist", "Soll");
        text.ShouldContain("# Vergleich: Ist → Soll");
        text.ShouldContain("Ein Schritt oder Ereignis kommt hinzu");
        text.ShouldContain("| Schritte | 1 | 2 | +1 |");
        text.ShouldContain("| Bearbeitungszeit je Vorgang | 1 Std. 30 Min. | 15 Min. | −1 Std. 15 Min. |");
        text.ShouldContain("- Neu: „Gewährleistung prüfen“ (Leitstelle)");
        text.ShouldContain("- Umbenannt: „Meldung erfassen“ → „Erfassung der Meldung“");
        text.ShouldContain("Zuständig „Hausmeister“ → „Leitstelle“");
        text.ShouldContain("Medium „Papier“ → „digital“");
        text.ShouldContain("Bearbeitungszeit 1 Std. 30 Min. → 15 Min.");
    }

    [Test]
    public void Codes_and_unlabelled_nodes_read_as_people_know_them()
    {
        static ProcessGraph Graph(RagCode code, bool back)
        {
            var builder = new GraphBuilder("Störung", "p");
            builder.Node(NodeKind.StartEvent, "Meldung", "s");
            builder.Node(NodeKind.UserTask, "Erfassen", "a", with: node => node with { Gpm = new StepAttributes { Rag = code } });
            builder.Node(NodeKind.ExclusiveGateway, null, "g");
            builder.Node(NodeKind.EndEvent, "Ende", "e");
            builder.Chain("s", "a", "g", "e");
            if (back) builder.Flow("g", "a");
            return builder.Build();
        }

        var (before, after) = (Graph(RagCode.Of(2), back: false), Graph(RagCode.Of(4), back: true));
        var text = ComparisonText.Write(before, after, ProcessComparison.Compare(before, after), "A", "B");
        text.ShouldContain("Referenzaktivitätengruppe „2“ → „4“");
        text.ShouldContain("Neuer Rücksprung: Exklusives Gateway → Erfassen");
    }

    [Test]
    public void Equal_models_need_one_sentence()
    {
        var graph = Process("Meldung erfassen", "Hausmeister", Medium.Paper, 90, check: false);
        ComparisonText.Write(graph, graph, ProcessComparison.Compare(graph, graph), "A", "B").ShouldContain("stimmen überein");
    }

    [TestCase(0.5, "30 Sek.")]
    [TestCase(1440, "1 Tag")]
    [TestCase(4380, "3 Tage 1 Std.")]
    [TestCase(61, "1 Std. 1 Min.")]
    public void Durations_read_as_people_say_them(double minutes, string text) => Durations.German(TimeSpan.FromMinutes(minutes)).ShouldBe(text);
}
