using System.Text.RegularExpressions;
using GpmTool.Analysis;
using GpmTool.Model;

namespace GpmTool.Reports.Tests.Claims;

/// <summary>The claims with values: facts of entries, the summary, the table on top.</summary>
internal sealed partial class ClaimCheck
{
    private void Fact(ReportFact fact, ReportItem item)
    {
        fact.Label.ShouldNotBeNullOrWhiteSpace();
        if (item.BeforeIds.Count == 0 && item.AfterIds.Count == 0)
        {
            fact.Before.ShouldBe(Shown(fact.Code == "name" ? pair.Before.Name : pair.Before.Description));
            fact.After.ShouldBe(Shown(fact.Code == "name" ? pair.After.Name : pair.After.Description));
            return;
        }

        if (item.BeforeIds.Count > 0) IsValue(fact.Code, fact.Before, _before, _before.Element(item.BeforeIds[0])).ShouldBeTrue($"{pair}: {item.Sentence}: {fact.Label}: {fact.Before}");
        else fact.Before.ShouldBeNull();
        if (item.AfterIds.Count > 0) IsValue(fact.Code, fact.After, _after, _after.Element(item.AfterIds[0])).ShouldBeTrue($"{pair}: {item.Sentence}: {fact.Label}: {fact.After}");
        else fact.After.ShouldBeNull();
    }

    private bool IsValue(string code, string? text, Facts graph, GraphElement element)
    {
        var gpm = (element as FlowNode)?.Gpm;
        var node = element as FlowNode;
        switch (code)
        {
            case "role": return text == Shown(element is Lane lane ? lane.Name : graph.RoleOf(node!));
            case "organisationUnit": return text == Shown(element is Lane unit ? unit.OrganisationUnit : gpm?.OrganisationUnit);
            case "processingTime": return IsTime(text, gpm?.ProcessingTime);
            case "waitingTime": return IsTime(text, gpm?.WaitingTime);
            case "transportTime": return IsTime(text, gpm?.TransportTime);
            case "arrivals": return IsTime(text, ((BpmnProcess)element).Gpm?.Arrivals);
            case "casesPerYear": return text is null ? ((BpmnProcess)element).Gpm?.CasesPerYear is null : Math.Abs(grammar.Number(text) - ((BpmnProcess)element).Gpm!.CasesPerYear!.Value) < 0.01;
            case "cost": return text is null ? gpm?.Cost is null : gpm!.Cost is { } cost && text.EndsWith(cost.Currency, StringComparison.Ordinal) && Math.Abs(grammar.Number(text[..^4]) - (double)cost.Amount) < 0.005;
            case "automation": return text is null ? gpm?.Automation is null : Equals(grammar.Values[text], gpm!.Automation);
            case "isExecutable": return Equals(grammar.Values[text!], ((BpmnProcess)element).IsExecutable);
            case "rag": return text == gpm?.Rag?.ToString();
            case "description": return text == Shown(gpm?.Description);
            case "documentation": return text == Shown(element.Documentation);
            case "name": return text == Shown(element.Name);
            case "text": return text == Shown((element as Artifact)?.Text);
            case "condition": return text == Shown((element as SequenceFlow)?.Condition?.Text);
            case "probability": return text is null ? (element as SequenceFlow)?.Probability is null : Math.Abs(grammar.Number(text.Replace(grammar.Percent, "")) - ((SequenceFlow)element).Probability!.Value.Value * 100) <= 0.5;
            case "systems": return IsSet(text, gpm?.Systems ?? default);
            case "legalBases": return IsSet(text, (gpm?.LegalBases ?? default).Select(basis => basis.Citation));
            case "risks": return IsSet(text, (gpm?.Risks ?? default).Select(risk => risk.Description));
            case "documents": return IsDocuments(text, gpm?.Documents ?? default);
            case "place": return graph.Stands(text!, element.Id);
            case "ways": return IsWays(text!, graph, node!);
            case "default": return text is null ? node!.DefaultFlowId is null : node!.DefaultFlowId is { } id && graph.Element(id) is SequenceFlow flow && graph.Names(text[(text.LastIndexOf(": ", StringComparison.Ordinal) is var at and >= 0 && !graph.Names(text, flow.TargetId!) ? at + 2 : 0)..], flow.TargetId!);
            case "medium": return Equals(grammar.Values[text!], ((DataElement)element).Medium);
            // Words for kinds: two kinds must not share one, and nothing else may be said.
            case "kind" or "event" or "loop" or "responsibilities" or "calledProcess" or "staffing": return text is null or { Length: > 0 };
            default: return text is null;
        }
    }

