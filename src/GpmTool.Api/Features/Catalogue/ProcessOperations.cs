using FluentValidation;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Search;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Api.Infrastructure.Validation;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Catalogue;

internal sealed class CreateProcessValidator : AbstractValidator<CreateProcessRequest>
{
    public CreateProcessValidator()
    {
        RuleFor(request => request.Key).Key();
        RuleFor(request => request.PolicyField).NotEmpty();
        RuleFor(request => request.Group).NotEmpty();
        RuleFor(request => request.Content).NotNull().SetValidator(new ProcessContentValidator());
    }
}

internal sealed class ProcessContentValidator : AbstractValidator<ProcessContent>
{
    public ProcessContentValidator()
    {
        RuleFor(content => content.Name).Name();
        RuleFor(content => content.Description).MaximumLength(4000);
        RuleFor(content => content.Trigger).MaximumLength(1000);
        RuleFor(content => content.Result).MaximumLength(1000);
        RuleFor(content => content.Owner).MaximumLength(300);
        RuleFor(content => content.LeikaKey).MaximumLength(40);
        RuleFor(content => content.CasesPerYear).GreaterThanOrEqualTo(0);
    }
}

/// <summary>What can be done with one process.</summary>
internal static class ProcessOperations
{
    /// <summary>Reads one process.</summary>
    public static async Task<Results<TaggedOk<ProcessResponse>, ProblemResult>> GetAsync(string key, GpmDbContext context, CancellationToken cancellation) =>
        await context.Processes.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellation) is { } row
            ? ETags.Ok(await ShowAsync(context, row, cancellation), row.Version)
            : Failure.NotFound(Kinds.Process, key);

    /// <summary>Creates a process.</summary>
    public static async Task<Results<TaggedCreated<ProcessResponse>, ProblemResult>> CreateAsync(CreateProcessRequest request, GpmDbContext context, GermanSearch search, CurrentActor current, CancellationToken cancellation)
    {
        if (await context.Processes.AnyAsync(row => row.Key == request.Key, cancellation)) return Failure.Duplicate(Kinds.Process, request.Key);
        var (field, noField) = await Lookup.PolicyFieldAsync(context, request.PolicyField, cancellation);
        if (noField is not null) return noField;
        var (group, noGroup) = await Lookup.ProcessGroupAsync(context, request.Group, cancellation);
        if (noGroup is not null) return noGroup;
        var row = New(request.Key, request.Content, field!.Id, group!.Id, search);
        context.Processes.Add(row);
        context.Record(current.Actor, "process.create", "process", row.Key);
        await context.SaveChangesAsync(cancellation);
        return ETags.Created($"{ApiGroup.Prefix}/processes/{row.Key}", ProcessResponse.Of(row, field.Key, group.Key), row.Version);
    }

    /// <summary>Changes what is said about a process; its key and its models stay.</summary>
    public static async Task<Results<TaggedOk<ProcessResponse>, ProblemResult>> ChangeAsync(string key, ProcessContent request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, GermanSearch search, CurrentActor current, CancellationToken cancellation)
    {
        if (await context.Processes.SingleOrDefaultAsync(row => row.Key == key, cancellation) is not { } row) return Failure.NotFound(Kinds.Process, key);
        if (ETags.Check(ifMatch, row.Version) is { } outdated) return outdated;
        if (row.ArchivedAt is not null) return Failure.Archived(Kinds.Process, key);
        request.Into(row, search);
        context.Record(current.Actor, "process.change", "process", row.Key);
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(await ShowAsync(context, row, cancellation), row.Version);
    }

    /// <summary>Archives a process: its models and publications stay readable.</summary>
    public static async Task<Results<TaggedOk<ProcessResponse>, ProblemResult>> ArchiveAsync(string key, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await context.Processes.SingleOrDefaultAsync(row => row.Key == key, cancellation) is not { } row) return Failure.NotFound(Kinds.Process, key);
        if (ETags.Check(ifMatch, row.Version) is { } outdated) return outdated;
        if (row.ArchivedAt is not null) return Failure.Archived(Kinds.Process, key);
        row.ArchivedAt = time.GetUtcNow().UtcDateTime;
        context.Record(current.Actor, "process.archive", "process", row.Key);
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(await ShowAsync(context, row, cancellation), row.Version);
    }

    /// <summary>A new row; not yet added.</summary>
    public static Process New(string key, ProcessContent content, Guid policyFieldId, Guid processGroupId, GermanSearch search)
    {
        var row = new Process { Id = Guid.CreateVersion7(), Key = key, Name = content.Name, PolicyFieldId = policyFieldId, ProcessGroupId = processGroupId, SearchText = "" };
        content.Into(row, search);
        return row;
    }

    private static async Task<ProcessResponse> ShowAsync(GpmDbContext context, Process row, CancellationToken cancellation) => ProcessResponse.Of(
        row,
        await context.PolicyFields.Where(field => field.Id == row.PolicyFieldId).Select(field => field.Key).SingleAsync(cancellation),
        await context.ProcessGroups.Where(group => group.Id == row.ProcessGroupId).Select(group => group.Key).SingleAsync(cancellation));
}
