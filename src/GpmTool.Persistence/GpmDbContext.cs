using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GpmTool.Persistence;

/// <summary>
/// The one context. It guards what must hold whoever writes: frozen rows stay as they are, every change carries its
/// audit entry in the same transaction, and a row is only changed by somebody who saw its present version.
/// </summary>
public sealed class GpmDbContext(DbContextOptions<GpmDbContext> options, TimeProvider? time = null) : DbContext(options)
{
    private readonly List<(Actor Actor, string Action, string Kind, string Id, string? Details)> _pending = [];
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Policy fields.</summary>
    public DbSet<PolicyField> PolicyFields => Set<PolicyField>();

    /// <summary>Process groups.</summary>
    public DbSet<ProcessGroup> ProcessGroups => Set<ProcessGroup>();

    /// <summary>Authorities.</summary>
    public DbSet<Authority> Authorities => Set<Authority>();

    /// <summary>Processes.</summary>
    public DbSet<Process> Processes => Set<Process>();

    /// <summary>Models.</summary>
    public DbSet<ProcessModel> Models => Set<ProcessModel>();

    /// <summary>Versions of models.</summary>
    public DbSet<ModelVersion> ModelVersions => Set<ModelVersion>();

    /// <summary>Contents of frozen versions and packages.</summary>
    public DbSet<StoredContent> StoredContents => Set<StoredContent>();

    /// <summary>Calls between processes.</summary>
    public DbSet<ModelCall> ModelCalls => Set<ModelCall>();

    /// <summary>Publications.</summary>
    public DbSet<Publication> Publications => Set<Publication>();

    /// <summary>Pairs of models with decisions about their correspondences.</summary>
    public DbSet<PinSet> PinSets => Set<PinSet>();

    /// <summary>Decisions about correspondences.</summary>
    public DbSet<ElementPin> ElementPins => Set<ElementPin>();

    /// <summary>Thesauruses of policy fields.</summary>
    public DbSet<FieldTerms> FieldTerms => Set<FieldTerms>();

    /// <summary>Contents that drafts had before.</summary>
    public DbSet<DraftRevision> DraftRevisions => Set<DraftRevision>();

    /// <summary>Imports.</summary>
    public DbSet<ImportJob> ImportJobs => Set<ImportJob>();

    /// <summary>Pieces of packages to import.</summary>
    public DbSet<ImportChunk> ImportChunks => Set<ImportChunk>();

    /// <summary>What became of the items of imports.</summary>
    public DbSet<ImportItem> ImportItems => Set<ImportItem>();

    /// <summary>Accounts of people.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Roles of accounts.</summary>
    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    /// <summary>Keys of programs.</summary>
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <summary>The names behind the actors of the audit chain.</summary>
    public DbSet<ActorName> ActorNames => Set<ActorName>();

    /// <summary>What people are told.</summary>
    public DbSet<Notification> Notifications => Set<Notification>();

    /// <summary>What people want to be told by e-mail.</summary>
    public DbSet<NotificationSettings> NotificationSettings => Set<NotificationSettings>();

    /// <summary>How far versions of Soll models are.</summary>
    public DbSet<SollLifeCycle> SollLifeCycles => Set<SollLifeCycle>();

    /// <summary>Their steps from state to state.</summary>
    public DbSet<SollTransition> SollTransitions => Set<SollTransition>();

    /// <summary>What rolled-out Soll models brought.</summary>
    public DbSet<SollOutcome> SollOutcomes => Set<SollOutcome>();

    /// <summary>What policy fields demand before a Soll is approved.</summary>
    public DbSet<FieldQuorum> FieldQuorums => Set<FieldQuorum>();

    /// <summary>Reviews.</summary>
    public DbSet<Review> Reviews => Set<Review>();

    /// <summary>Rounds of reviews.</summary>
    public DbSet<ReviewRound> ReviewRounds => Set<ReviewRound>();

    /// <summary>Authorities that reviews ask.</summary>
    public DbSet<ReviewAuthority> ReviewAuthorities => Set<ReviewAuthority>();

    /// <summary>Comparisons as reviews had them.</summary>
    public DbSet<ReviewComparison> ReviewComparisons => Set<ReviewComparison>();

    /// <summary>What authorities said.</summary>
    public DbSet<ReviewPosition> ReviewPositions => Set<ReviewPosition>();

    /// <summary>Comments that belong together.</summary>
    public DbSet<ReviewThread> ReviewThreads => Set<ReviewThread>();

    /// <summary>Comments.</summary>
    public DbSet<ReviewComment> ReviewComments => Set<ReviewComment>();

    /// <summary>Links for guests.</summary>
    public DbSet<GuestLink> GuestLinks => Set<GuestLink>();

    /// <summary>The audit chain.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The end of the audit chain.</summary>
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>Whether the rows of all policy fields can be seen; what the program does for itself sees them all.</summary>
    public bool SeesAllFields { get; private set; } = true;

    /// <summary>The policy fields whose rows can be seen, unless all can.</summary>
    public IReadOnlyList<Guid> SeenFields { get; private set; } = [];

    /// <summary>The one review that a guest sees.</summary>
    public Guid? SeenReview { get; private set; }

