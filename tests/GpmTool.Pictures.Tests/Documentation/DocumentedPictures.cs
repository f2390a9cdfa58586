using System.Globalization;
using GpmTool.Model;
using GpmTool.Pictures.Tests.Support;

namespace GpmTool.Pictures.Tests.Documentation;

/// <summary>The pictures in the documents are what the library draws today; <c>GPM_UPDATE_SNAPSHOTS=1</c> writes them anew.</summary>
public sealed class DocumentedPictures
{
    [TestCase("layout")]
    [TestCase("marks")]
    public void A_picture_in_the_documents_is_up_to_date(string name)
    {
        var graph = GraphLayout.Apply(Repair());
        Drawing.Faults(graph).ShouldBeEmpty();
        var options = name == "layout" ? PictureOptions.Default : new PictureOptions
        {
            Overlays =
            [
                new PictureOverlay("pruefen", Tone.Changed, Text: "20 → 10 min"), new PictureOverlay("mahnen", Tone.Added), new PictureOverlay("frist", Tone.Added),
                new PictureOverlay("ablegen", Tone.Removed), new PictureOverlay("rueckfrage", Tone.Noted, Text: "ohne Frist"), new PictureOverlay("beauftragen", Tone.Moved, Text: "andere Rolle"),
            ],
        };
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        SvgPicture.Write(graph, options, writer);
        var file = Path.Combine(Root(), "docs", "images", $"picture-{name}.svg");
        if (Environment.GetEnvironmentVariable("GPM_UPDATE_SNAPSHOTS") == "1") File.WriteAllText(file, writer.ToString());
        File.ReadAllText(file).ShouldBe(writer.ToString());
    }

    private static ProcessGraph Repair()
    {
        var builder = new GraphBuilder("Kleinreparatur beauftragen", "p").Pool("melder", "Meldende Stelle", null).Pool("amt", "Bezirksamt", "p").Pool("firma", "Vertragsfirma", null)
            .Lane("leitstelle", "Leitstelle FM").Lane("objekt", "Objektmanagement");
        builder.Node(NodeKind.StartEvent, "Schaden gemeldet", "s", "leitstelle", with: node => node with { EventDefinitions = [new EventDefinition { Kind = EventKind.Message }] });
        builder.Node(NodeKind.UserTask, "Schadensmeldung prüfen", "pruefen", "leitstelle");
        builder.Node(NodeKind.ExclusiveGateway, "Angaben vollständig?", "vollstaendig", "leitstelle");
        builder.Node(NodeKind.SendTask, "Angaben nachfordern", "rueckfrage", "leitstelle");
        builder.Node(NodeKind.BusinessRuleTask, "Zuständigkeit nach Objektverzeichnis bestimmen", "zustaendig", "objekt");
        builder.Node(NodeKind.SubProcess, "Reparatur beauftragen und überwachen", "reparatur", "objekt");
        builder.Node(NodeKind.SendTask, "Firma beauftragen", "beauftragen", parent: "reparatur");
        builder.Node(NodeKind.ReceiveTask, "Fertigmeldung entgegennehmen", "fertig", parent: "reparatur");
        builder.Node(NodeKind.BoundaryEvent, "5 Werktage", "frist", "objekt", with: node => node with { AttachedToId = "reparatur", NonInterrupting = true, EventDefinitions = [new EventDefinition { Kind = EventKind.Timer }] });
        builder.Node(NodeKind.SendTask, "Firma mahnen", "mahnen", "objekt");
        builder.Node(NodeKind.EndEvent, "Firma gemahnt", "gemahnt", "objekt");
        builder.Node(NodeKind.ManualTask, "Vorgang in Papierakte ablegen", "ablegen", "leitstelle");
        builder.Node(NodeKind.EndEvent, "Schaden behoben", "e", "leitstelle");
        builder.Chain("s", "pruefen", "vollstaendig");
        builder.Flow("vollstaendig", "zustaendig", "ja");
        builder.Flow("vollstaendig", "rueckfrage", "nein", id: "standard");
        builder.Flow("rueckfrage", "pruefen");
        builder.Chain("zustaendig", "reparatur", "ablegen", "e").Chain("beauftragen", "fertig").Chain("frist", "mahnen", "gemahnt");
        return builder.With(graph => graph with
        {
            Nodes = graph.Nodes.ConvertAll(node => node.Id == "vollstaendig" ? node with { DefaultFlowId = "standard" } : node),
            Data = [new DataElement { Id = "auftrag", Name = "Auftragsschein", Kind = DataKind.DataObjectReference, ParentId = "reparatur" }, new DataElement { Id = "cafm", Name = "CAFM", Kind = DataKind.DataStoreReference, ParentId = "p" }],
            DataAssociations = [new DataAssociation { Id = "d1", Direction = DataDirection.Output, NodeId = "beauftragen", TargetId = "auftrag" }, new DataAssociation { Id = "d2", Direction = DataDirection.Input, NodeId = "zustaendig", SourceIds = ["cafm"] }],
            MessageFlows =
            [
                new MessageFlow { Id = "m1", Name = "Meldung", SourceId = "melder", TargetId = "s" }, new MessageFlow { Id = "m2", Name = "Rückfrage", SourceId = "rueckfrage", TargetId = "melder" },
                new MessageFlow { Id = "m3", Name = "Auftrag", SourceId = "beauftragen", TargetId = "firma" }, new MessageFlow { Id = "m4", Name = "Fertigmeldung", SourceId = "firma", TargetId = "fertig" },
                new MessageFlow { Id = "m5", Name = "Mahnung", SourceId = "mahnen", TargetId = "firma" },
            ],
        }).Build();
    }

    private static string Root()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "GpmTool.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
