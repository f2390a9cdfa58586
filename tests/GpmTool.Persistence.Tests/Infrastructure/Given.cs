namespace GpmTool.Persistence.Tests;

/// <summary>Rows to begin with.</summary>
internal static class Given
{
    private static readonly DateTime Day = new(2026, 11, 25, 8, 30, 0, DateTimeKind.Utc);

    public static PolicyField Field(string key = "fm") => new() { Id = Guid.CreateVersion7(), Key = key, Name = "Facility Management" };

    /// <summary>A process with its field and group, and a Soll model of it.</summary>
    public static (object[] Rows, ProcessModel Model) Model()
    {
        var field = Field();
        var group = new ProcessGroup { Id = Guid.CreateVersion7(), Key = "tgm", Name = "Technisches Gebäudemanagement", PolicyFieldId = field.Id };
        var process = new Process { Id = Guid.CreateVersion7(), Key = "stoerung", Name = "Störungsmeldung bearbeiten", PolicyFieldId = field.Id, ProcessGroupId = group.Id, SearchText = "" };
        var model = new ProcessModel { Id = Guid.CreateVersion7(), ProcessId = process.Id, Stage = Stage.Soll, OwnerKey = "", Name = process.Name, LatestNumber = 1 };
        return ([field, group, process, model], model);
    }

    public static ModelVersion Draft(ProcessModel model, int number = 1) => new()
    {
        Id = Guid.CreateVersion7(),
        ModelId = model.Id,
        Number = number,
        DraftOfModelId = model.Id,
        CreatedAt = Day,
        CreatedBy = Actor.Local.Id,
        ContentHash = Hash(number),
        ModelHash = Hash(number),
        ShapeHash = Hash(number),
        Content = [1, 2, 3],
    };

    public static ModelVersion Frozen(ProcessModel model, int number = 1)
    {
        var version = Draft(model, number);
        (version.IsFrozen, version.DraftOfModelId, version.FrozenAt, version.FrozenBy, version.Content) = (true, null, Day, Actor.Local.Id, null);
        return version;
    }

    /// <summary>A decision about two elements of a pair of models, taken on a content.</summary>
    public static (PinSet Set, ElementPin Pin) Pin(ProcessModel first, ProcessModel second, StoredContent content)
    {
        var set = new PinSet { Id = Guid.CreateVersion7(), FirstModelId = first.Id, SecondModelId = second.Id, LastNumber = 1, ChangedAt = Day, ChangedBy = Actor.Local.Id };
        return (set, new ElementPin { PinSetId = set.Id, Number = 1, FirstElementId = "a", SecondElementId = "b", IsSame = true, FirstContentHash = content.Hash, SecondContentHash = content.Hash, DecidedAt = Day, DecidedBy = Actor.Local.Id });
    }

    public static StoredContent Content(byte start = 1) => new() { Hash = Hash(start), Bytes = [start], Length = 1 };

    public static Publication Publication(ProcessModel model, ModelVersion version, StoredContent package) => new()
    {
        Id = Guid.CreateVersion7(),
        ProcessId = model.ProcessId,
        ModelVersionId = version.Id,
        Number = 1,
        PackageHash = package.Hash,
        ManifestJson = "{}",
        PublishedAt = Day,
        PublishedBy = Actor.Local.Id,
    };

    private static byte[] Hash(int start) => [(byte)start, .. new byte[31]];
}
