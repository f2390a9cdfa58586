namespace GpmTool.Persistence;

/// <summary>Somebody tried to change or delete what is frozen for ever.</summary>
public sealed class ImmutableRecordException(string what)
    : InvalidOperationException($"{what} can neither be changed nor deleted. Make a new version instead.");

/// <summary>A change of state came without its audit entry.</summary>
public sealed class MissingAuditException()
    : InvalidOperationException("Every change of state needs an audit entry in the same save: call GpmDbContext.Record first.");
