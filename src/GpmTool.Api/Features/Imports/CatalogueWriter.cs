using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Features.Catalogue.Layout;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Search;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Imports;

/// <summary>What is to become of an item.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Problem">Why it is rejected or skipped.</param>
internal sealed record Decision(ImportOutcome Outcome, ItemProblem? Problem = null);

/// <summary>
/// Decides about the items of one batch and writes them. What the batch refers to is loaded once; with
/// <paramref name="announced"/> entries that an earlier batch will create count as there. Without <paramref name="rights"/> the program
/// writes for itself.
/// </summary>
internal sealed class CatalogueWriter(GpmDbContext context, GermanSearch search, ImportConflict conflict, Actor actor, DateTime now, string? note, IReadOnlySet<(ImportItemKind Kind, string Key)>? announced = null, ImportRights? rights = null)
{
    private readonly Dictionary<string, Authority> _authorities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PolicyField> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProcessGroup> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Process> _processes = new(StringComparer.Ordinal);
    private readonly Dictionary<(Guid Process, Stage Stage, string Owner), ProcessModel> _models = [];
    private readonly Dictionary<Guid, ModelVersion> _newest = [];
    private readonly HashSet<string> _contents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);

    /// <summary>Loads what the plans refer to.</summary>
    public async Task LoadAsync(IReadOnlyCollection<ItemPlan> plans, CancellationToken cancellation)
    {
        rights?.Narrow(context);

        // Fields, groups and authorities are few; processes and models are not.
        await foreach (var row in context.Authorities.AsAsyncEnumerable().WithCancellation(cancellation)) _authorities[row.Key] = row;
        await foreach (var row in context.PolicyFields.AsAsyncEnumerable().WithCancellation(cancellation)) _fields[row.Key] = row;
        await foreach (var row in context.ProcessGroups.AsAsyncEnumerable().WithCancellation(cancellation)) _groups[row.Key] = row;
        var keys = plans.Select(plan => plan.Process?.Key ?? plan.Model?.Process).OfType<string>().Distinct().ToList();
        foreach (var row in await context.Processes.Where(row => keys.Contains(row.Key)).ToListAsync(cancellation)) _processes[row.Key] = row;
        foreach (var key in await context.Processes.IgnoreQueryFilters().Where(row => keys.Contains(row.Key)).Select(row => row.Key).ToListAsync(cancellation))
            if (!_processes.ContainsKey(key)) _hidden.Add(key);
        var ids = plans.Select(plan => plan.Model?.Process).OfType<string>().Distinct().Where(_processes.ContainsKey).Select(key => _processes[key].Id).ToList();
        foreach (var row in await context.Models.Where(row => ids.Contains(row.ProcessId)).ToListAsync(cancellation)) _models[(row.ProcessId, row.Stage, row.OwnerKey)] = row;
        var models = _models.Values.Select(model => model.Id).ToList();
        var newest = context.ModelVersions.AsNoTracking().Where(version => models.Contains(version.ModelId) && context.Models.Any(model => model.Id == version.ModelId && model.LatestNumber == version.Number));
        foreach (var row in await newest.ToListAsync(cancellation)) _newest[row.ModelId] = row;
        var hashes = plans.Select(plan => plan.Model?.Content.ContentHash).OfType<byte[]>().ToList();
        foreach (var hash in await context.StoredContents.Where(row => hashes.Contains(row.Hash)).Select(row => row.Hash).ToListAsync(cancellation)) _contents.Add(Convert.ToHexString(hash));
    }

    /// <summary>Decides about one item without writing.</summary>
    public Decision Decide(PreparedItem item) => item switch
    {
        { Problem: { } problem } => new Decision(problem == ItemProblem.NoDocument ? ImportOutcome.Skipped : ImportOutcome.Rejected, problem),
        { Plan.Authority: { } authority } => Decide(authority),
        { Plan.Field: { } field } => Decide(field),
        { Plan.Group: { } group } => Decide(group),
        { Plan.Process: { } process } => Decide(process),
        { Plan.Model: { } model } => Decide(model),
        _ => throw new InvalidOperationException("An item without plan and problem."),
    };

    private Decision Decide(LayoutAuthority wanted)
    {
        if (PlanRules.Check(wanted) is { } invalid) return new Decision(ImportOutcome.Rejected, invalid);
        if (wanted.Successor is { } successor && !Has(ImportItemKind.Authority, successor, _authorities)) return Missing(Kinds.Authority, successor);
        return Allow(rights?.MayWriteMasterData, Kinds.Authority, wanted.Key, Compare(_authorities.GetValueOrDefault(wanted.Key), row => Plans.Of(row, Key(row.SuccessorId)) == wanted, row => row.ArchivedAt, Kinds.Authority, wanted.Key, wanted.ArchivedAt));
    }

    private Decision Decide(LayoutField wanted)
    {
        if (PlanRules.Check(wanted) is { } invalid) return new Decision(ImportOutcome.Rejected, invalid);
        if (wanted.CoordinatingAuthority is { } authority && !Has(ImportItemKind.Authority, authority, _authorities)) return Missing(Kinds.Authority, authority);
        return Allow(rights?.MayWriteMasterData, Kinds.PolicyField, wanted.Key, Compare(_fields.GetValueOrDefault(wanted.Key), row => Plans.Of(row, Key(row.CoordinatingAuthorityId)) == wanted, row => row.ArchivedAt, Kinds.PolicyField, wanted.Key, wanted.ArchivedAt));
    }

    private Decision Decide(GroupPlan wanted)
    {
        if (PlanRules.Check(wanted) is { } invalid) return new Decision(ImportOutcome.Rejected, invalid);
        if (!Has(ImportItemKind.PolicyField, wanted.PolicyField, _fields)) return Missing(Kinds.PolicyField, wanted.PolicyField);
        return Allow(rights?.MayWriteMasterData, Kinds.ProcessGroup, wanted.Group.Key, Compare(_groups.GetValueOrDefault(wanted.Group.Key), row => Plans.Of(row) == wanted.Group && FieldKey(row.PolicyFieldId) == wanted.PolicyField, row => row.ArchivedAt, Kinds.ProcessGroup, wanted.Group.Key, wanted.Group.ArchivedAt));
    }

    private Decision Decide(LayoutProcess wanted)
    {
        if (PlanRules.Check(wanted) is { } invalid) return new Decision(ImportOutcome.Rejected, invalid);
        if (!Has(ImportItemKind.PolicyField, wanted.PolicyField, _fields)) return Missing(Kinds.PolicyField, wanted.PolicyField);
        if (!Has(ImportItemKind.ProcessGroup, wanted.Group, _groups)) return Missing(Kinds.ProcessGroup, wanted.Group);
        var present = _processes.GetValueOrDefault(wanted.Key);
        // A key that is taken where the caller cannot read is not its to use.
        var may = rights is null || (rights.MayWrite(_fields.GetValueOrDefault(wanted.PolicyField)?.Id) && (present is null || rights.MayWrite(present.PolicyFieldId)) && !_hidden.Contains(wanted.Key));
        return Allow(may, Kinds.Process, wanted.Key, Compare(present, row => Plans.Same(row, wanted) && FieldKey(row.PolicyFieldId) == wanted.PolicyField && GroupKey(row.ProcessGroupId) == wanted.Group, row => row.ArchivedAt, Kinds.Process, wanted.Key, wanted.ArchivedAt));
    }

    private Decision Decide(ModelPlan wanted)
    {
        if (!Has(ImportItemKind.Process, wanted.Process, _processes)) return Missing(Kinds.Process, wanted.Process);
        if (wanted.Authority is { } authority && !Has(ImportItemKind.Authority, authority, _authorities)) return Missing(Kinds.Authority, authority);
        if (rights is null) return Compare(wanted);
        var field = _processes.GetValueOrDefault(wanted.Process)?.PolicyFieldId ?? (rights.PlannedField(wanted.Process) is { } planned ? _fields.GetValueOrDefault(planned)?.Id : null);
        // An authority that is not there yet is nobody's.
        Guid? owner = wanted.Authority is null ? null : _authorities.GetValueOrDefault(wanted.Authority)?.Id ?? Guid.Empty;
        var name = wanted.Authority is null ? $"{wanted.Process} (soll)" : $"{wanted.Process} (ist, {wanted.Authority})";
        if (rights.MayWrite(field, owner)) return Compare(wanted);
        return rights.MayCompare(field, owner) ? Allow(false, Kinds.Model, name, Compare(wanted)) : new Decision(ImportOutcome.Rejected, ItemProblem.NotAllowed(Kinds.Model, name));
    }

    private Decision Compare(ModelPlan wanted)
    {
        if (!_processes.TryGetValue(wanted.Process, out var process) || !_models.TryGetValue((process.Id, wanted.Stage, wanted.OwnerKey), out var model)) return new Decision(ImportOutcome.Created);
        var newest = _newest[model.Id];
        if (newest.ContentHash.AsSpan().SequenceEqual(wanted.Content.ContentHash)) return new Decision(ImportOutcome.Unchanged);
        if (conflict == ImportConflict.NewVersion && !newest.IsFrozen) return new Decision(ImportOutcome.Rejected, ItemProblem.DraftExists);
        return Different();
    }

    /// <summary>Writes one item as decided; gives the key or id of what it is now, and the number of a version.</summary>
    public async Task<(string? ObjectId, int? Version)> WriteAsync(ItemPlan plan, ImportOutcome outcome, CancellationToken cancellation)
    {
        if (plan.Model is { } model) return await WriteAsync(model, outcome, cancellation);
        var (kind, key) = plan.Identity!.Value;
        if (outcome is not (ImportOutcome.Created or ImportOutcome.NewVersion)) return (key, null);
        if (plan.Authority is { } authority) Plans.Into(authority, Row(_authorities, key, () => new Authority { Id = Guid.CreateVersion7(), Key = key, Name = "" }), authority.Successor is { } successor ? _authorities[successor].Id : null);
        else if (plan.Field is { } field) Plans.Into(field, Row(_fields, key, () => new PolicyField { Id = Guid.CreateVersion7(), Key = key, Name = "" }), field.CoordinatingAuthority is { } by ? _authorities[by].Id : null);
        else if (plan.Group is { } group) Plans.Into(group.Group, Row(_groups, key, () => new ProcessGroup { Id = Guid.CreateVersion7(), Key = key, Name = "" }), _fields[group.PolicyField].Id);
        else if (plan.Process is { } process) Plans.Into(process, Row(_processes, key, () => new Process { Id = Guid.CreateVersion7(), Key = key, Name = "", SearchText = "" }), _fields[process.PolicyField].Id, _groups[process.Group].Id, search);
        context.Record(actor, $"{Plans.AuditKind(kind)}.import", Plans.AuditKind(kind), key);
        return (key, null);
    }

    private async Task<(string? ObjectId, int? Version)> WriteAsync(ModelPlan plan, ImportOutcome outcome, CancellationToken cancellation)
    {
        var process = _processes.GetValueOrDefault(plan.Process);
        var model = process is null ? null : _models.GetValueOrDefault((process.Id, plan.Stage, plan.OwnerKey));
        if (outcome is not (ImportOutcome.Created or ImportOutcome.NewVersion)) return (model?.Id.ToString(), model is null ? null : _newest[model.Id].Number);
        if (model is null)
        {
            model = CreateModel.New(process!, plan.Stage, plan.Authority is { } key ? _authorities[key] : null, plan.Name ?? process!.Name);
            context.Models.Add(model);
            _models[(process!.Id, plan.Stage, plan.OwnerKey)] = model;
        }
        else if (plan.Name is { Length: > 0 } name)
        {
            model.Name = name.Length <= 300 ? name : name[..300];
        }

        var version = new ModelVersion
        {
            Id = Guid.CreateVersion7(),
            ModelId = model.Id,
            Number = ++model.LatestNumber,
            Note = note,
            CreatedAt = now,
            CreatedBy = actor.Id,
            ContentHash = [],
            ModelHash = [],
            ShapeHash = [],
        };
        plan.Content.Into(context, version);
        if (plan.IsDraft) await DraftAsync(version, plan, cancellation);
        else (version.IsFrozen, version.FrozenAt, version.FrozenBy) = (true, now, actor.Id);
        if (!plan.IsDraft && plan.Stored is { } stored) Keep(stored);
        context.ModelVersions.Add(version);
        _newest[model.Id] = version;
        context.Record(actor, "model.import", "model", model.Id.ToString(), AuditDetails.Of(version.Number, note));
        return (model.Id.ToString(), version.Number);
    }

    /// <summary>Stores the document of an item ahead: nothing refers to it yet.</summary>
    public void Keep(StoredContent content)
    {
        if (_contents.Add(Convert.ToHexString(content.Hash))) context.StoredContents.Add(content);
    }

    private async Task DraftAsync(ModelVersion version, ModelPlan plan, CancellationToken cancellation)
    {
        version.DraftOfModelId = version.ModelId;
        var stored = plan.Stored ?? await context.StoredContents.AsNoTracking().SingleAsync(row => row.Hash == plan.Content.ContentHash, cancellation);
        (version.Content, version.Encoding) = (stored.Bytes, stored.Encoding);
    }

    private TRow Row<TRow>(Dictionary<string, TRow> rows, string key, Func<TRow> create)
        where TRow : class
    {
        if (rows.TryGetValue(key, out var row)) return row;
        row = create();
        context.Add(row);
        return rows[key] = row;
    }

    private Decision Compare<TRow>(TRow? row, Func<TRow, bool> same, Func<TRow, DateTime?> archivedAt, Text kind, string key, DateTime? wanted)
        where TRow : class
    {
        if (row is null) return new Decision(ImportOutcome.Created);
        if (same(row)) return new Decision(ImportOutcome.Unchanged);
        if (archivedAt(row) is not null && wanted is null) return new Decision(ImportOutcome.Rejected, ItemProblem.Archived(kind, key));
        return Different();
    }

    /// <summary>What stays as it is needs no right.</summary>
    private static Decision Allow(bool? may, Text kind, string key, Decision decision) =>
        may == false && decision.Outcome is (ImportOutcome.Created or ImportOutcome.NewVersion) ? new Decision(ImportOutcome.Rejected, ItemProblem.NotAllowed(kind, key)) : decision;

    private Decision Different() => conflict switch
    {
        ImportConflict.NewVersion => new Decision(ImportOutcome.NewVersion),
        ImportConflict.Skip => new Decision(ImportOutcome.Skipped, ItemProblem.Kept),
        _ => new Decision(ImportOutcome.Rejected, ItemProblem.Different),
    };

    private static Decision Missing(Text kind, string key) => new(ImportOutcome.Rejected, ItemProblem.Missing(kind, key));

    private bool Has<TRow>(ImportItemKind kind, string key, Dictionary<string, TRow> rows) => rows.ContainsKey(key) || announced?.Contains((kind, key)) == true;

    private string? Key(Guid? authority) => authority is null ? null : _authorities.Values.First(row => row.Id == authority).Key;

    private string FieldKey(Guid id) => _fields.Values.First(row => row.Id == id).Key;

    private string GroupKey(Guid id) => _groups.Values.First(row => row.Id == id).Key;
}
