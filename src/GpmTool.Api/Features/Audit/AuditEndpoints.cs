using System.Text.Json;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Paging;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Audit;

/// <summary>An entry of the audit chain.</summary>
/// <param name="Sequence">Its place, from 1.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Actor">Who (opaque id).</param>
/// <param name="Action">What was done.</param>
/// <param name="ObjectKind">To what kind of object.</param>
/// <param name="ObjectId">To which one.</param>
/// <param name="Details">More, as JSON text.</param>
/// <param name="Hash">The hash of the entry, hexadecimal.</param>
internal sealed record AuditEntryResponse(long Sequence, DateTime At, string Actor, string Action, string ObjectKind, string ObjectId, string? Details, string Hash);

/// <summary>The audit chain, readable and verifiable.</summary>
internal static class AuditEndpoints
{
    private static readonly byte[] NewLine = [(byte)'\n'];
    private const string Lines = "application/jsonl";
    private static readonly Sorting<AuditEntry> Sorting = new(SortField<AuditEntry>.Number("sequence", row => row.Sequence), SortField<AuditEntry>.Number("sequence", row => row.Sequence));

    /// <summary>Maps the routes.</summary>
    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapFeature("audit", "Audit");
        group.MapGet("", ListAsync).WithName("ListAuditEntries").Needs(Right.ReadAudit);
        group.MapGet("export", Export).WithName("ExportAudit").Needs(Right.ReadAudit).Produces<string>(StatusCodes.Status200OK, Lines);
        group.MapGet("verification", VerifyAsync).WithName("VerifyAudit").Needs(Right.ReadMasterData);
    }

    /// <summary>Lists entries, of one object or of all.</summary>
    private static async Task<Results<Ok<Page<AuditEntryResponse>>, ProblemResult>> ListAsync([AsParameters] PageQuery query, GpmDbContext context, CancellationToken cancellation, [FromQuery] string? objectKind = null, [FromQuery] string? objectId = null)
    {
        var rows = context.AuditEntries.AsNoTracking();
        if (objectKind is not null) rows = rows.Where(row => row.ObjectKind == objectKind);
        if (objectId is not null) rows = rows.Where(row => row.ObjectId == objectId);
        var (page, problem) = await Sorting.ReadAsync(rows, query, Show, cancellation);
        return problem is not null ? problem : TypedResults.Ok(page);
    }

    /// <summary>Checks that no entry was changed, added or removed.</summary>
    private static async Task<Ok<AuditVerification>> VerifyAsync(GpmDbContext context, CancellationToken cancellation) =>
        TypedResults.Ok(await AuditChain.VerifyAsync(context, cancellation));

    /// <summary>
    /// The whole chain, one JSON object a line, in order: enough to verify it without this server (<c>gpm audit verify</c>). Actors are
    /// opaque ids; no name stands in it.
    /// </summary>
    private static PushStreamHttpResult Export(GpmDbContext context, HttpContext http) => TypedResults.Stream(async body =>
    {
        await foreach (var row in context.AuditEntries.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(http.RequestAborted))
        {
            await JsonSerializer.SerializeAsync(body, Show(row), JsonSerializerOptions.Web, http.RequestAborted);
            await body.WriteAsync(NewLine, http.RequestAborted);
        }
    }, Lines, "gpmtool-audit.jsonl");

    private static AuditEntryResponse Show(AuditEntry row) => new(row.Sequence, row.At, row.Actor, row.Action, row.ObjectKind, row.ObjectId, row.DetailsJson, Convert.ToHexStringLower(row.Hash));
}
