using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>A step of a table.</summary>
internal sealed record StepRow
{
    /// <summary>The row in the file, from 1.</summary>
    public required int Row { get; init; }

    /// <summary>The number that other rows refer to it by.</summary>
    public required string Number { get; init; }

    public required string Step { get; init; }

    public string? Role { get; init; }

    /// <summary>The cell "Weiter mit" as it is written.</summary>
    public string Next { get; init; } = "";

    public StepAttributes? Gpm { get; init; }
}

/// <summary>A way from a step to another, or to the end.</summary>
/// <param name="Target">The step's index; null is the end.</param>
/// <param name="Condition">When it is taken; null: always, or in every other case.</param>
internal sealed record StepWay(int? Target, string? Condition);
