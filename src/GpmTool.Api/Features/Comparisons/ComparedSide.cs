using System.Security.Cryptography;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Bpmn;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>One side of a comparison.</summary>
/// <param name="ModelId">The model; null for a document that was sent along.</param>
/// <param name="Version">The number of the version.</param>
/// <param name="Process">The key of the process.</param>
/// <param name="Stage">Ist or Soll.</param>
/// <param name="Authority">The key of the authority of an Ist.</param>
/// <param name="Title">What reports call it.</param>
/// <param name="IsFrozen">Whether the version is frozen.</param>
/// <param name="ModelHash">SHA-256 of the graph without layout, hexadecimal.</param>
/// <param name="ContentHash">SHA-256 of the document without its envelope, of a document sent along of its bytes, hexadecimal.</param>
internal sealed record ComparedVersion(Guid? ModelId, int? Version, string? Process, Stage? Stage, string? Authority, string Title, bool IsFrozen, string ModelHash, string ContentHash);

/// <summary>One side of a comparison: what tells it from others is known at once, its graph is read when it is needed.</summary>
internal sealed class ComparedSide
{
    private static readonly BpmnReadOptions BpmnBounds = new() { MaxBytes = StoredDocuments.MaxBytes };
    private readonly ProcessGraph? _graph;
    private readonly GpmDbContext? _context;

    private ComparedSide(ComparedVersion version, byte[] contentHash, ProcessGraph? graph, GpmDbContext? context) => (Version, ContentHash, _graph, _context) = (version, contentHash, graph, context);

    /// <summary>What it is.</summary>
    public ComparedVersion Version { get; }

    /// <summary>Which content it has.</summary>
    public byte[] ContentHash { get; }

    /// <summary>The policy field of a stored version.</summary>
    public Guid? PolicyFieldId { get; private init; }

    /// <summary>The row of a stored version.</summary>
    public Guid? RowId { get; private init; }

    /// <summary>Its row version, and so its ETag.</summary>
    public int RowVersion { get; private init; }

    /// <summary>Whether times and staffing are taken out, because they are not released to the caller. Part of every key of what is remembered.</summary>
    public bool IsBare { get; private init; }

    /// <summary>When the model was archived (UTC).</summary>
    public DateTime? ArchivedAt { get; private init; }

    /// <summary>Finds a version; <paramref name="number"/> null means the newest. Null when it does not exist.</summary>
    public static async Task<ComparedSide?> StoredAsync(GpmDbContext context, Guid modelId, int? number, CancellationToken cancellation, bool forEverybody = false)
    {
        var found = await (
            from model in context.Models.AsNoTracking()
            join process in context.Processes on model.ProcessId equals process.Id
            join version in context.ModelVersions on model.Id equals version.ModelId
            join authority in context.Authorities on model.AuthorityId equals authority.Id into owners
            from owner in owners.DefaultIfEmpty()
            where model.Id == modelId && version.Number == (number ?? model.LatestNumber)
            select new { Model = model, Process = process.Key, process.PolicyFieldId, Owner = owner.Name, version.Id, version.Number, version.IsFrozen, version.ContentHash, version.ModelHash, version.Version }).SingleOrDefaultAsync(cancellation);
        if (found is null) return null;
        var shown = new ComparedVersion(
            modelId, found.Number, found.Process, found.Model.Stage, found.Model.OwnerKey.Length == 0 ? null : found.Model.OwnerKey,
            found.Owner is null ? $"Soll (Version {found.Number})" : $"Ist {found.Owner} (Version {found.Number})", found.IsFrozen, Convert.ToHexStringLower(found.ModelHash), Convert.ToHexStringLower(found.ContentHash));
        return new ComparedSide(shown, found.ContentHash, null, context) { PolicyFieldId = found.PolicyFieldId, RowId = found.Id, RowVersion = found.Version, ArchivedAt = found.Model.ArchivedAt, IsBare = StoredDocuments.HidesStaffData(context, found.Model, found.PolicyFieldId, forEverybody) };
    }

    /// <summary>The same with times and staffing: not for an answer, but to keep them for those who may see them.</summary>
    public ComparedSide Whole() => new(Version, ContentHash, _graph, _context) { PolicyFieldId = PolicyFieldId, RowId = RowId, RowVersion = RowVersion, ArchivedAt = ArchivedAt };

    /// <summary>Reads a document that was sent along, whatever form it has; <paramref name="where"/> names it in messages.</summary>
    public static (ComparedSide? Side, ProblemResult? Problem) Sent(byte[] bytes, string? name, Text where, CancellationToken cancellation)
    {
        if (bytes.Length > StoredDocuments.MaxBytes) return (null, DocumentFailures.TooLarge(where));
        try
        {
            var graph = BpmnDocument.IsXml(bytes, name) ? BpmnDocument.Read(bytes, BpmnBounds, cancellation).Graph
                : ElsaDocument.IsDefinition(bytes) ? ElsaDocument.Read(bytes).Graph
                : GraphJson.Read(bytes);
            var hash = SHA256.HashData(bytes);
            return (new ComparedSide(new ComparedVersion(null, null, null, null, null, name ?? graph.Name ?? where.ToString(), false, Convert.ToHexStringLower(GraphHashes.ModelHash(graph)), Convert.ToHexStringLower(hash)), hash, graph, null), null);
        }
        catch (Exception exception) when (DocumentFailures.Knows(exception))
        {
            return (null, DocumentFailures.Of(exception, where));
        }
    }

    /// <summary>A content that is not a version's any more.</summary>
    public static ComparedSide Earlier(ComparedSide version, byte[] contentHash, ProcessGraph graph) => new(version.Version with { ModelHash = Convert.ToHexStringLower(GraphHashes.ModelHash(graph)), ContentHash = Convert.ToHexStringLower(contentHash) }, contentHash, graph, null) { PolicyFieldId = version.PolicyFieldId, IsBare = version.IsBare };

    /// <summary>Its graph.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The draft was changed since it was found.</exception>
    public async Task<ProcessGraph> GraphAsync(ComparisonCache cache, CancellationToken cancellation)
    {
        // What is remembered is whole; it is made bare for each caller who may not see the rest.
        var whole = _graph ?? await GraphAsync(cache, ContentHash, () => BytesAsync(cancellation));
        return IsBare ? StaffData.Remove(whole) : whole;
    }

    /// <summary>The graph of a document, read once.</summary>
    public static Task<ProcessGraph> GraphAsync(ComparisonCache cache, byte[] contentHash, Func<Task<byte[]>> load) =>
        cache.GetAsync($"graph:{Convert.ToHexStringLower(contentHash)}", async () =>
        {
            var bytes = await load();
            return (ElsaDocument.Read(bytes).Graph, 4L * bytes.Length); // objects take more than their text
        });

    private async Task<byte[]> BytesAsync(CancellationToken cancellation)
    {
        if (Version.IsFrozen) return await StoredDocuments.LoadWholeAsync(_context!, ContentHash, cancellation);
        var row = await _context!.ModelVersions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == RowId && row.ContentHash == ContentHash, cancellation);
        return row is null ? throw new DbUpdateConcurrencyException($"The draft {Version.ModelId}/{Version.Version} was changed since it was found.") : await StoredDocuments.LoadWholeAsync(_context, row, cancellation);
    }
}
