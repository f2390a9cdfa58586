using GpmTool.Persistence;

namespace GpmTool.Api.Infrastructure.Rights;

/// <summary>Who has a right, and how far.</summary>
/// <param name="Right">The right.</param>
/// <param name="Scope">What a key must be made for; null: no key has it.</param>
/// <param name="Holders">The roles that carry it.</param>
internal sealed record Rule(Right Right, Scope? Scope, params IReadOnlyList<(Role Role, Bound Bound)> Holders);

/// <summary>What an action is about; what is not bound to a field or an authority has null.</summary>
/// <param name="FieldId">The policy field.</param>
/// <param name="AuthorityId">The authority of an Ist or a position; null for what belongs to the whole field.</param>
/// <param name="ReviewId">The review.</param>
internal sealed record Subject(Guid? FieldId, Guid? AuthorityId = null, Guid? ReviewId = null);

/// <summary>The one place that says who may do what. <c>docs/accounts.md</c> shows it, and a test holds both together.</summary>
internal static class RightsTable
{
    /// <summary>The rules, one for each right.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new(Right.OwnSession, null, (Role.Modeller, Bound.Everywhere), (Role.FieldCoordination, Bound.Everywhere), (Role.SenateCoordination, Bound.Everywhere), (Role.AuthorityLead, Bound.Everywhere), (Role.Administrator, Bound.Everywhere), (Role.ApiClient, Bound.Everywhere), (Role.Guest, Bound.Everywhere)),
        new(Right.ReadMasterData, Scope.Read, (Role.Modeller, Bound.Everywhere), (Role.FieldCoordination, Bound.Everywhere), (Role.SenateCoordination, Bound.Everywhere), (Role.AuthorityLead, Bound.Everywhere), (Role.Administrator, Bound.Everywhere), (Role.ApiClient, Bound.Key)),
        new(Right.ReadContent, Scope.Read, (Role.Modeller, Bound.Field), (Role.FieldCoordination, Bound.Field), (Role.SenateCoordination, Bound.Field), (Role.AuthorityLead, Bound.Field), (Role.Administrator, Bound.Everywhere), (Role.ApiClient, Bound.Key)),
        new(Right.ReadStaffData, Scope.Staff, (Role.Modeller, Bound.Authority), (Role.AuthorityLead, Bound.Authority), (Role.FieldCoordination, Bound.Field), (Role.ApiClient, Bound.Key)),
        new(Right.ReleaseStaffData, null, (Role.AuthorityLead, Bound.Authority)),
        new(Right.EditModels, Scope.Models, (Role.Modeller, Bound.Authority), (Role.FieldCoordination, Bound.OfField), (Role.ApiClient, Bound.Key)),
        new(Right.EditProcesses, Scope.Models, (Role.FieldCoordination, Bound.OfField), (Role.ApiClient, Bound.Key)),
        new(Right.Publish, Scope.Publish, (Role.FieldCoordination, Bound.OfField), (Role.ApiClient, Bound.Key)),
        new(Right.SteerSoll, Scope.Publish, (Role.FieldCoordination, Bound.OfField), (Role.ApiClient, Bound.Key)),
        new(Right.ReadReviews, Scope.Read, (Role.Modeller, Bound.Field), (Role.FieldCoordination, Bound.Field), (Role.SenateCoordination, Bound.Field), (Role.AuthorityLead, Bound.Field), (Role.Administrator, Bound.Everywhere), (Role.ApiClient, Bound.Key), (Role.Guest, Bound.Review)),
        new(Right.CommentOnReviews, null, (Role.Modeller, Bound.Field), (Role.FieldCoordination, Bound.Field), (Role.SenateCoordination, Bound.Field), (Role.AuthorityLead, Bound.Field), (Role.Guest, Bound.Review)),
        new(Right.CoSign, null, (Role.SenateCoordination, Bound.Authority), (Role.AuthorityLead, Bound.Authority)),
        new(Right.Import, Scope.Import, (Role.Modeller, Bound.Authority), (Role.FieldCoordination, Bound.OfField), (Role.Administrator, Bound.Everywhere), (Role.ApiClient, Bound.Key)),
        new(Right.EditMasterData, Scope.Administer, (Role.Administrator, Bound.Everywhere), (Role.ApiClient, Bound.UnboundKey)),
        new(Right.ReadAudit, Scope.Administer, (Role.Administrator, Bound.Everywhere), (Role.ApiClient, Bound.UnboundKey)),
        new(Right.ManageAccounts, Scope.Administer, (Role.Administrator, Bound.Everywhere), (Role.ApiClient, Bound.UnboundKey)),
    ];

    /// <summary>Whether the caller has the right for anything at all.</summary>
    public static bool MayAnywhere(Caller caller, Right right) => right == Right.OwnSession || Holding(caller, right).Any();

    /// <summary>Whether the caller may do it with this.</summary>
    public static bool May(Caller caller, Right right, Subject subject) => Holding(caller, right).Any(held => held.Bound switch
    {
        Bound.Everywhere or Bound.UnboundKey => true,
        Bound.Field => CoversField(held.Grant, subject),
        Bound.OfField => CoversField(held.Grant, subject) && subject.AuthorityId is null,
        Bound.Authority => CoversField(held.Grant, subject) && held.Grant.AuthorityId is { } own && own == subject.AuthorityId,
        Bound.Key => CoversField(held.Grant, subject) && (held.Grant.AuthorityId is not { } own || Rule(right).Scope == Scope.Read || own == subject.AuthorityId),
        Bound.Review => caller.ReviewId is { } review && review == subject.ReviewId,
        _ => false,
    });

    /// <summary>The policy fields in which the caller has the right for something; null: all.</summary>
    public static IReadOnlyList<Guid>? Fields(Caller caller, Right right)
    {
        var grants = Holding(caller, right).ToList();
        return grants.Exists(held => held.Bound == Bound.Everywhere || (held.Bound != Bound.Review && held.Grant.FieldId is null)) ? null : [.. grants.Select(held => held.Grant.FieldId).OfType<Guid>().Distinct()];
    }

    /// <summary>The rule of a right.</summary>
    public static Rule Rule(Right right) => Rules.Single(rule => rule.Right == right);

    private static IEnumerable<(Grant Grant, Bound Bound)> Holding(Caller caller, Right right)
    {
        var rule = Rule(right);
        return from grant in caller.Grants
               from holder in rule.Holders
               where holder.Role == grant.Role
               where grant.Role != Role.ApiClient || rule.Scope is null || caller.Scopes.Contains(rule.Scope.Value)
               where holder.Bound != Bound.UnboundKey || (grant.FieldId is null && grant.AuthorityId is null)
               select (grant, holder.Bound);
    }

    private static bool CoversField(Grant grant, Subject subject) => grant.FieldId is not { } field || field == subject.FieldId;
}
