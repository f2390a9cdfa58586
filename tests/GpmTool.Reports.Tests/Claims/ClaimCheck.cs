using System.Text.RegularExpressions;
using GpmTool.Analysis;
using GpmTool.Model;

namespace GpmTool.Reports.Tests.Claims;

/// <summary>Holds every claim of a report against the two graphs.</summary>
internal sealed partial class ClaimCheck(Pair pair, ComparisonReport report, Grammar grammar)
{
    private readonly Facts _before = new(pair.Before, grammar);
    private readonly Facts _after = new(pair.After, grammar);

    public void All()
    {
        for (var i = 0; i < report.Sentences.Count; i++) Sentence(report.Sentences[i], report.Result.Operations[i].BeforeIds, report.Result.Operations[i].AfterIds);
        foreach (var item in report.Items.Concat(report.Technical))
        {
            Sentence(item.Sentence, item.BeforeIds, item.AfterIds);
            foreach (var fact in item.Facts) Fact(fact, item);
            Tone(item);
        }

        Counts();
        Sections();
        Figures();
        Summary();
        Overview();
        foreach (var presumed in report.Presumed)
        {
            _before.Names(presumed.Before, presumed.BeforeId).ShouldBeTrue(presumed.Before);
            _after.Names(presumed.After, presumed.AfterId).ShouldBeTrue(presumed.After);
        }
    }

    /// <summary>A sentence is true of these elements.</summary>
    public void Sentence(string text, IReadOnlyList<string> before, IReadOnlyList<string> after) => IsTrue(text, before, after).ShouldBeTrue($"{pair}: {text} [{string.Join(',', before)}] [{string.Join(',', after)}]");

    public bool IsTrue(string text, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (After(text, grammar.New) is { } come) return before.Count == 0 && after.Count > 0 && Whole(come, after, _after);
        if (After(text, grammar.Gone) is { } gone) return after.Count == 0 && before.Count > 0 && Whole(gone, before, _before);
        if (Two(text, grammar.Renamed).Any(cut => _before.Describes(cut.Left, before[0]) && cut.Right == grammar.Quoted(_after.Element(after[0]).Name!) && _before.Element(before[0]).Name != _after.Element(after[0]).Name)) return true;
        if (Two(text, grammar.Became).Any(cut => _before.Describes(cut.Left, before[0]) && _after.Describes(cut.Right, after[0]) && cut.Left != cut.Right)) return true;
        if (After(text, grammar.Moved.Item1) is { } moved) return Facts.Cuts(moved, grammar.Moved.Item2).Any(cut => _before.Describes(cut.Left, before[0]) && Facts.Cuts(cut.Right, grammar.Moved.Item3).Any(places => _after.Stands(places.Left, after[0]) && _before.Stands(places.Right, before[0])));
        if (After(text, grammar.Swapped) is { } swapped) return _before.Lists(swapped, before) && Follows(_before, before[0], before[1]) && Follows(_after, after[1], after[0]);
        if (Two(text, grammar.Replaced).Any(cut => Both(cut, before, after))) return true;
        if (Two(text, grammar.Merged).Any(cut => Both(cut, before, after))) return before.Count > after.Count;
        if (Two(text, grammar.Split).Any(cut => Both(cut, before, after))) return after.Count > before.Count;
        if (After(text, grammar.Parallel) is { } parallel) return _before.Lists(parallel, before) && before.Skip(1).Index().All(step => Follows(_before, before[step.Index], step.Item));
        if (After(text, grammar.Serial) is { } serial) return _before.Lists(serial, before) && after.Skip(1).Index().All(step => Follows(_after, after[step.Index], step.Item));
        if (After(text, grammar.Extracted) is { } put) return Facts.Cuts(put, ": ").Any(cut => _after.Describes(cut.Left, after[0]) && _before.Lists(cut.Right, before)) && after.Skip(1).All(id => ((FlowNode)_after.Element(id)).ParentId == after[0]);
        if (Two(text, grammar.Inlined).Any(cut => _before.Describes(cut.Left, before[0]) && _after.Lists(cut.Right, after))) return before.Skip(1).All(id => ((FlowNode)_before.Element(id)).ParentId == before[0]);
        if (After(text, grammar.Changed) is not { } changed) return false;
        if (Facts.Cuts(changed, grammar.Led).Any(cut => _before.Describes(cut.Left, before[0]) && Facts.Cuts(cut.Right, grammar.To).Any(ends => Ends(ends.Left, ends.Right, after[0])))) return true;
        if (before.Count == 0 && after.Count == 0) return changed.StartsWith(grammar.Model, StringComparison.Ordinal) && Differs(changed[grammar.Model.Length..], null, null);
        for (var end = changed.Length; end > 0; end = changed.LastIndexOf(", ", end - 1, StringComparison.Ordinal))
            if (_before.Describes(changed[..end], before[0]) && Differs(changed[end..], before[0], after[0])) return true;
        return false;
    }

