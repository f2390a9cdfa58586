using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using GpmTool.Model;
using GpmTool.Pictures.Tests.Support;

namespace GpmTool.Pictures.Tests.Svg;

/// <summary>Pictures of graphs.</summary>
public sealed class PictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Test]
    public void Every_picture_is_well_formed_and_refers_to_nothing_outside() => Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 30]).Sample((seed, nodes) =>
    {
        var text = Write(RandomGraphs.Create(seed, nodes, faulty: true));
        var root = Parse(text);
        root.Name.ShouldBe(Svg + "svg");
        string[] harmless = ["svg", "g", "title", "desc", "rect", "path", "circle", "text", "tspan"];
        root.DescendantsAndSelf().Select(element => element.Name.LocalName).Distinct().ShouldBeSubsetOf(harmless);
        root.DescendantsAndSelf().Attributes().ShouldAllBe(attribute => !attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) && attribute.Name.LocalName != "href" && attribute.Name.LocalName != "style" && !attribute.Value.Contains("url(", StringComparison.Ordinal));
    }, iter: 100);

    [Test]
    public void The_same_graph_gives_the_same_bytes_in_every_culture()
    {
        var graph = RandomGraphs.Create(11, 25, faulty: false);
        var before = CultureInfo.CurrentCulture;
        var expected = Write(graph);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Write(graph).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void A_stream_gets_the_text_as_utf8_without_a_mark()
    {
        var graph = new GraphBuilder("Prüfen", "p").Build();
        using var stream = new MemoryStream();
        SvgPicture.Write(graph, PictureOptions.Default, stream);
        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe(Write(graph));
        stream.ToArray()[0].ShouldBe((byte)'<');
    }

    [Test]
    public void Who_cannot_see_hears_what_it_shows()
    {
        var builder = new GraphBuilder("Störung bearbeiten", "p").Lane("l", "Leitstelle");
        builder.Chain(builder.Node(NodeKind.StartEvent, "Störung gemeldet", "s", "l"), builder.Node(NodeKind.UserTask, "Prüfen", "a", "l"), builder.Node(NodeKind.EndEvent, "Erledigt", "e", "l"));
        var root = Parse(Write(builder.Build()));
        root.Attribute("role")!.Value.ShouldBe("img");
        root.Attribute("aria-label")!.Value.ShouldBe("Störung bearbeiten");
        root.Element(Svg + "title")!.Value.ShouldBe("Störung bearbeiten");
        root.Element(Svg + "desc")!.Value.ShouldBe("BPMN-Diagramm mit 1 Aktivitäten, 0 Verzweigungen und 2 Ereignissen. Beteiligt: Leitstelle. Beginnt mit: Störung gemeldet. Endet mit: Erledigt.");
        Group(root, "a").Element(Svg + "title")!.Value.ShouldBe("Prüfen");
    }

    [Test]
    public void Whatever_a_label_holds_is_text()
    {
        var graph = new GraphBuilder("<script>alert(1)</script> & \"x\"", "p");
        graph.Node(NodeKind.Task, "a<b & c>\"d\" \u0001\uD800 '", "t\"<");
        var root = Parse(Write(graph.Build()));
        root.Element(Svg + "title")!.Value.ShouldBe("<script>alert(1)</script> & \"x\"");
        Group(root, "t\"<").Element(Svg + "title")!.Value.ShouldBe("a<b & c>\"d\"  '");
    }

    [Test]
    public void A_colour_of_the_drawing_is_used_and_anything_else_is_not()
    {
        var graph = GraphLayout.Apply(Steps("a", "b"));
        var coloured = graph with
        {
            Diagrams = graph.Diagrams.ConvertAll(diagram => diagram with
            {
                Shapes = [
            diagram.Shapes[0] with { RawAttributes = [new RawAttribute("bioc:fill", "#ffe0b2"), new RawAttribute("color:border-color", "rgb(1,2,3)")] },
            diagram.Shapes[1] with { RawAttributes = [new RawAttribute("bioc:fill", "red\" onload=\"x"), new RawAttribute("bioc:stroke", "url(#x)")] }]
            })
        };
        var root = Parse(Write(coloured));
        var first = Group(root, "a").Element(Svg + "rect")!;
        first.Attribute("fill")!.Value.ShouldBe("#ffe0b2");
        first.Attribute("stroke")!.Value.ShouldBe("rgb(1,2,3)");
        Group(root, "b").Element(Svg + "rect")!.Attribute("fill")!.Value.ShouldBe("#ffffff");
        Group(root, "b").Element(Svg + "rect")!.Attribute("stroke")!.Value.ShouldBe("#22242a");
    }

    [TestCase(NodeKind.StartEvent, false, "", 1)]
    [TestCase(NodeKind.StartEvent, true, "4 3", 1)]
    [TestCase(NodeKind.BoundaryEvent, true, "4 3", 2)]
    [TestCase(NodeKind.BoundaryEvent, false, "", 2)]
    [TestCase(NodeKind.IntermediateThrowEvent, false, "", 2)]
    [TestCase(NodeKind.EndEvent, false, "", 1)]
    public void Events_have_one_ring_or_two_dashed_where_they_do_not_interrupt(NodeKind kind, bool goesOn, string dash, int rings)
    {
        var builder = new GraphBuilder("x", "p");
        builder.Node(NodeKind.Task, "Host", "h");
        builder.Node(kind, id: "e", with: node => node with { NonInterrupting = goesOn, AttachedToId = kind == NodeKind.BoundaryEvent ? "h" : null });
        var circles = Group(Parse(Write(builder.Build())), "e").Elements(Svg + "circle").ToList();
        circles.Count.ShouldBe(rings);
        circles.ShouldAllBe(circle => (circle.Attribute("stroke-dasharray") == null ? "" : circle.Attribute("stroke-dasharray")!.Value) == dash);
    }

    [Test]
    public void Every_kind_of_event_gateway_and_task_looks_different()
    {
        var events = Enum.GetValues<EventKind>().SelectMany(kind => new[] { NodeKind.IntermediateCatchEvent, NodeKind.EndEvent }.Select(node => Look(node, kind)));
        var gateways = Enum.GetValues<NodeKind>().Where(kind => kind.IsGateway()).Select(kind => Look(kind));
        var activities = Enum.GetValues<NodeKind>().Where(kind => kind.IsActivity()).Select(kind => Look(kind));
        foreach (var looks in new[] { events.ToList(), gateways.ToList(), activities.ToList() }) looks.Distinct().Count().ShouldBe(looks.Count);

        static string Look(NodeKind kind, EventKind? definition = null)
        {
            var builder = new GraphBuilder("x", "p");
            builder.Node(kind, id: "e", with: node => definition is { } of ? node with { EventDefinitions = [new EventDefinition { Kind = of }] } : node.Kind == NodeKind.CallActivity ? node with { CalledElement = "q" } : node);
            var group = Group(Parse(Write(builder.Build())), "e");
            group.SetAttributeValue("class", null);
            return group.ToString();
        }
    }

    [Test]
    public void A_default_flow_has_a_stroke_and_a_conditional_one_a_diamond()
    {
        var builder = new GraphBuilder("x", "p");
        foreach (var id in new[] { "a", "b", "c", "d" }) builder.Node(NodeKind.Task, id, id, with: node => id == "a" ? node with { DefaultFlowId = "standard" } : node);
        builder.Flow("a", "b", id: "plain");
        builder.Flow("a", "c", id: "standard");
        builder.Flow("a", "d", condition: "x > 1", id: "conditional");
        var root = Parse(Write(builder.Build()));
        Group(root, "plain").Elements(Svg + "path").Count().ShouldBe(2);
        Group(root, "standard").Elements(Svg + "path").Count().ShouldBe(3);
        Group(root, "conditional").Elements(Svg + "path").Last().Attribute("d")!.Value.ShouldBe("M0 0L-8 -5L-16 0L-8 5z");
    }

    [Test]
    public void Marks_show_colour_and_sign_and_the_legend_says_what_they_mean()
    {
        var options = new PictureOptions { Overlays = [new PictureOverlay("a", Tone.Added), new PictureOverlay("b", Tone.Changed, "Z", "Zeit 10 → 20 min"), new PictureOverlay("missing", Tone.Removed)], LegendWords = new Dictionary<Tone, string> { [Tone.Added] = "nur im Soll" } };
        var root = Parse(Write(Steps("a", "b"), options));
        Group(root, "a").Attribute("class")!.Value.ShouldBe("gpm-task gpm-marked gpm-added");
        var badges = root.Elements(Svg + "g").Where(group => group.Attribute("class")!.Value.StartsWith("gpm-badge", StringComparison.Ordinal)).Select(group => group.Value.Trim()).ToList();
        badges.ShouldBe(["nur im Soll+", "Zeit 10 → 20 minZ Zeit 10 → 20 min"]);
        var legend = root.Elements(Svg + "g").Single(group => group.Attribute("class")!.Value == "gpm-legend").Value;
        legend.ShouldContain("nur im Soll");
        legend.ShouldContain("geändert");
        legend.ShouldNotContain("entfernt");
        Parse(Write(Steps("a", "b"), options with { Legend = false })).Elements(Svg + "g").ShouldAllBe(group => group.Attribute("class")!.Value != "gpm-legend");
    }

    [Test]
    public void The_drawing_can_be_chosen()
    {
        var builder = new GraphBuilder("Zwei", "p");
        builder.Node(NodeKind.Task, "Eins", "a");
        builder.Node(NodeKind.Task, "Zwei", "a2");
        builder.Process("q", "Anderer").Node(NodeKind.Task, "Drei", "b");
        var graph = builder.Build();
        Ids(Write(graph)).ShouldBe(["a", "a2"]);
        Ids(Write(graph, new PictureOptions { Diagram = "q" })).ShouldBe(["b"]);
        var exception = Should.Throw<PictureException>(() => Write(graph, new PictureOptions { Diagram = "r" }));
        exception.Text.German.ShouldBe("Es gibt keine Zeichnung „r“. Vorhanden: BPMNDiagram_p, BPMNDiagram_q.");

        static List<string> Ids(string picture) => [.. Parse(picture).Descendants(Svg + "g").Select(group => group.Attribute("data-element")?.Value).OfType<string>()];
    }

    [Test]
    public void A_drawing_that_is_too_large_is_refused_before_any_work() =>
        Should.Throw<PictureException>(() => Write(Steps("a", "b", "c"), new PictureOptions { MaximumElements = 4 })).Text.English.ShouldStartWith("The drawing has more than 4 elements.");

    [Test]
    public void Damaged_coordinates_are_left_out()
    {
        var graph = GraphLayout.Apply(Steps("a", "b"));
        var damaged = graph with { Diagrams = graph.Diagrams.ConvertAll(diagram => diagram with { Shapes = diagram.Shapes.ConvertAll(shape => shape.ElementId == "b" ? shape with { Bounds = new Bounds(double.NaN, 1e300, 1, 1) } : shape) }) };
        var text = Write(damaged);
        text.ShouldNotContain("NaN");
        Parse(text).Descendants(Svg + "g").ShouldAllBe(group => group.Attribute("data-element") == null || group.Attribute("data-element")!.Value != "b");
    }

    private static ProcessGraph Steps(params string[] ids)
    {
        var builder = new GraphBuilder("Schritte", "p");
        foreach (var id in ids) builder.Node(NodeKind.Task, id, id);
        return builder.Chain(ids).Build();
    }

    private static XElement Group(XElement root, string id) => root.Elements(Svg + "g").Single(group => group.Attribute("data-element")?.Value == id);

    private static string Write(ProcessGraph graph, PictureOptions? options = null)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        SvgPicture.Write(graph, options ?? PictureOptions.Default, writer);
        return writer.ToString();
    }

    private static XElement Parse(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader);
    }
}
