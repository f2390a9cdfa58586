using System.Text.Json;
using GpmTool.Api.Infrastructure.Search;
using GpmTool.Persistence;

namespace GpmTool.Api.Features.Catalogue;

/// <summary>A legal basis of a process.</summary>
/// <param name="Citation">The citation.</param>
/// <param name="Verified">Whether somebody checked it against the source.</param>
/// <param name="Note">What was checked.</param>
internal sealed record ProcessLegalBasis(string Citation, bool Verified = false, string? Note = null);

/// <summary>What is said about a process.</summary>
/// <param name="Name">The name: object and action.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Trigger">What starts it.</param>
/// <param name="Result">What it results in.</param>
/// <param name="Owner">Who owns it: a role or unit.</param>
/// <param name="LegalBases">Legal bases.</param>
/// <param name="Weaknesses">Known weaknesses of today's processes.</param>
/// <param name="SollChanges">What the Soll changes.</param>
/// <param name="ExpectedEffects">What that is expected to bring.</param>
/// <param name="LeikaKey">The LeiKa key.</param>
/// <param name="CasesPerYear">Cases a year.</param>
/// <param name="Illustrative">Whether the data are made up.</param>
internal sealed record ProcessContent(
    string Name,
    string? Description = null,
    string? Trigger = null,
    string? Result = null,
    string? Owner = null,
    IReadOnlyList<ProcessLegalBasis>? LegalBases = null,
    IReadOnlyList<string>? Weaknesses = null,
    IReadOnlyList<string>? SollChanges = null,
    IReadOnlyList<string>? ExpectedEffects = null,
    string? LeikaKey = null,
    double? CasesPerYear = null,
    bool Illustrative = false)
{
    /// <summary>Writes the content into a row, its search column included.</summary>
    public void Into(Process row, GermanSearch search)
    {
        Describe(row);
        var text = search.Index(row.Key.Replace('-', ' '), Name, Description);
        row.SearchText = text.Length <= 4000 ? text : text[..text.LastIndexOf(' ', 3999)] + " ";
    }

    /// <summary>Writes the content into a row, but for its search column.</summary>
    public void Describe(Process row)
    {
        (row.Name, row.Description, row.Trigger, row.Result, row.Owner, row.LeikaKey, row.CasesPerYear) = (Name, Description, Trigger, Result, Owner, LeikaKey, CasesPerYear);
        row.DetailsJson = JsonSerializer.Serialize(new Details(LegalBases ?? [], Weaknesses ?? [], SollChanges ?? [], ExpectedEffects ?? [], Illustrative));
    }

    /// <summary>Reads the content of a row.</summary>
    public static ProcessContent Of(Process row)
    {
        var details = row.DetailsJson is { } json ? JsonSerializer.Deserialize<Details>(json)! : new Details([], [], [], [], false);
        return new ProcessContent(row.Name, row.Description, row.Trigger, row.Result, row.Owner, details.LegalBases, details.Weaknesses, details.SollChanges, details.ExpectedEffects, row.LeikaKey, row.CasesPerYear, details.Illustrative);
    }

    private sealed record Details(IReadOnlyList<ProcessLegalBasis> LegalBases, IReadOnlyList<string> Weaknesses, IReadOnlyList<string> SollChanges, IReadOnlyList<string> ExpectedEffects, bool Illustrative);
}

/// <summary>A new process.</summary>
/// <param name="Key">The stable key.</param>
/// <param name="PolicyField">The key of its policy field.</param>
/// <param name="Group">The key of its process group.</param>
/// <param name="Content">What is said about it.</param>
internal sealed record CreateProcessRequest(string Key, string PolicyField, string Group, ProcessContent Content);

/// <summary>A process.</summary>
/// <param name="Key">The stable key.</param>
/// <param name="PolicyField">The key of its policy field.</param>
/// <param name="Group">The key of its process group.</param>
/// <param name="Content">What is said about it.</param>
/// <param name="ArchivedAt">When it was archived (UTC).</param>
internal sealed record ProcessResponse(string Key, string PolicyField, string Group, ProcessContent Content, DateTime? ArchivedAt)
{
    /// <summary>Shows a row.</summary>
    public static ProcessResponse Of(Process row, string policyField, string group) => new(row.Key, policyField, group, ProcessContent.Of(row), row.ArchivedAt);
}
