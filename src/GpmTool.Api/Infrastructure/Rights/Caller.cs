using GpmTool.Persistence;

namespace GpmTool.Api.Infrastructure.Rights;

/// <summary>A role with what it is bound to.</summary>
/// <param name="Role">The role.</param>
/// <param name="AuthorityId">The authority.</param>
/// <param name="FieldId">The policy field; null: every field.</param>
internal sealed record Grant(Role Role, Guid? AuthorityId, Guid? FieldId);

/// <summary>Who sends a request.</summary>
/// <param name="Id">The id of the account or key: the actor of the audit chain.</param>
/// <param name="IsProgram">Whether it is a key.</param>
/// <param name="Grants">The roles.</param>
/// <param name="Scopes">What a key is made for; empty for people.</param>
/// <param name="ReviewId">The one review of a guest.</param>
internal sealed record Caller(Guid Id, bool IsProgram, IReadOnlyList<Grant> Grants, IReadOnlySet<Scope> Scopes, Guid? ReviewId = null);
