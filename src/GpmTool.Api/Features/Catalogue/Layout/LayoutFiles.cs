using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GpmTool.Persistence;

namespace GpmTool.Api.Features.Catalogue.Layout;

/// <summary>A policy field in <c>policy-fields.json</c>.</summary>
internal sealed record LayoutField(string Key, string Name, string? Description = null, string? CoordinatingAuthority = null, DateTime? ArchivedAt = null, IReadOnlyList<LayoutGroup>? Groups = null);

/// <summary>A process group of a policy field.</summary>
internal sealed record LayoutGroup(string Key, string Name, string? Description = null, string? Standard = null, int? SortOrder = null, DateTime? ArchivedAt = null);

/// <summary>An authority in <c>authorities.json</c> or <c>authorities-*.json</c>.</summary>
internal sealed record LayoutAuthority(
    string Key, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] AuthorityKind Kind, string? ShortName = null, string? Description = null, DateOnly? ValidFrom = null, DateOnly? ValidUntil = null, string? Successor = null, bool IsSample = false, DateTime? ArchivedAt = null);

/// <summary>A <c>process.json</c>.</summary>
internal sealed record LayoutProcess(
    string Key, string Name, string PolicyField, string Group, string? Description = null, string? Trigger = null, string? Result = null, string? Owner = null, IReadOnlyList<ProcessLegalBasis>? LegalBases = null,
    IReadOnlyList<string>? Weaknesses = null, LayoutSoll? Soll = null, double? CasesPerYear = null, string? LeikaKey = null, bool Illustrative = false, DateTime? ArchivedAt = null, IReadOnlyList<LayoutModel>? Models = null)
{
    /// <summary>The content as the catalogue has it.</summary>
    [JsonIgnore]
    public ProcessContent Content => new(Name, Description, Trigger, Result, Owner, LegalBases ?? [], Weaknesses ?? [], Soll?.Changes ?? [], Soll?.ExpectedEffects ?? [], LeikaKey, CasesPerYear, Illustrative);

    /// <summary>A process of the catalogue as a file.</summary>
    public static LayoutProcess Of(Process row, string policyField, string group, IReadOnlyList<LayoutModel> models)
    {
        var content = ProcessContent.Of(row);
        var soll = new LayoutSoll(OrNull(content.SollChanges), OrNull(content.ExpectedEffects));
        return new LayoutProcess(
            row.Key, content.Name, policyField, group, content.Description, content.Trigger, content.Result, content.Owner, OrNull(content.LegalBases), OrNull(content.Weaknesses),
            soll.Changes is null && soll.ExpectedEffects is null ? null : soll, content.CasesPerYear, content.LeikaKey, content.Illustrative, row.ArchivedAt, OrNull(models));
    }

    private static IReadOnlyList<T>? OrNull<T>(IReadOnlyList<T>? list) => list is { Count: > 0 } ? list : null;
}

/// <summary>What a <c>process.json</c> says about the Soll.</summary>
internal sealed record LayoutSoll(IReadOnlyList<string>? Changes = null, IReadOnlyList<string>? ExpectedEffects = null);

/// <summary>What the document of a model does not say itself.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Name">The name of the model, where it is not the document's.</param>
/// <param name="Draft">Whether the version is a draft.</param>
internal sealed record LayoutModel(string File, string? Name = null, bool Draft = false);

/// <summary>A line of <c>mapping.json</c>: which model a file outside the layout belongs to.</summary>
internal sealed record LayoutMapping(string File, string Process, Stage Stage, string? Authority = null);

/// <summary>How the files of the layout are read and written: strictly, and always the same way.</summary>
internal static class LayoutJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">It is no such file.</exception>
    public static T Read<T>(byte[] utf8) => JsonSerializer.Deserialize<T>(utf8.AsSpan().StartsWith("\uFEFF"u8) ? utf8.AsSpan(3) : utf8, Options) ?? throw new JsonException("The file holds null.");

    /// <summary>Writes a file.</summary>
    public static byte[] Write<T>(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, Options), (byte)'\n'];
}