    private bool IsTime(string? text, TimeDistribution? time) => text is null ? time is null : grammar.IsDuration(text, time!.ExpectedTime()!.Value);

    private static bool IsSet(string? text, IEnumerable<string> items)
    {
        var expected = items.Select(Grammar.Line).Distinct().Order(StringComparer.Ordinal).ToList();
        return text is null ? expected.Count == 0 : text == string.Join("; ", expected);
    }

    private bool IsDocuments(string? text, ValueList<DocumentUse> documents)
    {
        if (text is null) return documents.IsEmpty;
        var said = new HashSet<(string, DataDirection, Medium)>();
        foreach (Match match in Regex.Matches(text, @"(?:^|; )(\w+) (.+?) \(([^()]+)\)(?=; |$)"))
            said.Add((match.Groups[2].Value, (DataDirection)grammar.Values[match.Groups[1].Value], (Medium)grammar.Values[match.Groups[3].Value]));
        return said.SetEquals(documents.Select(document => (Grammar.Line(document.Name), document.Direction, document.Medium)));
    }

    private bool IsWays(string text, Facts graph, FlowNode node)
    {
        var flows = graph.Graph.Flows.Where(flow => flow.SourceId == node.Id).ToList();
        foreach (var flow in flows)
        {
            var share = flow.Probability is { } probability ? Math.Round(probability.Value * 100, MidpointRounding.AwayFromZero) + grammar.Percent : null;
            var (label, target) = (Shown(flow.Name), flow.TargetId!);
            var head = label is null ? share is null ? "" : $"{share}: " : share is null ? $"{label}: " : $"{label} ({share}): ";
            if (!text.StartsWith(head, StringComparison.Ordinal)) return false;
            text = text[head.Length..];
            var last = flow == flows[^1];
            var way = last ? text : Facts.Cuts(text, "; ").Select(cut => cut.Left).FirstOrDefault(left => graph.Names(left, target));
            if (way is null || !graph.Names(way, target)) return false;
            text = last ? "" : text[(way.Length + 2)..];
        }

        return text.Length == 0;
    }

    private static double? CasesOf(Facts graph) => graph.Graph.Processes.FirstOrDefault(process => process.Id == new GraphIndex(graph.Graph).MainProcessId)?.Gpm?.CasesPerYear;

    // One side has more than three times the cases of the other.
    private bool AreApart => CasesOf(_before) is > 0 and var old && CasesOf(_after) is > 0 and var now && (old > 3 * now || now > 3 * old);

    private void CasesApart(string text, KeyFigures a, KeyFigures b)
    {
        var match = Regex.Match(text, @"\(([\d.,]+) (?:gegen|against) ([\d.,]+) (?:Fälle im Jahr|cases a year)\)");
        match.Success.ShouldBe(AreApart, text);
        if (!AreApart) return;
        (grammar.Number(match.Groups[1].Value), grammar.Number(match.Groups[2].Value)).ShouldBe((CasesOf(_before)!.Value, CasesOf(_after)!.Value), text);
        var (old, now) = (CasesOf(_before) * a.ExpectedProcessingTime?.TotalHours, CasesOf(_after) * b.ExpectedProcessingTime?.TotalHours);
        var year = Regex.Match(text, @"(?:Bearbeitungszeit im Jahr|processing time of a year) (sinkt|steigt|falls|rises) (?:von|from) ([\d.,]+) (?:auf|to) ([\d.,]+) (?:Stunden|hours)");
        if (!year.Success)
        {
            (now - old is { } change ? Math.Abs(change) : 0).ShouldBeLessThanOrEqualTo(1, text);
            return;
        }

        (year.Groups[1].Value is "sinkt" or "falls").ShouldBe(now < old, text);
        grammar.Number(year.Groups[2].Value).ShouldBe(old!.Value, 0.51, text);
        grammar.Number(year.Groups[3].Value).ShouldBe(now!.Value, 0.51, text);
    }

