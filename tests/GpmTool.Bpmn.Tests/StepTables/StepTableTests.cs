using System.IO.Compression;
using System.Text;
using GpmTool.Model;

namespace GpmTool.Bpmn.Tests.StepTables;

/// <summary>Lists of steps become processes.</summary>
public class StepTableTests
{
    [Test]
    public void Rows_follow_each_other_from_start_to_end()
    {
        var graph = Csv("Schritt;Rolle", "Antrag annehmen;Poststelle", "Antrag prüfen;Sachbearbeitung").Graph;
        Flows(graph).ShouldBe(["Start>Antrag annehmen", "Antrag annehmen>Antrag prüfen", "Antrag prüfen>Ende"], ignoreOrder: true);
        graph.Lanes.Select(lane => lane.Name).ShouldBe(["Poststelle", "Sachbearbeitung"]);
        new GraphIndex(graph).RoleOf(Node(graph, "Antrag prüfen")).ShouldBe("Sachbearbeitung");
        GraphFaults.Find(graph).ShouldBeEmpty();
    }

    [Test]
    public void Ways_with_conditions_are_a_decision()
    {
        var graph = Csv("Nr.,Schritt,Weiter mit", "1,Prüfen,\"2 (ja); 3 (nein); Ende\"", "2,Bewilligen,Ende", "3,Ablehnen,").Graph;
        var gateway = graph.Nodes.Single(node => node.Kind == NodeKind.ExclusiveGateway);
        graph.Flows.Where(flow => flow.SourceId == gateway.Id).Select(flow => (flow.Name, Name(graph, flow.TargetId))).ShouldBe([("ja", "Bewilligen"), ("nein", "Ablehnen"), (null, "Ende")]);
        graph.Flows.Single(flow => flow.Id == gateway.DefaultFlowId).Name.ShouldBeNull();
    }

    [TestCase("2 (ja); 3 (nein)")]
    [TestCase("2: ja; 3: nein")]
    [TestCase("ja → 2; nein -> 3")]
    [TestCase("Bewilligen (ja); ABLEHNEN: nein")]
    public void Conditions_may_be_written_in_several_ways(string next)
    {
        var graph = Csv("Nr.\tSchritt\tWeiter mit", $"1\tPrüfen\t{next}", "2\tBewilligen\tEnde", "3\tAblehnen\tEnde").Graph;
        Flows(graph).ShouldContain(">Bewilligen:ja");
        Flows(graph).ShouldContain(">Ablehnen:nein");
    }

    [Test]
    public void Ways_without_conditions_run_at_once_and_are_joined_where_they_meet()
    {
        var graph = Csv("Nr.;Schritt;Weiter mit", "1;Teilen;2, 3", "2;Links;4", "3;Rechts;4", "4;Danach;").Graph;
        var (split, join) = (graph.Nodes.First(node => node.Kind == NodeKind.ParallelGateway), graph.Nodes.Last(node => node.Kind == NodeKind.ParallelGateway));
        split.ShouldNotBe(join);
        graph.Flows.Where(flow => flow.TargetId == join.Id).Select(flow => Name(graph, flow.SourceId)).ShouldBe(["Links", "Rechts"], ignoreOrder: true);
        graph.Flows.Where(flow => flow.SourceId == join.Id).Select(flow => Name(graph, flow.TargetId)).ShouldBe(["Danach"]);
        graph.Flows.Count(flow => flow.TargetId == Node(graph, "Danach").Id).ShouldBe(1);
    }

    [Test]
    public void Alternatives_inside_a_branch_come_together_before_the_join()
    {
        var graph = Csv("Nr.;Schritt;Weiter mit", "1;Teilen;2, 5", "2;Links;\"3 (a); 4 (b)\"", "3;A;6", "4;B;6", "5;Rechts;6", "6;Danach;").Graph;
        var join = graph.Nodes.Single(node => node.Id.StartsWith("join", StringComparison.Ordinal));
        graph.Flows.Count(flow => flow.TargetId == join.Id).ShouldBe(2, "one flow a branch, or the join would wait for ever");
        var merge = graph.Nodes.Single(node => node.Id.StartsWith("merge", StringComparison.Ordinal));
        merge.Kind.ShouldBe(NodeKind.ExclusiveGateway);
        graph.Flows.Where(flow => flow.TargetId == merge.Id).Select(flow => Name(graph, flow.SourceId)).ShouldBe(["A", "B"], ignoreOrder: true);
    }

    [Test]
    public void A_loop_back_is_not_joined()
    {
        var graph = Csv("Nr.;Schritt;Weiter mit", "1;Erfassen;", "2;Prüfen;\"1 (unvollständig); 3 (vollständig)\"", "3;Ablegen;").Graph;
        Flows(graph).ShouldContain(">Erfassen:unvollständig");
        graph.Nodes.Count(node => node.Kind == NodeKind.ParallelGateway).ShouldBe(0);
    }

    [Test]
    public void What_is_recorded_about_a_step_is_typed()
    {
        var graph = Csv(
            "Schritt;Bearbeitungszeit (Min.);Liegezeit;Dokumente;Dokumente (Ausgang);Medium;IT-System;Bemerkung",
            "Prüfen;7,5;10 - 20 Min.;\"Antrag; Anlage\";Bescheid;Papier;\"CAFM;SAP\";eilig").Graph;
        var step = Node(graph, "Prüfen");
        step.Kind.ShouldBe(NodeKind.UserTask);
        step.Gpm.ShouldBe(new StepAttributes
        {
            ProcessingTime = TimeDistribution.Constant(IsoDuration.FromMinutes(7.5)),
            WaitingTime = TimeDistribution.Uniform(IsoDuration.FromMinutes(10), IsoDuration.FromMinutes(20)),
            Documents = [new DocumentUse("Antrag", DataDirection.Input, Medium.Paper), new DocumentUse("Anlage", DataDirection.Input, Medium.Paper), new DocumentUse("Bescheid", DataDirection.Output, Medium.Paper)],
            Systems = ["CAFM", "SAP"],
            Description = "eilig",
        });
    }

