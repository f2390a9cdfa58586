using FluentValidation;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Paging;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Api.Infrastructure.Validation;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Catalogue;

/// <summary>A process group.</summary>
/// <param name="Key">The stable key.</param>
/// <param name="Name">The name.</param>
/// <param name="PolicyField">The key of its policy field.</param>
/// <param name="Standard">The standard that defines it.</param>
/// <param name="SortOrder">Where it stands in lists.</param>
/// <param name="Description">What belongs to it.</param>
/// <param name="ArchivedAt">When it was archived (UTC).</param>
internal sealed record ProcessGroupResponse(string Key, string Name, string PolicyField, string? Standard, int SortOrder, string? Description, DateTime? ArchivedAt);

/// <summary>A new process group.</summary>
/// <param name="Key">The stable key: a–z, 0–9 and hyphens; never changes.</param>
/// <param name="Name">The name.</param>
/// <param name="PolicyField">The key of the policy field.</param>
/// <param name="Standard">The standard that defines the group, such as "DIN 32736".</param>
/// <param name="SortOrder">Where it stands in lists.</param>
/// <param name="Description">What belongs to it.</param>
internal sealed record CreateProcessGroupRequest(string Key, string Name, string PolicyField, string? Standard = null, int SortOrder = 0, string? Description = null);

/// <summary>The new content of a process group.</summary>
/// <param name="Name">The name.</param>
/// <param name="Standard">The standard that defines the group, such as "DIN 32736".</param>
/// <param name="SortOrder">Where it stands in lists.</param>
/// <param name="Description">What belongs to it.</param>
internal sealed record ChangeProcessGroupRequest(string Name, string? Standard = null, int SortOrder = 0, string? Description = null);

internal sealed class CreateProcessGroupValidator : AbstractValidator<CreateProcessGroupRequest>
{
    public CreateProcessGroupValidator()
    {
        RuleFor(request => request.Key).Key();
        RuleFor(request => request.Name).Name();
        RuleFor(request => request.PolicyField).NotEmpty();
        RuleFor(request => request.Standard).MaximumLength(100);
        RuleFor(request => request.Description).MaximumLength(4000);
    }
}

internal sealed class ChangeProcessGroupValidator : AbstractValidator<ChangeProcessGroupRequest>
{
    public ChangeProcessGroupValidator()
    {
        RuleFor(request => request.Name).Name();
        RuleFor(request => request.Standard).MaximumLength(100);
        RuleFor(request => request.Description).MaximumLength(4000);
    }
}

/// <summary>What can be done with process groups.</summary>
internal static class ProcessGroupOperations
{
    private static readonly Sorting<ProcessGroup> Sorting = new(SortField<ProcessGroup>.Text("key", row => row.Key), SortField<ProcessGroup>.Number("order", row => row.SortOrder), SortField<ProcessGroup>.Text("key", row => row.Key), SortField<ProcessGroup>.Text("name", row => row.Name));

    /// <summary>Lists the process groups, of one policy field or of all.</summary>
    public static async Task<Results<Ok<Page<ProcessGroupResponse>>, ProblemResult>> ListAsync([AsParameters] PageQuery query, GpmDbContext context, CancellationToken cancellation, [FromQuery] string? policyField = null, [FromQuery] bool archived = false)
    {
        var fields = await context.PolicyFields.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Key, cancellation);
        var rows = context.ProcessGroups.AsNoTracking().Where(row => archived || row.ArchivedAt == null);
        if (policyField is not null) rows = rows.Where(row => context.PolicyFields.Any(other => other.Id == row.PolicyFieldId && other.Key == policyField));
        var (page, problem) = await Sorting.ReadAsync(rows, query, row => Show(row, fields[row.PolicyFieldId]), cancellation);
        return problem is not null ? problem : TypedResults.Ok(page);
    }

    /// <summary>Reads one process group.</summary>
    public static async Task<Results<TaggedOk<ProcessGroupResponse>, ProblemResult>> GetAsync(string key, GpmDbContext context, CancellationToken cancellation) =>
        await context.ProcessGroups.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellation) is { } row
            ? ETags.Ok(await ShowAsync(context, row, cancellation), row.Version)
            : Failure.NotFound(Kinds.ProcessGroup, key);

    /// <summary>Creates a process group.</summary>
    public static async Task<Results<TaggedCreated<ProcessGroupResponse>, ProblemResult>> CreateAsync(CreateProcessGroupRequest request, GpmDbContext context, CurrentActor current, CancellationToken cancellation)
    {
        if (await context.ProcessGroups.AnyAsync(row => row.Key == request.Key, cancellation)) return Failure.Duplicate(Kinds.ProcessGroup, request.Key);
        var (field, problem) = await Lookup.PolicyFieldAsync(context, request.PolicyField, cancellation);
        if (problem is not null) return problem;
        var row = new ProcessGroup { Id = Guid.CreateVersion7(), Key = request.Key, Name = request.Name, PolicyFieldId = field!.Id, Standard = request.Standard, SortOrder = request.SortOrder, Description = request.Description };
        context.ProcessGroups.Add(row);
        context.Record(current.Actor, "process-group.create", "process-group", row.Key);
        await context.SaveChangesAsync(cancellation);
        return ETags.Created($"{ApiGroup.Prefix}/process-groups/{row.Key}", Show(row, field.Key), row.Version);
    }

    /// <summary>Changes a process group.</summary>
    public static async Task<Results<TaggedOk<ProcessGroupResponse>, ProblemResult>> ChangeAsync(string key, ChangeProcessGroupRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, CancellationToken cancellation)
    {
        if (await context.ProcessGroups.SingleOrDefaultAsync(row => row.Key == key, cancellation) is not { } row) return Failure.NotFound(Kinds.ProcessGroup, key);
        if (ETags.Check(ifMatch, row.Version) is { } outdated) return outdated;
        if (row.ArchivedAt is not null) return Failure.Archived(Kinds.ProcessGroup, key);
        (row.Name, row.Standard, row.SortOrder, row.Description) = (request.Name, request.Standard, request.SortOrder, request.Description);
        context.Record(current.Actor, "process-group.change", "process-group", row.Key);
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(await ShowAsync(context, row, cancellation), row.Version);
    }

    /// <summary>Archives a process group.</summary>
    public static async Task<Results<TaggedOk<ProcessGroupResponse>, ProblemResult>> ArchiveAsync(string key, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await context.ProcessGroups.SingleOrDefaultAsync(row => row.Key == key, cancellation) is not { } row) return Failure.NotFound(Kinds.ProcessGroup, key);
        if (ETags.Check(ifMatch, row.Version) is { } outdated) return outdated;
        if (row.ArchivedAt is not null) return Failure.Archived(Kinds.ProcessGroup, key);
        row.ArchivedAt = time.GetUtcNow().UtcDateTime;
        context.Record(current.Actor, "process-group.archive", "process-group", row.Key);
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(await ShowAsync(context, row, cancellation), row.Version);
    }

    private static async Task<ProcessGroupResponse> ShowAsync(GpmDbContext context, ProcessGroup row, CancellationToken cancellation) =>
        Show(row, await context.PolicyFields.Where(field => field.Id == row.PolicyFieldId).Select(field => field.Key).SingleAsync(cancellation));

    private static ProcessGroupResponse Show(ProcessGroup row, string field) => new(row.Key, row.Name, field, row.Standard, row.SortOrder, row.Description, row.ArchivedAt);
}