    private void Summary()
    {
        var text = report.Summary;
        if (report.Result.Operations.Count == 0)
        {
            text.ShouldBe(grammar == Grammar.German ? "Die beiden Modelle stimmen überein." : "The two models are equal.");
            return;
        }

        if (!report.Items.Any())
        {
            text.ShouldMatch(report.Technical.Count == 1 ? "eine technische|one technical" : $@"\b{report.Technical.Count} (technische|technical)");
            return;
        }

        var found = report.Result.Correspondences.SelectMany(match => match.BeforeIds).ToHashSet();
        var known = report.Result.Correspondences.SelectMany(match => match.AfterIds).ToHashSet();
        var (steps, now) = (_before.Steps.ToList(), _after.Steps.ToList());
        var gone = steps.Count(step => !found.Contains(step.Id));
        Claim(@"(\d+) von (\d+) Schritt\w* entf|(\d+) of (\d+) steps? (?:is|are) dropped", gone > 0, gone, steps.Count);
        Claim(@"(\d+) Schritte? komm\w+ neu|(\d+) steps? (?:is|are) new", now.Exists(step => !known.Contains(step.Id)), now.Count(step => !known.Contains(step.Id)));
        Claim(@"(\d+) finde\w+ sich wieder|(\d+) (?:is|are) found again", steps.Count > gone && (gone > 0 || now.Exists(step => !known.Contains(step.Id))), steps.Count - gone);
        var (a, b) = (KeyFigures.Of(pair.Before), KeyFigures.Of(pair.After));
        CasesApart(text, a, b);
        Claim(@"(\d+) Medienbr\w+|(\d+) media breaks?", !AreApart && a.MediaBreaks != b.MediaBreaks, Math.Abs(b.MediaBreaks - a.MediaBreaks));
        Claim(@"(\d+) Übergaben? |(\d+) handovers? ", !AreApart && a.Handovers != b.Handovers, Math.Abs(b.Handovers - a.Handovers));
        if (!AreApart && a.MediaBreaks != b.MediaBreaks) Regex.IsMatch(text, @"(Medienbr\w+ f[aä]ll|media breaks? go)").ShouldBe(b.MediaBreaks < a.MediaBreaks, text);
        if (!AreApart && a.Handovers != b.Handovers) Regex.IsMatch(text, @"(Übergaben? f[aä]ll|handovers? go)").ShouldBe(b.Handovers < a.Handovers, text);
        Changes("Durchlaufzeit je Vorgang (sinkt|steigt)|cycle time of a case (falls|rises)", a.ExpectedCycleTime, b.ExpectedCycleTime);
        Changes("Bearbeitungszeit je Vorgang (sinkt|steigt)|processing time of a case (falls|rises)", a.ExpectedProcessingTime, b.ExpectedProcessingTime);
        var (automatic, automaticNow) = (steps.Count(step => step.Gpm?.Automation == Automation.Automatic), now.Count(step => step.Gpm?.Automation == Automation.Automatic));
        Claim(@"(\d+) von (\d+) Schritten l\w+ automatisch \(vorher (\d+) von (\d+)\)|(\d+) of (\d+) steps runs? automatically \(before: (\d+) of (\d+)\)", automatic != automaticNow, automaticNow, now.Count, automatic, steps.Count);

        void Claim(string pattern, bool isExpected, params int[] numbers)
        {
            var match = Regex.Match(text, pattern);
            match.Success.ShouldBe(isExpected, $"{pattern}: {text}");
            if (isExpected) match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => int.Parse(group.Value)).ShouldBe(numbers, text);
        }