    /// <summary>Shows only processes of these policy fields from now on, with their models, versions and publications: the rest does not exist for the caller.</summary>
    /// <param name="fields">The policy fields; null: all.</param>
    /// <param name="review">The one review that a guest sees.</param>
    public void ShowOnly(IReadOnlyList<Guid>? fields, Guid? review = null) => (SeesAllFields, SeenFields, SeenReview) = (fields is null, fields ?? [], review);

    /// <summary>
    /// Says of a policy field and an authority whether times and staffing of its Ist models may be seen before they are released; null: of
    /// all, as for what the program does for itself.
    /// </summary>
    public Func<Guid, Guid?, bool>? SeesStaffData { get; set; }

    /// <summary>Says what the next save does; written into the audit chain with it.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">What, such as "process.create".</param>
    /// <param name="objectKind">To what kind of object.</param>
    /// <param name="objectId">To which one.</param>
    /// <param name="detailsJson">More, as JSON without secrets.</param>
    public void Record(Actor actor, string action, string objectKind, string objectId, string? detailsJson = null) =>
        _pending.Add((actor, action, objectKind, objectId, detailsJson));

    /// <summary>Forgets all rows and what was recorded, after a save that failed.</summary>
    public void Forget()
    {
        ChangeTracker.Clear();
        _pending.Clear();
    }

    /// <summary>Not allowed: saving is asynchronous.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    /// <summary>Saves the changes and their audit entries in one transaction.</summary>
    /// <exception cref="ImmutableRecordException">A frozen row would change.</exception>
    /// <exception cref="MissingAuditException">Nothing was recorded for the changes.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row in between.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        var changes = ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in changes) Guard.Check(entry);
        if (changes.Count == 0)
        {
            _pending.Clear(); // nothing was done: the next save must not report it
            return 0;
        }

        if (_pending.Count == 0)
        {
            // Contents are invisible until an audited version or publication refers to them.
            if (!changes.TrueForAll(entry => entry.Entity is IBookkeeping or StoredContent)) throw new MissingAuditException();
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        try
        {
            var count = Database.CurrentTransaction is null
                ? await Database.CreateExecutionStrategy().ExecuteAsync(async () => await SaveInTransactionAsync(cancellationToken))
                : await SaveWithAuditAsync(cancellationToken);
            if (acceptAllChangesOnSuccess) ChangeTracker.AcceptAllChanges();
            _pending.Clear();
            return count;
        }
        catch
        {
            ForgetChain();
            throw;
        }
    }

    private async Task<int> SaveInTransactionAsync(CancellationToken cancellation)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellation);
        var count = await SaveWithAuditAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return count;
    }

    private async Task<int> SaveWithAuditAsync(CancellationToken cancellation)
    {
        ForgetChain(); // what an earlier save or attempt saw may be outdated

        // One writer at a time: SQLite's transaction holds the write lock from its beginning, SQL Server's gets the lock of
        // the head row here. Without it two saves would make the same place in the chain, and the second would fail.
        await Database.ExecuteSqlAsync($"UPDATE AuditHeads SET Sequence = Sequence WHERE Id = {AuditHead.OnlyId}", cancellation);
        var head = await AuditHeads.SingleOrDefaultAsync(row => row.Id == AuditHead.OnlyId, cancellation)
            ?? AuditHeads.Add(new AuditHead { Hash = AuditChain.Root }).Entity;
        foreach (var (actor, action, kind, id, details) in _pending)
        {
            var entry = new AuditEntry
            {
                Sequence = head.Sequence + 1,
                At = _time.GetUtcNow().UtcDateTime,
                Actor = actor.Id,
                Action = action,
                ObjectKind = kind,
                ObjectId = id,
                DetailsJson = details,
                PreviousHash = head.Hash,
                Hash = [],
            };
            entry.Hash = AuditChain.HashOf(entry);
            AuditEntries.Add(entry);
            head.Sequence = entry.Sequence;
            head.Hash = entry.Hash;
        }

        return await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellation);
    }

    /// <summary>Links that were not stored are made anew by the next attempt, on the head it finds then.</summary>
    private void ForgetChain()
    {
        foreach (var link in ChangeTracker.Entries().Where(entry => entry.Entity is AuditHead || (entry.Entity is AuditEntry && entry.State == EntityState.Added)).ToList())
            link.State = EntityState.Detached;
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GpmDbContext).Assembly);
        modelBuilder.Entity<Process>().HasQueryFilter(row => SeesAllFields || SeenFields.Contains(row.PolicyFieldId));
        modelBuilder.Entity<ProcessModel>().HasQueryFilter(row => SeesAllFields || Processes.Any(process => process.Id == row.ProcessId && SeenFields.Contains(process.PolicyFieldId)));
        modelBuilder.Entity<Notification>().HasQueryFilter(row => SeesAllFields || row.FieldId == null || SeenFields.Contains(row.FieldId.Value));
        modelBuilder.Entity<Review>().HasQueryFilter(row => SeesAllFields || SeenFields.Contains(row.PolicyFieldId) || row.Id == SeenReview);
        modelBuilder.Entity<Publication>().HasQueryFilter(row => SeesAllFields || Processes.Any(process => process.Id == row.ProcessId && SeenFields.Contains(process.PolicyFieldId)));
        modelBuilder.Entity<ModelVersion>().HasQueryFilter(row => SeesAllFields || Models.Any(model => model.Id == row.ModelId && Processes.Any(process => process.Id == model.ProcessId && SeenFields.Contains(process.PolicyFieldId))));
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.ToUniversalTime(),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
