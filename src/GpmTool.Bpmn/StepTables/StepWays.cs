using System.Text.RegularExpressions;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// Reads the cells "Weiter mit": nothing (the next row), numbers or names of steps, "Ende", each with a condition where it has one,
/// as in "4 (ja); 7 (nein)", "4: ja" or "ja → 4".
/// </summary>
internal sealed partial class StepWays
{
    private static readonly char[] Separators = [';', '\n', '\r'];

    private readonly StepRows _rows;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> _names = new(StringComparer.Ordinal);

    private StepWays(StepRows rows)
    {
        _rows = rows;
        for (var i = 0; i < rows.Steps.Count; i++)
        {
            if (rows.Steps[i].Number.Length > 0) _numbers.TryAdd(rows.Steps[i].Number, i);
            var name = GermanText.Fold(rows.Steps[i].Step);
            if (!_names.TryGetValue(name, out var same)) _names[name] = same = [];
            same.Add(i);
        }
    }

    /// <summary>The ways of each step, in the order they are written. Faults go to the rows' faults.</summary>
    public static IReadOnlyList<IReadOnlyList<StepWay>> Read(StepRows rows)
    {
        var reader = new StepWays(rows);
        return [.. rows.Steps.Select((row, index) => reader.Ways(row, index))];
    }

    private List<StepWay> Ways(StepRow row, int index)
    {
        if (row.Next.Length == 0) return [new StepWay(index + 1 < _rows.Steps.Count ? index + 1 : null, null)];
        var ways = new List<StepWay>();
        foreach (var part in Parts(row.Next))
        {
            if (Way(row, part) is not { } way) continue;
            if (ways.Contains(way)) _rows.Faults.Add(TableFaults.NextDoubled(row.Row, part));
            else ways.Add(way);
        }

        if (ways.Count(way => way.Condition is null) > 1 && ways.Any(way => way.Condition is not null)) _rows.Faults.Add(TableFaults.ConditionsMixed(row.Row));
        return ways;
    }

    // A comma separates numbers only: names and conditions may hold one.
    private static string[] Parts(string next) => NumbersPattern().IsMatch(next)
        ? next.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : next.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private StepWay? Way(StepRow row, string part)
    {
        // The whole part first: a step's name may hold brackets and colons itself.
        if (Target(part, out var target, out var isAmbiguous)) return new StepWay(target, null);
        if (ConditionBehindPattern().Match(part) is { Success: true } behind && Target(behind.Groups["target"].Value, out target, out isAmbiguous))
            return new StepWay(target, behind.Groups["condition"].Value.Trim());
        if (ConditionBeforePattern().Match(part) is { Success: true } before && Target(before.Groups["target"].Value, out target, out isAmbiguous))
            return new StepWay(target, before.Groups["condition"].Value.Trim());
        _rows.Faults.Add(isAmbiguous ? TableFaults.NextAmbiguous(row.Row, part) : TableFaults.NextUnknown(row.Row, part));
        return null;
    }

    private bool Target(string text, out int? target, out bool isAmbiguous)
    {
        (target, isAmbiguous) = (null, false);
        var plain = StepRows.Plain(text);
        if (_numbers.TryGetValue(plain, out var index))
        {
            target = index;
            return true;
        }

        var folded = GermanText.Fold(plain);
        if (_names.TryGetValue(folded, out var same))
        {
            target = same[0];
            isAmbiguous = same.Count > 1;
            return !isAmbiguous;
        }

        return folded is "ende" or "end" or "fertig";
    }

    [GeneratedRegex(@"^\s*[\p{L}\d.]*\d[\p{L}\d.]*\s*(,\s*[\p{L}\d.]*\d[\p{L}\d.]*\s*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex NumbersPattern();

    [GeneratedRegex(@"^(?<target>.+?)\s*(?:\((?<condition>[^()]+)\)|:\s*(?<condition>.+))$", RegexOptions.CultureInvariant)]
    private static partial Regex ConditionBehindPattern();

    [GeneratedRegex(@"^(?<condition>.+?)\s*(?:→|->|=>|:)\s*(?<target>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ConditionBeforePattern();
}