        void Changes(string pattern, TimeSpan? old, TimeSpan? time)
        {
            var percent = old is { TotalSeconds: > 0 } was && time is { } becomes ? (int)Math.Round(Math.Abs(becomes.TotalSeconds - was.TotalSeconds) / was.TotalSeconds * 100, MidpointRounding.AwayFromZero) : 0;
            var match = Regex.Match(text, $@"(?:{pattern}) (?:um|by) (\d+)\s?% (?:auf|to) ([\d.,]+ [\w.]+(?: \d+ [\w.]+?)?)(?=[,.;]?(?: |$)|[.]$)");
            match.Success.ShouldBe(percent > 0 && !AreApart, $"{pattern}: {text}");
            if (percent == 0 || AreApart) return;
            (match.Groups[1].Value + match.Groups[2].Value is "sinkt" or "falls").ShouldBe(time < old, text);
            int.Parse(match.Groups[3].Value).ShouldBe(percent, text);
            // German short units end with a full stop, which also ends the sentence.
            var spoken = match.Groups[4].Value.TrimEnd('.');
            if (grammar == Grammar.German && !grammar.Day.Contains(spoken.Split(' ')[^1])) spoken += ".";
            grammar.IsDuration(spoken, time!.Value).ShouldBeTrue($"{spoken}: {text}");
        }
    }

    private void Overview()
    {
        foreach (var row in report.Overview)
        {
            Side(row.Code, row.Before, _before);
            Side(row.Code, row.After, _after);
        }

        void Side(string code, string? text, Facts graph)
        {
            var nodes = graph.Graph.Nodes;
            var main = graph.Graph.Processes.FirstOrDefault(process => process.Id == graph.Main);
            IEnumerable<string> expected = code switch
            {
                "about" => (Shown(graph.Graph.Description ?? main?.Documentation) is { } about ? [about] : []),
                "casesPerYear" => [],
                "roles" => graph.Steps.Select(graph.RoleOf).OfType<string>().Select(Grammar.Line),
                "partners" => graph.Graph.Pools.Where(pool => pool.ProcessId != graph.Main && !string.IsNullOrWhiteSpace(pool.Name)).Select(pool => Grammar.Line(pool.Name!)),
                "paper" => graph.Steps.SelectMany(step => step.Gpm?.Documents ?? default).Where(document => document.Medium == Medium.Paper).Select(document => Grammar.Line(document.Name)),
                "systems" => graph.Steps.SelectMany(step => step.Gpm?.Systems ?? default).Select(Grammar.Line),
                "starts" => nodes.Where(node => node.ParentId == graph.Main && node.Kind == NodeKind.StartEvent && !string.IsNullOrWhiteSpace(node.Name)).Select(node => grammar.Quoted(node.Name!)),
                "ends" => nodes.Where(node => node.ParentId == graph.Main && node.Kind == NodeKind.EndEvent && !string.IsNullOrWhiteSpace(node.Name)).Select(node => grammar.Quoted(node.Name!)),
                "automatic" => graph.Steps.Where(step => step.Gpm?.Automation == Automation.Automatic && !string.IsNullOrWhiteSpace(step.Name)).Select(step => grammar.Quoted(step.Name!)),
                "recordedRisks" => graph.Steps.SelectMany(step => (step.Gpm?.Risks ?? default).Select(risk => Grammar.Line(risk.Description))),
                "decisions" => [],
                "waits" => Longest(text, graph, step => (step.Gpm?.WaitingTime?.ExpectedTime() ?? TimeSpan.Zero) + (step.Gpm?.TransportTime?.ExpectedTime() ?? TimeSpan.Zero)),
                "efforts" => Longest(text, graph, step => step.Gpm?.ProcessingTime?.ExpectedTime() ?? TimeSpan.Zero),
                _ => throw new ShouldAssertException($"Nobody checks {code}."),
            };
            foreach (var word in expected) text.ShouldNotBeNull(code).ShouldContain(word);
            switch (code)
            {
                case "casesPerYear": (text is null ? main?.Gpm?.CasesPerYear is null : Math.Abs(grammar.Number(text) - main!.Gpm!.CasesPerYear!.Value) < 0.01).ShouldBeTrue(text); break;
                case "decisions":
                    foreach (Match match in Regex.Matches(text ?? "", $"{grammar.Open}.*?{grammar.Close}")) nodes.Any(node => node.Kind.IsGateway() && node.Name is { } name && grammar.Quoted(name) == match.Value && graph.Graph.Flows.Count(flow => flow.SourceId == node.Id) > 1).ShouldBeTrue(match.Value);
                    break;
                // Nothing but what is expected: as many items as there are different ones.
                case "roles" or "partners": (text?.Length ?? 0).ShouldBe(string.Join(", ", expected.Distinct()).Length, text); break;
            }
        }
    }

    // The three longest, longest first, each with its time.
    private IEnumerable<string> Longest(string? text, Facts graph, Func<FlowNode, TimeSpan> time)
    {
        var longest = graph.Steps.Select(time).Where(length => length > TimeSpan.Zero).OrderDescending().Take(3).ToList();
        if (longest.Count == 0)
        {
            text.ShouldBeNull();
            return [];
        }

        var parts = Regex.Split(text!, @"; (?=\d)");
        parts.Length.ShouldBe(longest.Count, text);
        for (var i = 0; i < parts.Length; i++)
        {
            var at = parts[i].IndexOf(grammar.At, StringComparison.Ordinal);
            grammar.IsDuration(parts[i][..at], longest[i]).ShouldBeTrue(text);
            graph.Steps.Any(step => time(step) == longest[i] && graph.Names(parts[i][(at + grammar.At.Length)..], step.Id)).ShouldBeTrue(text);
        }

        return [];
    }
}
