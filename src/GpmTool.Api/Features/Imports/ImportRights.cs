using GpmTool.Api.Infrastructure.Callers;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;

namespace GpmTool.Api.Features.Imports;

/// <summary>
/// What the one who started an import may write now. It is asked for anew with each batch, so rights that were taken away meanwhile end
/// what is left of the import.
/// </summary>
/// <param name="caller">Who started it; null: nobody any more (disabled, revoked, expired).</param>
/// <param name="planned">The policy fields of the processes that the package brings, by key.</param>
internal sealed class ImportRights(Caller? caller, IReadOnlyDictionary<string, string> planned)
{
    /// <summary>The rights of the one who started a job.</summary>
    public static async Task<ImportRights> OfAsync(GpmDbContext context, ImportJob job, IReadOnlyDictionary<string, string> planned, TimeProvider time, CancellationToken cancellation) =>
        new(Guid.TryParse(job.CreatedBy, out var id) ? await KnownCallers.FindAsync(context, id, time.GetUtcNow().UtcDateTime, cancellation) : null, planned);

    /// <summary>The policy fields of a package's processes, by key of the process.</summary>
    public static IReadOnlyDictionary<string, string> FieldsOf(IEnumerable<ListedItem> items) =>
        items.Select(item => item.Plan?.Process).OfType<Catalogue.Layout.LayoutProcess>().GroupBy(process => process.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().PolicyField, StringComparer.Ordinal);

    /// <summary>Shows the context only what the caller may read or import into: the rest does not exist for the import.</summary>
    public void Narrow(GpmDbContext context)
    {
        var fields = (Read: Fields(Right.ReadContent), Import: Fields(Right.Import));
        context.ShowOnly(fields.Read is null || fields.Import is null ? null : [.. fields.Read.Union(fields.Import)]);
    }

    /// <summary>Whether authorities, policy fields and groups may be written.</summary>
    public bool MayWriteMasterData => May(Right.Import, new Subject(null));

    /// <summary>Whether what belongs to a policy field may be written.</summary>
    public bool MayWrite(Guid? field) => May(Right.Import, new Subject(field));

    /// <summary>Whether a model may be written.</summary>
    public bool MayWrite(Guid? field, Guid? authority) => May(Right.Import, new Subject(field, authority));

    /// <summary>Whether the caller may know if a model is the same as the one in the package: its times are part of that.</summary>
    public bool MayCompare(Guid? field, Guid? authority) => authority is null || May(Right.ReadStaffData, new Subject(field, authority));

    /// <summary>The key of the policy field of a process that the package brings.</summary>
    public string? PlannedField(string process) => planned.GetValueOrDefault(process);

    private bool May(Right right, Subject subject) => caller is not null && RightsTable.May(caller, right, subject);

    private IReadOnlyList<Guid>? Fields(Right right) => caller is null ? [] : RightsTable.Fields(caller, right);
}
