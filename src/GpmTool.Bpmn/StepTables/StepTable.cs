using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// A list of steps as offices keep it (XLSX or CSV), read as a process: one row a step, with role, next steps and what is recorded
/// about it. The graph has no layout.
/// </summary>
public static class StepTable
{
    /// <summary>The most bytes of a table; also of the parts inside an XLSX file once they are unpacked.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The most rows of a table.</summary>
    public const int MaxRows = 2_000;

    /// <summary>Reads a table. O(rows²) where work is parallel, O(rows) otherwise.</summary>
    /// <param name="content">An XLSX file (its first sheet) or CSV with comma, semicolon or tab, in UTF-8 or Windows-1252.</param>
    /// <param name="name">The name of the process, usually the file's name.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="StepTableException">The table has faults: all of them, each with its row and column.</exception>
    public static StepTableReading Read(ReadOnlyMemory<byte> content, string name, CancellationToken cancellation = default)
    {
        if (content.Length > MaxBytes) throw StepTableException.Of(TableFaults.TooLarge(MaxBytes));
        var cells = IsWorkbook(content.Span) ? WorkbookCells.Read(content, cancellation) : TextCells.Read(content, cancellation);
        var rows = StepRows.Read(cells);
        return StepGraph.Build(rows, name, cancellation);
    }

    /// <summary>Whether the file is an XLSX file by its first bytes.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> content) => content.StartsWith("PK\u0003\u0004"u8);

    /// <summary>An XLSX file with all columns, some rows as an example and a sheet that explains the columns.</summary>
    public static byte[] WorkbookTemplate() => StepTableTemplate.Workbook();

    /// <summary>The same as CSV: semicolons, UTF-8 with a byte order mark, so that office programs open it right.</summary>
    public static byte[] TextTemplate() => StepTableTemplate.Text();
}

/// <summary>What reading a step table gives.</summary>
/// <param name="Graph">The process, without layout.</param>
/// <param name="Findings">What was left out or assumed, each with its row and column.</param>
public sealed record StepTableReading(ProcessGraph Graph, IReadOnlyList<Finding> Findings);

/// <summary>A step table that cannot become a process.</summary>
public sealed class StepTableException : FormatException
{
    private StepTableException(IReadOnlyList<Finding> faults)
        : base(string.Join(" ", faults.Take(3).Select(fault => $"{fault.Place}: {fault.Message.English}"))) => Faults = faults;

    /// <summary>All faults, in the order of the rows; <see cref="Finding.Place"/> names row and column, <see cref="Finding.Line"/> the row.</summary>
    public IReadOnlyList<Finding> Faults { get; }

    internal static StepTableException Of(params IReadOnlyList<Finding> faults) => new(faults);
}
