using GpmTool.Model;

namespace GpmTool.Benchmarks;

/// <summary>Processes as offices draw them: 30 steps in three lanes, a decision every five steps, times and documents.</summary>
internal static class SampleProcesses
{
    private static readonly string[] Objects = ["Meldung", "Schadensmeldung", "Auftrag", "Rechnung", "Angebot", "Schlüssel", "Protokoll"];
    private static readonly string[] Actions = ["prüfen", "erfassen", "weiterleiten", "ablegen", "unterschreiben", "zurücksenden"];

    /// <summary>A process of that many steps; the seed chooses its labels.</summary>
    public static ProcessGraph Create(int steps, int seed)
    {
        var random = new Random(seed);
        var builder = new GraphBuilder("Störungsmeldung bearbeiten", "p").Lane("l0", "Hausmeister").Lane("l1", "Leitstelle").Lane("l2", "Objektmanagement");
        builder.Node(NodeKind.StartEvent, "Meldung eingegangen", "start", "l0");
        var last = "start";
        for (var i = 1; i <= steps; i++)
        {
            var id = $"t{i}";
            var lane = $"l{random.Next(3)}";
            builder.Node(NodeKind.UserTask, $"{Objects[random.Next(Objects.Length)]} {Actions[random.Next(Actions.Length)]}", id, lane, with: node => node with
            {
                Gpm = new StepAttributes
                {
                    ProcessingTime = TimeDistribution.Constant(IsoDuration.FromMinutes(random.Next(5, 60))),
                    Documents = [new DocumentUse("Meldung", DataDirection.Input, random.Next(2) == 0 ? Medium.Paper : Medium.Digital)],
                },
            });
            builder.Flow(last, id);
            last = id;
            if (i % 5 != 0 || i == steps) continue;
            builder.Node(NodeKind.ExclusiveGateway, "In Ordnung?", $"g{i}", lane);
            builder.Flow(id, $"g{i}");
            builder.Flow($"g{i}", $"t{i - 2}", "nein");
            last = $"g{i}";
        }

        builder.Node(NodeKind.EndEvent, "Erledigt", "end", "l2");
        builder.Flow(last, "end");
        return builder.Build();
    }
}
