using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>What reading a file gives.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Findings">The import report: what was kept, degraded or dropped, in the order of the file.</param>
public sealed record BpmnReading(ProcessGraph Graph, IReadOnlyList<Finding> Findings);

/// <summary>Bounds of what is read. A file that breaks one is refused before it costs memory.</summary>
public sealed record BpmnReadOptions
{
    /// <summary>The most bytes of a file.</summary>
    public int MaxBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The most levels of nested elements. The stored document nests two JSON levels for each.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>The most elements of a file.</summary>
    public int MaxElements { get; init; } = 500_000;

    /// <summary>The most attributes of one element.</summary>
    public int MaxAttributes { get; init; } = 1_000;
}

/// <summary>What writing a graph gives.</summary>
/// <param name="Xml">The file: UTF-8 without a byte order mark, line feeds.</param>
/// <param name="Findings">What could not be written as the graph has it.</param>
public sealed record BpmnWriting(ReadOnlyMemory<byte> Xml, IReadOnlyList<Finding> Findings);