    // ", label: old → new", ", label" or nothing: in each case both elements have to differ.
    private bool Differs(string text, string? before, string? after)
    {
        if (before is not null && Equals(_before.Element(before), _after.Element(after!) with { Id = before }) && RoleOf(_before, before) == RoleOf(_after, after!)) return false;
        if (text.Length == 0) return true;
        if (report.Items.Concat(report.Technical).SelectMany(item => item.Facts).Concat(Labels()).Select(fact => fact.Label).Distinct().Contains(text[2..])) return true;
        return report.Items.Concat(report.Technical).Where(item => before is null ? item.BeforeIds.Count == 0 && item.AfterIds.Count == 0 : item.BeforeIds.Contains(before)).SelectMany(item => item.Facts.Concat(Renaming(item)))
            .Any(fact => text == $", {fact.Label}: {fact.Before ?? "–"} → {fact.After ?? "–"}");
    }

    // A lane can go on under its id with another name: then the steps in it have another role and are else the same.
    private static string? RoleOf(Facts graph, string id) => graph.Element(id) is FlowNode node ? graph.RoleOf(node) : null;

    private static IEnumerable<ReportFact> Labels() =>
        new[] { "Technische Angabe", "Technical detail", "Angaben eines anderen Werkzeugs", "Data of another tool", "Leerzeichen der Bezeichnung", "Spaces of the label", "Bearbeitungszeit", "Liegezeit", "Transportzeit", "Processing time", "Waiting time", "Transport time",
            "Stelle im Ablauf", "Place in the flow", "Auslöser", "Trigger", "Dokumente", "Documents", "Wiederholung", "Repetition", "Risiken", "Risks", "Rechtsgrundlagen", "Legal bases", "Weg, wenn keine Bedingung zutrifft", "Way if no condition holds" }
            .Select(label => new ReportFact("", label, null, null));

    // An item that was renamed names both sides; its facts leave the label out.
    private IEnumerable<ReportFact> Renaming(ReportItem item)
    {
        if (item.BeforeIds.Count != 1 || item.AfterIds.Count != 1 || !_before.Has(item.BeforeIds[0]) || !_after.Has(item.AfterIds[0])) yield break;
        var (old, now) = (_before.Element(item.BeforeIds[0]).Name, _after.Element(item.AfterIds[0]).Name);
        foreach (var label in (string[])["Bezeichnung", "Label"]) yield return new ReportFact("name", label, Shown(old), Shown(now));
    }

    private bool Whole(string text, IReadOnlyList<string> ids, Facts graph) =>
        graph.Describes(text, ids[0]) || (text.EndsWith(grammar.WithJoin, StringComparison.Ordinal) && ids.Count == 2 && graph.Describes(text[..^grammar.WithJoin.Length], ids[0]) && graph.Element(ids[1]) is FlowNode join && join.Kind.IsGateway());

    private bool Both((string Left, string Right) cut, IReadOnlyList<string> before, IReadOnlyList<string> after) => _before.Lists(cut.Left, before) && _after.Lists(cut.Right, after);

    private bool Ends(string from, string to, string id)
    {
        var (source, target) = _after.Element(id) is SequenceFlow flow ? (flow.SourceId, flow.TargetId) : (((MessageFlow)_after.Element(id)).SourceId, ((MessageFlow)_after.Element(id)).TargetId);
        return _after.Describes(from, source!) && _after.Describes(to, target!);
    }

    private static bool Follows(Facts graph, string first, string second) => graph.Graph.Flows.Any(flow => flow.SourceId == first && flow.TargetId == second);

    private static string? After(string text, string head) => text.StartsWith(head, StringComparison.Ordinal) ? text[head.Length..] : null;

    private static IEnumerable<(string Left, string Right)> Two(string text, (string Head, string Middle) words) => After(text, words.Head) is { } rest ? Facts.Cuts(rest, words.Middle) : [];

    private static string? Shown(string? text) => string.IsNullOrWhiteSpace(text) ? null : Grammar.Line(text);

    private void Tone(ReportItem item)
    {
        if (item.Tone == ReportTone.Added) item.BeforeIds.ShouldBeEmpty(item.Sentence);
        if (item.Tone == ReportTone.Removed) item.AfterIds.ShouldBeEmpty(item.Sentence);
        item.BeforeIds.ShouldAllBe(id => _before.Has(id));
        item.AfterIds.ShouldAllBe(id => _after.Has(id));
    }

    // Every operation is in one entry, and the entries are numbered in reading order.
    private void Counts()
    {
        report.Items.Concat(report.Technical).SelectMany(item => item.Operations).Select(operation => operation.Key + operation.Digest).Order(StringComparer.Ordinal)
            .ShouldBe(report.Result.Operations.Select(operation => operation.Key + operation.Digest).Order(StringComparer.Ordinal));
        report.Sections.SelectMany(section => section.Items).Select(item => item.Number).ShouldBe(Enumerable.Range(1, report.Items.Count()).Select(number => (int?)number));
    }

