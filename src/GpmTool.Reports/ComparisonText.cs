using System.Globalization;
using System.Text;
using GpmTool.Analysis;
using GpmTool.Diff;
using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>A comparison as German text (Markdown): one sentence, the key figures, then the changes by section.</summary>
public static class ComparisonText
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    private static readonly (string Title, OperationKind[] Kinds)[] Sections =
    [
        ("Schritte", [OperationKind.FragmentReplaced, OperationKind.StepsMerged, OperationKind.StepSplit, OperationKind.Inserted, OperationKind.Removed, OperationKind.Renamed, OperationKind.TypeChanged, OperationKind.LoopChanged]),
        ("Zuständigkeiten", [OperationKind.RoleChanged, OperationKind.ResponsibilityChanged]),
        ("Ablauf",
        [
            OperationKind.Moved, OperationKind.Swapped, OperationKind.Parallelised, OperationKind.Serialised, OperationKind.GatewaysAdded, OperationKind.GatewaysRemoved, OperationKind.BranchAdded, OperationKind.BranchRemoved,
            OperationKind.LoopAdded, OperationKind.LoopRemoved, OperationKind.SubProcessExtracted, OperationKind.SubProcessInlined, OperationKind.GatewayInserted, OperationKind.GatewayRemoved, OperationKind.ConditionChanged,
            OperationKind.DefaultFlowChanged, OperationKind.FlowAdded, OperationKind.FlowRemoved, OperationKind.FlowChanged, OperationKind.MessageFlowChanged,
        ]),
        ("Medien und IT", [OperationKind.MediumChanged, OperationKind.DocumentChanged, OperationKind.SystemChanged, OperationKind.AutomationChanged, OperationKind.DataChanged]),
        ("Zeiten und Kosten", [OperationKind.TimeChanged, OperationKind.CostChanged]),
        ("Sonstiges",
        [
            OperationKind.LegalBasisChanged, OperationKind.RagChanged, OperationKind.OtherAttributeChanged, OperationKind.DocumentationChanged, OperationKind.ExtensionChanged, OperationKind.AnnotationChanged, OperationKind.PoolChanged,
            OperationKind.LaneChanged, OperationKind.ProcessChanged, OperationKind.DeclarationChanged, OperationKind.DocumentHeadChanged, OperationKind.LayoutChanged,
        ]),
    ];

    /// <summary>Writes the report.</summary>
    /// <param name="before">The first graph.</param>
    /// <param name="after">The second graph.</param>
    /// <param name="result">Their comparison.</param>
    /// <param name="beforeTitle">What the first is called.</param>
    /// <param name="afterTitle">What the second is called.</param>
    public static string Write(ProcessGraph before, ProcessGraph after, ComparisonResult result, string beforeTitle, string afterTitle)
    {
        var text = new StringBuilder();
        text.Append(German, $"# Vergleich: {beforeTitle} → {afterTitle}\n\n");
        text.Append(Summary(result, KeyFigures.Of(before), KeyFigures.Of(after))).Append("\n\n");
        Presumed(text, before, after, result);
        Figures(text, KeyFigures.Of(before), KeyFigures.Of(after));
        var context = new Context(new GraphIndex(before), new GraphIndex(after));
        foreach (var (title, kinds) in Sections)
        {
            var own = result.Operations.Where(operation => kinds.Contains(operation.Kind)).ToList();
            if (own.Count == 0) continue;
            text.Append(German, $"\n## {title} ({own.Count})\n\n");
            foreach (var operation in own) text.Append(German, $"- {Sentence(context, operation)}\n");
        }

        return text.ToString();
    }

    /// <summary>One German sentence for each operation, in the order of <see cref="ComparisonResult.Operations"/>.</summary>
    public static IReadOnlyList<string> Sentences(ProcessGraph before, ProcessGraph after, ComparisonResult result)
    {
        var context = new Context(new GraphIndex(before), new GraphIndex(after));
        return [.. result.Operations.Select(operation => Sentence(context, operation))];
    }

    private static string Summary(ComparisonResult result, KeyFigures before, KeyFigures after)
    {
        if (result.Operations.Count == 0) return "Die beiden Modelle stimmen überein.";
        int Count(OperationKind kind) => result.Operations.Count(operation => operation.Kind == kind);
        var parts = new List<string>();
        void Part(int count, string one, string many)
        {
            if (count > 0) parts.Add(count == 1 ? one : string.Format(German, many, count));
        }

        Part(Count(OperationKind.Inserted), "ein Schritt oder Ereignis kommt hinzu", "{0} Schritte oder Ereignisse kommen hinzu");
        Part(Count(OperationKind.Removed), "eines entfällt", "{0} entfallen");
        Part(Count(OperationKind.RoleChanged), "eine Zuständigkeit wechselt", "{0} Zuständigkeiten wechseln");
        Part(before.MediaBreaks - after.MediaBreaks, "ein Medienbruch fällt weg", "{0} Medienbrüche fallen weg");
        var lead = parts.Count == 0 ? $"{result.Operations.Count} Einzelheiten ändern sich" : string.Join(", ", parts);
        return $"{char.ToUpper(lead[0], German)}{lead[1..]}; die Modelle sind zu {result.Similarity.ToString("P0", German)} ähnlich.";
    }

    private static void Presumed(StringBuilder text, ProcessGraph before, ProcessGraph after, ComparisonResult result)
    {
        var presumed = result.Correspondences.Where(match => match.IsPresumed).ToList();
        if (presumed.Count == 0) return;
        var (old, now) = (new GraphIndex(before), new GraphIndex(after));
        var pairs = presumed.Select(match => $"{Quote(old.Node(match.BeforeId)?.Name)} und {Quote(now.Node(match.AfterId)?.Name)}");
        text.Append(German, $"Nur vermutlich dasselbe, bitte bestätigen: {string.Join("; ", pairs)}.\n\n");
    }

    private static void Figures(StringBuilder text, KeyFigures before, KeyFigures after)
    {
        text.Append("| Kennzahl | vorher | nachher | Änderung |\n|---|---:|---:|---:|\n");
        void Number(string name, double old, double now, string format = "N0") =>
            text.Append(German, $"| {name} | {old.ToString(format, German)} | {now.ToString(format, German)} | {Signed(now - old, format)} |\n");
        Number("Schritte", before.Steps, after.Steps);
        Number("Rollen", before.Roles, after.Roles);
        Number("Übergaben", before.Handovers, after.Handovers);
        Number("Medienbrüche", before.MediaBreaks, after.MediaBreaks);
        Number("IT-Systeme", before.Systems, after.Systems);
        Number("Dokumente", before.Documents, after.Documents);
        Number("Entscheidungen", before.Decisions, after.Decisions);
        Number("Rücksprünge", before.Loops, after.Loops);
        Number("Anteil automatischer Schritte", before.AutomationShare, after.AutomationShare, "P0");
        text.Append(German, $"| Bearbeitungszeit je Vorgang | {Durations.German(before.ExpectedProcessingTime)} | {Durations.German(after.ExpectedProcessingTime)} | {Durations.Change(before.ExpectedProcessingTime, after.ExpectedProcessingTime)} |\n");
        text.Append(German, $"| Durchlaufzeit je Vorgang | {Durations.German(before.ExpectedCycleTime)} | {Durations.German(after.ExpectedCycleTime)} | {Durations.Change(before.ExpectedCycleTime, after.ExpectedCycleTime)} |\n");
        if (before.Cost is { } || after.Cost is { })
            text.Append(German, $"| Sachkosten je Vorgang | {before.Cost?.ToString("C", German) ?? "–"} | {after.Cost?.ToString("C", German) ?? "–"} | {(after.Cost - before.Cost)?.ToString("C", German) ?? "–"} |\n");
    }

    private static string Signed(double change, string format) => change < 0 ? "−" + (-change).ToString(format, German) : (change > 0 ? "+" : "") + change.ToString(format, German);

    private static string Sentence(Context context, Operation operation)
    {
        var name = context.Name(operation);
        return operation.Kind switch
        {
            OperationKind.Inserted => $"Neu: {name}{context.Role(operation)}",
            OperationKind.Removed => $"Entfällt: {name}{context.Role(operation)}",
            OperationKind.GatewayInserted => $"Neue Verzweigung oder Zusammenführung: {name}",
            OperationKind.GatewayRemoved => $"Verzweigung oder Zusammenführung entfällt: {name}",
            OperationKind.Renamed => $"Umbenannt: {Quote(operation.OldValue)} → {Quote(operation.NewValue)}",
            OperationKind.RoleChanged => $"{name}: {(operation.Attribute == "role" ? "Zuständig" : "Organisationseinheit")} {Quote(operation.OldValue)} → {Quote(operation.NewValue)}",
            OperationKind.Moved => $"{name} steht an anderer Stelle: vorher {Words.Labels(operation.OldValue)}, nachher {Words.Labels(operation.NewValue)}",
            OperationKind.Swapped => $"Vertauscht: {context.Names(operation.BeforeIds)}",
            OperationKind.FragmentReplaced => $"Ersetzt: {Words.Labels(operation.OldValue)} durch {Words.Labels(operation.NewValue)}",
            OperationKind.StepsMerged => $"Zusammengefasst: {context.Names(operation.BeforeIds)} zu {context.NewNames(operation.AfterIds)}",
            OperationKind.StepSplit => $"Aufgeteilt: {context.Names(operation.BeforeIds)} in {context.NewNames(operation.AfterIds)}",
            OperationKind.Parallelised => $"Laufen nebeneinander: {context.Names(operation.BeforeIds)}",
            OperationKind.Serialised => $"Folgen aufeinander: {context.Names(operation.BeforeIds)}",
            OperationKind.GatewaysAdded => $"Neue Verzweigung mit Zusammenführung: {context.NewNames(operation.AfterIds)}",
            OperationKind.GatewaysRemoved => $"Verzweigung mit Zusammenführung entfällt: {context.Names(operation.BeforeIds)}",
            OperationKind.BranchAdded => $"Neuer Zweig: {Words.Labels(operation.NewValue)}",
            OperationKind.BranchRemoved => $"Zweig entfällt: {Words.Labels(operation.OldValue)}",
            OperationKind.LoopAdded => $"Neuer Rücksprung: {Words.Labels(operation.NewValue)}",
            OperationKind.LoopRemoved => $"Rücksprung entfällt: {Words.Labels(operation.OldValue)}",
            OperationKind.SubProcessExtracted => $"In einen Teilprozess ausgelagert: {context.Names(operation.BeforeIds)}",
            OperationKind.SubProcessInlined => $"Teilprozess aufgelöst: {context.Names(operation.BeforeIds)}",
            OperationKind.FlowChanged => $"Andere Folge: {Words.Labels(operation.OldValue)} wird {Words.Labels(operation.NewValue)}",
            OperationKind.DefaultFlowChanged => $"{name}: Standardweg {Quote(Words.Labels(operation.OldValue))} → {Quote(Words.Labels(operation.NewValue))}",
            OperationKind.DocumentHeadChanged => $"Modell: {Words.Attribute(operation.Attribute)} {Quote(operation.OldValue)} → {Quote(operation.NewValue)}",
            OperationKind.FlowAdded => $"Neue Folge: {Words.Labels(operation.NewValue)}",
            OperationKind.FlowRemoved => $"Folge entfällt: {Words.Labels(operation.OldValue)}",
            OperationKind.MessageFlowChanged => operation.OldValue is null ? $"Neuer Nachrichtenfluss: {Quote(operation.NewValue)}" : $"Nachrichtenfluss entfällt: {Quote(operation.OldValue)}",
            OperationKind.DataChanged => operation.OldValue is null ? $"Neues Datenobjekt: {Quote(operation.NewValue)}" : $"Datenobjekt entfällt: {Quote(operation.OldValue)}",
            OperationKind.ConditionChanged when operation.Attribute == "probability" => $"{name}: Anteil {Share(operation.OldValue)} → {Share(operation.NewValue)}",
            OperationKind.TimeChanged => $"{name}: {Words.Attribute(operation.Attribute)} {Durations.German(operation.OldValue)} → {Durations.German(operation.NewValue)}",
            _ => $"{name}: {Words.Attribute(operation.Attribute)} {Quote(Words.Value(operation.Attribute, operation.OldValue))} → {Quote(Words.Value(operation.Attribute, operation.NewValue))}",
        };
    }

    private static string Share(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) ? share.ToString("P0", German) : "–";

    // A label may hold line breaks; a bullet must not.
    private static string Quote(string? text) => string.IsNullOrEmpty(text) ? "–" : $"„{string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}“";

    private sealed record Context(GraphIndex Before, GraphIndex After)
    {
        public string Name(Operation operation)
        {
            var old = operation.BeforeIds.Count == 1 ? Label(Before, operation.BeforeIds[0]) : null;
            var now = operation.AfterIds.Count == 1 ? Label(After, operation.AfterIds[0]) : null;
            return Quote(old ?? now);
        }

        public string Names(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => Quote(Label(Before, id))));

        public string NewNames(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => Quote(Label(After, id))));

        public string Role(Operation operation)
        {
            var (index, id) = operation.AfterIds.Count == 1 ? (After, operation.AfterIds[0]) : (Before, operation.BeforeIds[0]);
            return index.Node(id) is { } node && index.RoleOf(node) is { } role ? $" ({role})" : "";
        }

        private static string Label(GraphIndex index, string id)
        {
            if (index.Node(id) is { } node) return node.Name is { Length: > 0 } name ? name : Words.Kind(node.Kind);
            var flow = index.Graph.Flows.FirstOrDefault(candidate => candidate.Id == id);
            if (flow is null) return index.Graph.Lanes.FirstOrDefault(lane => lane.Id == id)?.Name ?? index.Graph.Pools.FirstOrDefault(pool => pool.Id == id)?.Name ?? index.Graph.Processes.FirstOrDefault(process => process.Id == id)?.Name ?? id;
            return $"{End(index, flow.SourceId)} → {End(index, flow.TargetId)}";
        }

        private static string End(GraphIndex index, string? id) => index.Node(id) is { } node ? node.Name is { Length: > 0 } name ? name : Words.Kind(node.Kind) : "?";
    }
}
