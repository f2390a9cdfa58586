using FluentValidation;
using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.LifeCycle;

/// <summary>What a policy field demands before a Soll is approved.</summary>
/// <param name="PolicyField">The key of the field.</param>
/// <param name="Rule">The rule; null: its coordination approves alone.</param>
/// <param name="ChangedAt">When it was changed last (UTC).</param>
/// <param name="ChangedBy">Who changed it last (opaque id).</param>
internal sealed record QuorumResponse(string PolicyField, QuorumRule? Rule, DateTime? ChangedAt, string? ChangedBy);

/// <summary>The new rule of a policy field. Reviews that are open keep the rule they began with.</summary>
/// <param name="Rule">The rule; null takes it back.</param>
internal sealed record ChangeQuorumRequest(QuorumRule? Rule);

internal sealed class ChangeQuorumValidator : AbstractValidator<ChangeQuorumRequest>
{
    public ChangeQuorumValidator()
    {
        When(request => request.Rule is not null, () =>
        {
            RuleFor(request => request.Rule!.Parts).NotEmpty().Must(parts => parts is null || parts.Count <= 50);
            RuleForEach(request => request.Rule!.Parts).ChildRules(part =>
            {
                part.RuleFor(one => one.Authorities).NotEmpty().Must(keys => keys is null || keys.Count <= 500);
                part.RuleFor(one => one.AtLeast).Must((one, count) => count is null || (count >= 1 && count <= one.Authorities?.Distinct(StringComparer.Ordinal).Count()))
                    .WithMessage(_ => new Text("Mindestens 1, höchstens so viele, wie genannt sind.", "At least 1, at most as many as are named.").ToString());
                part.RuleFor(one => one.Name).MaximumLength(200);
            });
        });
    }
}

/// <summary>Reading and changing the quorum rule of a policy field. Administrators set it, so that the coordination does not decide what binds it.</summary>
internal static class QuorumOperations
{
    /// <summary>Reads the rule.</summary>
    public static async Task<Results<TaggedOk<QuorumResponse>, ProblemResult>> GetAsync(string key, GpmDbContext context, CancellationToken cancellation)
    {
        if (await context.PolicyFields.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellation) is not { } field) return Failure.NotFound(Kinds.PolicyField, key);
        var row = await context.FieldQuorums.AsNoTracking().SingleOrDefaultAsync(one => one.PolicyFieldId == field.Id, cancellation);
        return ETags.Ok(Show(key, row), row?.Version ?? 0);
    }

    /// <summary>Changes the rule or takes it back.</summary>
    public static async Task<Results<TaggedOk<QuorumResponse>, ProblemResult>> ChangeAsync(string key, ChangeQuorumRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await context.PolicyFields.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellation) is not { } field) return Failure.NotFound(Kinds.PolicyField, key);
        var row = await context.FieldQuorums.SingleOrDefaultAsync(one => one.PolicyFieldId == field.Id, cancellation);
        if (ETags.Check(ifMatch, row?.Version ?? 0) is { } outdated) return outdated;
        if (field.ArchivedAt is not null) return Failure.Archived(Kinds.PolicyField, key);
        var rule = request.Rule is { } wanted ? wanted with { Parts = [.. wanted.Parts.Select(part => part with { Authorities = [.. part.Authorities.Distinct(StringComparer.Ordinal)] })] } : null;
        if (rule is not null)
        {
            var keys = rule.Authorities;
            var known = await context.Authorities.Where(authority => keys.Contains(authority.Key) && authority.ArchivedAt == null).Select(authority => authority.Key).ToListAsync(cancellation);
            if (keys.Except(known).FirstOrDefault() is { } unknown) return Failure.Field("rule.parts", new($"Behörde „{unknown}“ ist nicht vorhanden oder archiviert.", $"Authority \"{unknown}\" does not exist or is archived."));
        }

        row ??= context.FieldQuorums.Add(new FieldQuorum { PolicyFieldId = field.Id, ChangedBy = current.Actor.Id }).Entity;
        (row.RuleJson, row.ChangedAt, row.ChangedBy) = (rule?.Write(), time.GetUtcNow().UtcDateTime, current.Actor.Id);
        context.Record(current.Actor, "policy-field.quorum", "policy-field", key, row.RuleJson);
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(Show(key, row), row.Version);
    }

    /// <summary>The rule that a model's policy field has now; null: none.</summary>
    public static async Task<QuorumRule?> RuleAsync(GpmDbContext context, Guid modelId, CancellationToken cancellation)
    {
        var json = await (
            from model in context.Models
            join process in context.Processes on model.ProcessId equals process.Id
            join quorum in context.FieldQuorums on process.PolicyFieldId equals quorum.PolicyFieldId
            where model.Id == modelId
            select quorum.RuleJson).SingleOrDefaultAsync(cancellation);
        return json is null ? null : QuorumRule.Read(json);
    }

    private static QuorumResponse Show(string key, FieldQuorum? row) => new(key, row?.RuleJson is { } json ? QuorumRule.Read(json) : null, row?.ChangedAt, row?.ChangedBy);
}
