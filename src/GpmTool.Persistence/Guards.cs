using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace GpmTool.Persistence;

/// <summary>Somebody tried to change or delete what is frozen for ever.</summary>
public sealed class ImmutableRecordException(string what)
    : InvalidOperationException($"{what} can neither be changed nor deleted. Make a new version instead.");

/// <summary>A change of state came without its audit entry.</summary>
public sealed class MissingAuditException()
    : InvalidOperationException("Every change of state needs an audit entry in the same save: call GpmDbContext.Record first.");

/// <summary>What a save may do to a row, whoever asks for it.</summary>
internal static class Guard
{
    /// <summary>Refuses a change of what is frozen, and counts the changes of what is not.</summary>
    public static void Check(EntityEntry entry)
    {
        switch (entry.Entity)
        {
            case ModelVersion when entry.State != EntityState.Added && entry.OriginalValues.GetValue<bool>(nameof(ModelVersion.IsFrozen)):
                throw new ImmutableRecordException("A frozen version");
            case StoredContent when entry.State != EntityState.Added:
                throw new ImmutableRecordException("Stored content");
            case Publication when entry.State != EntityState.Added:
                throw new ImmutableRecordException("A publication");
            case IAppendOnly when entry.State != EntityState.Added:
                throw new ImmutableRecordException($"A {entry.Metadata.ClrType.Name}");
            case AuditEntry or AuditHead: // only the context itself writes them, after this check
                throw new ImmutableRecordException("The audit chain");
            case IVersioned versioned when entry.State is EntityState.Added or EntityState.Modified:
                versioned.Version = entry.State == EntityState.Added ? 1 : entry.OriginalValues.GetValue<int>(nameof(IVersioned.Version)) + 1;
                break;
            default: break;
        }
    }
}