    [Test]
    public void Every_fault_is_named_with_its_row_and_column()
    {
        var faults = Should.Throw<StepTableException>(() => Csv(
            "Nr.;Schritt;Weiter mit;Minuten;Medium",
            "1;Prüfen;9;bald;Brieftaube",
            "1;;Ende;5;",
            "",
            "1;Ablegen;\"2; 1\";1.000;",
            "2;Abheften;\"1; 2; Ende (sonst)\";-3;")).Faults;
        faults.Select(fault => (fault.Code, fault.Place)).ShouldBe(
        [
            ("table.not-minutes", "Zeile 2, Spalte „Bearbeitungszeit (Min.)“"),
            ("table.medium-unknown", "Zeile 2, Spalte „Medium“"),
            ("table.next-unknown", "Zeile 2, Spalte „Weiter mit“"),
            ("table.step-missing", "Zeile 3, Spalte „Schritt“"),
            ("table.number-doubled", "Zeile 5, Spalte „Nr.“"),
            ("table.not-minutes", "Zeile 5, Spalte „Bearbeitungszeit (Min.)“"),
            ("table.not-minutes", "Zeile 6, Spalte „Bearbeitungszeit (Min.)“"),
            ("table.conditions-mixed", "Zeile 6, Spalte „Weiter mit“"),
        ], ignoreOrder: true);
        faults.ShouldAllBe(fault => fault.Remedy.German.Length > 10 && fault.Severity == Severity.Error);
    }

    [Test]
    public void What_is_left_out_is_said()
    {
        var reading = Csv("Nr.;Schritt;Weiter mit;Kostenstelle;Medium", "1;Anfangen;Ende;4711;digital", "2;Vergessen;;4712;");
        reading.Findings.Select(finding => (finding.Code, finding.Line)).ShouldBe([("table.column-ignored", 1), ("table.medium-without-document", 2), ("table.step-unreachable", 3)]);
    }

    [Test]
    public void Without_a_heading_or_a_step_the_remedy_is_named()
    {
        Should.Throw<StepTableException>(() => Csv("a;b", "1;2")).Faults.Single().Code.ShouldBe("table.heading-missing");
        Should.Throw<StepTableException>(() => Csv("Nr.;Schritt")).Faults.Single().Code.ShouldBe("table.empty");
        Should.Throw<StepTableException>(() => StepTable.Read(new byte[] { 0x50, 0x4B, 3, 4, 0, 0, 0 }, "x")).Faults.Single().Code.ShouldBe("table.unreadable");
        Should.Throw<StepTableException>(() => StepTable.Read(new byte[] { 1, 0, 2, 0 }, "x")).Faults.Single().Code.ShouldBe("table.unreadable");
    }

    [Test]
    public void Umlauts_come_through_in_either_encoding()
    {
        const string text = "Schritt;Rolle\r\nSchlüssel übergeben;Schließdienst\r\n";
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], Encoding.Latin1.GetBytes(text), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)] })
            StepTable.Read(bytes, "Schlüssel").Graph.Nodes.ShouldContain(node => node.Name == "Schlüssel übergeben");
    }

    [Test]
    public void The_templates_are_the_same_process_and_have_no_fault()
    {
        var workbook = StepTable.Read(StepTable.WorkbookTemplate(), "Vorlage");
        var text = StepTable.Read(StepTable.TextTemplate(), "Vorlage");
        workbook.Graph.ShouldBe(text.Graph);
        workbook.Findings.ShouldBeEmpty();
        workbook.Graph.Nodes.Count(node => node.Kind.IsTask()).ShouldBe(7);
        GraphFaults.Find(workbook.Graph).ShouldBeEmpty();
    }

    [Test]
    public void A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open())
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 64; i++) part.Write(zeros);
        }

        file.Length.ShouldBeLessThan(1024 * 1024);
        Should.Throw<StepTableException>(() => StepTable.Read(file.ToArray(), "x")).Faults.Single().Code.ShouldBe("table.too-large");
    }

    [Test]
    public void More_rows_than_a_process_can_have_are_refused()
    {
        var rows = Enumerable.Range(1, StepTable.MaxRows + 1).Select(i => $"Schritt {i}").Prepend("Schritt");
        Should.Throw<StepTableException>(() => Csv([.. rows])).Faults.Single().Code.ShouldBe("table.too-many-rows");
    }

    private static StepTableReading Csv(params string[] lines) => StepTable.Read(Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n"), "Prozess");

    private static FlowNode Node(ProcessGraph graph, string name) => graph.Nodes.Single(node => node.Name == name);

    private static string? Name(ProcessGraph graph, string? id) => graph.Nodes.Single(node => node.Id == id).Name;

    private static List<string> Flows(ProcessGraph graph) =>
        [.. graph.Flows.Select(flow => $"{Name(graph, flow.SourceId)}>{Name(graph, flow.TargetId)}{(flow.Name is { } name ? $":{name}" : "")}")];
}
