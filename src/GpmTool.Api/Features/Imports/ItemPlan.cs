using System.Text.Json.Serialization;
using GpmTool.Api.Features.Catalogue.Layout;
using GpmTool.Api.Features.Models;
using GpmTool.Model;
using GpmTool.Persistence;

namespace GpmTool.Api.Features.Imports;

/// <summary>What one item of a package wants to be; exactly one member is set.</summary>
internal sealed record ItemPlan
{
    /// <summary>A policy field.</summary>
    public LayoutField? Field { get; init; }

    /// <summary>A process group.</summary>
    public GroupPlan? Group { get; init; }

    /// <summary>An authority.</summary>
    public LayoutAuthority? Authority { get; init; }

    /// <summary>A process.</summary>
    public LayoutProcess? Process { get; init; }

    /// <summary>The document of a model.</summary>
    public ModelPlan? Model { get; init; }

    /// <summary>The kind and key of what it creates; documents of models have none.</summary>
    [JsonIgnore]
    public (ImportItemKind Kind, string Key)? Identity =>
        Field is not null ? (ImportItemKind.PolicyField, Field.Key)
        : Group is not null ? (ImportItemKind.ProcessGroup, Group.Group.Key)
        : Authority is not null ? (ImportItemKind.Authority, Authority.Key)
        : Process is not null ? (ImportItemKind.Process, Process.Key)
        : null;
}

/// <summary>A process group and its policy field.</summary>
internal sealed record GroupPlan(string PolicyField, LayoutGroup Group);

/// <summary>A document, looked through.</summary>
internal sealed record ModelPlan(string Process, Stage Stage, string? Authority, string? Name, bool IsDraft, VersionContent Content)
{
    /// <summary>The authority's key, or "" for a Soll.</summary>
    [JsonIgnore]
    public string OwnerKey => Authority ?? "";

    /// <summary>The document as stored; not kept in plans.</summary>
    [JsonIgnore]
    public StoredContent? Stored { get; init; }

    /// <summary>What checks found that a reader should know.</summary>
    [JsonIgnore]
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>An item of a package on its way: a plan, or the reason why there is none.</summary>
/// <param name="Number">Its place.</param>
/// <param name="Path">The file, and behind # the entry in it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Plan">What it wants to be.</param>
/// <param name="Problem">Why it has no plan.</param>
/// <param name="Faults">What is wrong with its parts, where it has no plan.</param>
internal sealed record PreparedItem(int Number, string Path, ImportItemKind Kind, ItemPlan? Plan, ItemProblem? Problem, IReadOnlyList<Finding>? Faults = null);
