using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Accounts;

/// <summary>A role and what it is bound to.</summary>
/// <param name="Role">The role.</param>
/// <param name="Authority">The key of the authority: required for modeller and authorityLead; of senateCoordination the one it co-signs for.</param>
/// <param name="PolicyField">The key of the policy field: required for fieldCoordination and senateCoordination; for the roles of an authority it narrows them.</param>
internal sealed record RoleBody(Role Role, string? Authority = null, string? PolicyField = null)
{
    /// <summary>Shows grants with the keys of what they are bound to.</summary>
    public static async Task<IReadOnlyList<RoleBody>> ShowAsync(GpmDbContext context, IReadOnlyList<Grant> grants, CancellationToken cancellation)
    {
        var (authorityIds, fieldIds) = (grants.Select(grant => grant.AuthorityId).OfType<Guid>().Distinct().ToList(), grants.Select(grant => grant.FieldId).OfType<Guid>().Distinct().ToList());
        var authorities = await context.Authorities.AsNoTracking().Where(row => authorityIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Key, cancellation);
        var fields = await context.PolicyFields.AsNoTracking().Where(row => fieldIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Key, cancellation);
        return [.. grants.Select(grant => new RoleBody(grant.Role, grant.AuthorityId is { } authority ? authorities.GetValueOrDefault(authority) : null, grant.FieldId is { } field ? fields.GetValueOrDefault(field) : null))];
    }

    /// <summary>Reads roles for an account; what is bound wrongly is a problem.</summary>
    public static async Task<(List<Grant> Grants, ProblemResult? Problem)> ReadAsync(GpmDbContext context, IReadOnlyList<RoleBody> roles, CancellationToken cancellation)
    {
        var grants = new List<Grant>();
        foreach (var (role, index) in roles.Select((role, index) => (role, index)))
        {
            var place = $"roles[{index}]";
            if (role.Role is Role.ApiClient or Role.Guest)
                return (grants, Failure.Field($"{place}.role", new("Diese Rolle wird nicht an Konten vergeben: Programme bekommen einen Schlüssel, Gäste einen Link.", "This role is not given to accounts: programs get a key, guests a link.")));
            if (role.Role != Role.SenateCoordination && (role.Role is Role.Modeller or Role.AuthorityLead) != role.Authority is not null)
                return (grants, Failure.Field($"{place}.authority", new("modeller und authorityLead nennen eine Behörde; senateCoordination nennt die, für die sie mitzeichnet; die anderen Rollen nennen keine.", "modeller and authorityLead name an authority; senateCoordination names the one it co-signs for; the other roles name none.")));
            if (role.Role is Role.FieldCoordination or Role.SenateCoordination && role.PolicyField is null)
                return (grants, Failure.Field($"{place}.policyField", new("fieldCoordination und senateCoordination nennen ein Politikfeld.", "fieldCoordination and senateCoordination name a policy field.")));
            if (role.Role == Role.Administrator && role.PolicyField is not null)
                return (grants, Failure.Field($"{place}.policyField", new("administrator ist an kein Politikfeld gebunden.", "administrator is bound to no policy field.")));
            var (authority, field, problem) = await BindAsync(context, role.Authority, role.PolicyField, place + ".", cancellation);
            if (problem is not null) return (grants, problem);
            grants.Add(new Grant(role.Role, authority, field));
        }

        return (grants, null);
    }

    /// <summary>The ids of an authority and a policy field.</summary>
    public static async Task<(Guid? Authority, Guid? Field, ProblemResult? Problem)> BindAsync(GpmDbContext context, string? authority, string? field, string place, CancellationToken cancellation)
    {
        var authorityId = authority is null ? null : await context.Authorities.Where(row => row.Key == authority).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellation);
        var fieldId = field is null ? null : await context.PolicyFields.Where(row => row.Key == field).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellation);
        if (authority is not null && authorityId is null) return (null, null, Failure.Field($"{place}authority", new($"Behörde „{authority}“ ist nicht vorhanden.", $"Authority \"{authority}\" does not exist.")));
        if (field is not null && fieldId is null) return (null, null, Failure.Field($"{place}policyField", new($"Politikfeld „{field}“ ist nicht vorhanden.", $"Policy field \"{field}\" does not exist.")));
        return (authorityId, fieldId, null);
    }
}