    // The sections share out all nodes; each counts its steps, and has the entries about its nodes.
    private void Sections()
    {
        report.Sections.SelectMany(section => section.BeforeIds).Order(StringComparer.Ordinal).ShouldBe(pair.Before.Nodes.Select(node => node.Id).Order(StringComparer.Ordinal), pair.Name);
        report.Sections.SelectMany(section => section.AfterIds).Order(StringComparer.Ordinal).ShouldBe(pair.After.Nodes.Select(node => node.Id).Order(StringComparer.Ordinal), pair.Name);
        foreach (var section in report.Sections)
        {
            if (section.BeforeIds.Count + section.AfterIds.Count > 0)
            {
                var numbers = Numbers().Matches(section.Intro.Split('.')[0]).Select(match => int.Parse(match.Value)).ToList();
                numbers.ShouldBe([section.BeforeIds.Count(id => _before.Element(id) is FlowNode node && Facts.IsStep(node)), section.AfterIds.Count(id => _after.Element(id) is FlowNode node && Facts.IsStep(node))], section.Intro);
                foreach (var role in section.AfterIds.Select(_after.Element).OfType<FlowNode>().Where(Facts.IsStep).Select(_after.RoleOf).OfType<string>().Distinct()) section.Intro.ShouldContain(Grammar.Line(role));
            }

            foreach (Match label in Regex.Matches(section.Heading, $"{grammar.Open}.*?{grammar.Close}"))
                pair.Before.Nodes.Concat<GraphElement>(pair.After.Nodes).Concat(pair.Before.Pools).Concat(pair.After.Pools).Concat(pair.Before.Processes).Concat(pair.After.Processes).Any(element => element.Name is { Length: > 0 } name && grammar.Quoted(name) == label.Value).ShouldBeTrue(section.Heading);
            foreach (var item in section.Items)
                foreach (var id in item.AfterIds.Where(id => item.AfterIds.Count == 1 && _after.Element(id) is FlowNode)) section.AfterIds.ShouldContain(id, item.Sentence);
        }
    }

    private void Figures()
    {
        var (old, now) = (KeyFigures.Of(pair.Before), KeyFigures.Of(pair.After));
        foreach (var row in report.Figures)
        {
            switch (row.Code)
            {
                case "expectedCycleTime": Times(row, old.ExpectedCycleTime, now.ExpectedCycleTime); break;
                case "expectedProcessingTime": Times(row, old.ExpectedProcessingTime, now.ExpectedProcessingTime); break;
                case "automationShare": Values(row, old.AutomationShare * 100, now.AutomationShare * 100, 0.51); break;
                case "yearlyProcessingTime":
                    AreApart.ShouldBeTrue();
                    Values(row, CasesOf(_before) * old.ExpectedProcessingTime?.TotalHours, CasesOf(_after) * now.ExpectedProcessingTime?.TotalHours, 1.01);
                    break;
                case "cost": Values(row, (double?)old.Cost, (double?)now.Cost, 0.005); break;
                default:
                    var property = typeof(KeyFigures).GetProperty(char.ToUpperInvariant(row.Code[0]) + row.Code[1..])!;
                    Values(row, (int)property.GetValue(old)!, (int)property.GetValue(now)!, 0);
                    break;
            }
        }

        report.Figures.First(row => row.Code == "steps").Before.ShouldBe(_before.Steps.Count().ToString(System.Globalization.CultureInfo.InvariantCulture));
        report.Figures.First(row => row.Code == "steps").After.ShouldBe(_after.Steps.Count().ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private void Times(FigureRow row, TimeSpan? old, TimeSpan? now)
    {
        (row.Before == "–" ? old is null : grammar.IsDuration(row.Before, old!.Value)).ShouldBeTrue(row.Before);
        (row.After == "–" ? now is null : grammar.IsDuration(row.After, now!.Value)).ShouldBeTrue(row.After);
        if (old is null || now is null) row.Change.ShouldBe("–");
        else if (old == now) row.Change.ShouldBe("0");
        else ((row.Change[0] == '−') == now < old && grammar.IsDuration(row.Change[1..], (now.Value - old.Value).Duration())).ShouldBeTrue(row.Change);
        row.Verdict.ShouldBe(AreApart ? Verdict.Open : now < old ? Verdict.Better : now > old ? Verdict.Worse : Verdict.Open);
    }

    private void Values(FigureRow row, double? old, double? now, double tolerance)
    {
        if (old is { } was) Value(row.Before).ShouldBe(was, tolerance, row.Name);
        else row.Before.ShouldBe("–");
        if (now is { } becomes) Value(row.After).ShouldBe(becomes, tolerance, row.Name);
        else row.After.ShouldBe("–");
        if (now - old is { } change) Value(row.Change).ShouldBe(change, tolerance, row.Name);
        else row.Change.ShouldBe("–");
        var isJudged = row.Code == "yearlyProcessingTime" || (!AreApart && row.Code is ("mediaBreaks" or "handovers" or "cost"));
        row.Verdict.ShouldBe(!isJudged || now is null || old is null || now == old ? Verdict.Open : now < old ? Verdict.Better : Verdict.Worse);
    }

    private double Value(string text) => grammar.Number(text.Replace(grammar.Percent, "").Replace(" EUR", "").Replace($" {grammar.Hour}", ""));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
