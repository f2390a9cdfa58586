using System.Globalization;
using System.Text.RegularExpressions;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>The steps of a table with what is recorded about them, and what was found in its cells.</summary>
internal sealed partial class StepRows
{
    private static readonly char[] ListSeparators = [';', '\n', '\r'];

    private readonly Dictionary<StepColumn, int> _columns = [];
    private readonly List<StepRow> _steps = [];
    private readonly List<Finding> _faults = [];
    private readonly List<Finding> _notes = [];

    /// <summary>The steps in the order of the rows.</summary>
    public IReadOnlyList<StepRow> Steps => _steps;

    /// <summary>What makes the table unusable; filled further while the ways are read.</summary>
    public List<Finding> Faults => _faults;

    /// <summary>What was left out or assumed.</summary>
    public List<Finding> Notes => _notes;

    /// <summary>Reads the rows; faults of single cells are collected.</summary>
    /// <exception cref="StepTableException">There is no heading or no step.</exception>
    public static StepRows Read(TableCells cells)
    {
        var rows = new StepRows();
        var heading = cells.Rows.Take(20).FirstOrDefault(row => row.Cells.Any(cell => StepColumns.Of(cell) == StepColumn.Step)) ?? throw StepTableException.Of(TableFaults.NoHeading());
        rows.Heading(heading);
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in cells.Rows.Where(row => row.Number > heading.Number)) rows.Step(row, numbers);
        if (rows._steps.Count == 0) throw StepTableException.Of(rows._faults.Count > 0 ? rows._faults : [TableFaults.Empty()]);
        return rows;
    }

    /// <summary>A number without blanks and a full stop at its end.</summary>
    public static string Plain(string number) => number.Trim().TrimEnd('.').Trim();

    private void Heading(TableRow heading)
    {
        for (var i = 0; i < heading.Cells.Count; i++)
        {
            var word = heading.Cells[i];
            if (word.Length == 0) continue;
            if (StepColumns.Of(word) is not { } column) _notes.Add(TableFaults.HeadingUnknown(heading.Number, word));
            else if (!_columns.TryAdd(column, i)) _faults.Add(TableFaults.HeadingDoubled(heading.Number, word));
        }
    }

    private void Step(TableRow row, Dictionary<string, int> numbers)
    {
        var step = Cell(row, StepColumn.Step);
        if (step.Length == 0)
        {
            _faults.Add(TableFaults.StepMissing(row.Number));
            return;
        }

        var number = _columns.ContainsKey(StepColumn.Number) ? Plain(Cell(row, StepColumn.Number)) : (_steps.Count + 1).ToString(CultureInfo.InvariantCulture);
        if (number.Length > 0 && !numbers.TryAdd(number, row.Number)) _faults.Add(TableFaults.NumberDoubled(row.Number, number, numbers[number]));
        var role = Cell(row, StepColumn.Role);
        _steps.Add(new StepRow
        {
            Row = row.Number,
            Number = number,
            Step = OneLine(step),
            Role = role.Length == 0 ? null : OneLine(role),
            Next = Cell(row, StepColumn.Next),
            Gpm = Attributes(row),
        });
    }

    private StepAttributes? Attributes(TableRow row)
    {
        var medium = MediumOf(row);
        var documents = List(row, StepColumn.Inputs).Select(name => new DocumentUse(name, DataDirection.Input, medium))
            .Concat(List(row, StepColumn.Outputs).Select(name => new DocumentUse(name, DataDirection.Output, medium))).ToValueList();
        if (medium != Medium.Unspecified && documents.IsEmpty) _notes.Add(TableFaults.MediumWithoutDocument(row.Number));
        var attributes = new StepAttributes
        {
            ProcessingTime = Minutes(row, StepColumn.Processing),
            WaitingTime = Minutes(row, StepColumn.Waiting),
            Documents = documents,
            Systems = List(row, StepColumn.Systems).ToValueList(),
            Description = Cell(row, StepColumn.Description) is { Length: > 0 } text ? text : null,
        };
        return attributes == new StepAttributes() ? null : attributes;
    }

    private TimeDistribution? Minutes(TableRow row, StepColumn column)
    {
        var text = Cell(row, column);
        if (text.Length == 0) return null;
        var match = MinutesPattern().Match(text);
        if (!match.Success || Number(match.Groups["min"].Value) is not { } min) return Refused();
        if (!match.Groups["max"].Success) return TimeDistribution.Constant(Duration(min));
        return Number(match.Groups["max"].Value) is { } max && max >= min ? TimeDistribution.Uniform(Duration(min), Duration(max)) : Refused();

        TimeDistribution? Refused()
        {
            _faults.Add(TableFaults.NotMinutes(row.Number, column, text));
            return null;
        }
    }

    // "1.000" may mean one or a thousand: it is no number here.
    private static double? Number(string text) =>
        ThousandPattern().IsMatch(text) || !double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 5_000_000 ? null : number;

    private static IsoDuration Duration(double minutes) => IsoDuration.From(TimeSpan.FromSeconds(Math.Round(minutes * 60)));

    private Medium MediumOf(TableRow row)
    {
        var text = Cell(row, StepColumn.Medium);
        switch (GermanText.Fold(text))
        {
            case "":
                return Medium.Unspecified;
            case "papier" or "paper" or "schriftlich" or "post":
                return Medium.Paper;
            case "digital" or "elektronisch" or "e mail" or "email" or "mail":
                return Medium.Digital;
            case "muendlich" or "verbal" or "telefon" or "telefonisch":
                return Medium.Verbal;
            default:
                _faults.Add(TableFaults.MediumUnknown(row.Number, text));
                return Medium.Unspecified;
        }
    }

    private string[] List(TableRow row, StepColumn column) =>
        Cell(row, column).Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Cell(TableRow row, StepColumn column) => _columns.TryGetValue(column, out var at) && at < row.Cells.Count ? row.Cells[at] : "";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^(?<min>\d+(?:[.,]\d+)?)(?:\s*(?:-|–|bis|to)\s*(?<max>\d+(?:[.,]\d+)?))?\s*(?:min(?:uten|utes)?\.?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MinutesPattern();

    [GeneratedRegex(@"^\d{1,3}[.,]\d{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex ThousandPattern();
}
