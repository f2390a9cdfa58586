using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Catalogue;

/// <summary>Finds what a request names by key; what is not there or archived is an error of that field.</summary>
internal static class Lookup
{
    /// <summary>The authority of that key; null for no key.</summary>
    public static async Task<(Authority? Row, ProblemResult? Problem)> AuthorityAsync(GpmDbContext context, string? key, string field, CancellationToken cancellation)
    {
        if (key is null) return default;
        var row = await context.Authorities.SingleOrDefaultAsync(authority => authority.Key == key && authority.ArchivedAt == null, cancellation);
        return (row, row is null ? Unknown(field, Kinds.Authority, key) : null);
    }

    /// <summary>The policy field of that key.</summary>
    public static async Task<(PolicyField? Row, ProblemResult? Problem)> PolicyFieldAsync(GpmDbContext context, string key, CancellationToken cancellation)
    {
        var row = await context.PolicyFields.SingleOrDefaultAsync(policyField => policyField.Key == key && policyField.ArchivedAt == null, cancellation);
        return (row, row is null ? Unknown("policyField", Kinds.PolicyField, key) : null);
    }

    /// <summary>The process group of that key.</summary>
    public static async Task<(ProcessGroup? Row, ProblemResult? Problem)> ProcessGroupAsync(GpmDbContext context, string key, CancellationToken cancellation)
    {
        var row = await context.ProcessGroups.SingleOrDefaultAsync(group => group.Key == key && group.ArchivedAt == null, cancellation);
        return (row, row is null ? Unknown("group", Kinds.ProcessGroup, key) : null);
    }

    private static ProblemResult Unknown(string field, Text kind, string key) =>
        Failure.Field(field, new($"{kind.German} „{key}“ ist nicht vorhanden oder archiviert.", $"{kind.English} \"{key}\" does not exist or is archived."));
}
