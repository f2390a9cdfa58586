using System.Text.Json;
using System.Text.Json.Serialization;
using GpmTool.Api.Features.Catalogue;

namespace GpmTool.Api.Features.Samples;

/// <summary>The files of <c>processes/</c>.</summary>
internal static class SampleFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>The folder beside the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "processes");

    /// <summary>Reads one file.</summary>
    public static async Task<T> ReadAsync<T>(string path, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<T>(stream, Options, cancellation) ?? throw new InvalidDataException($"{path} is empty.");
    }
}

/// <summary>A policy field of <c>policy-fields.json</c>.</summary>
internal sealed record SampleField(string Key, string Name, string? Description, string? Standard, IReadOnlyList<SampleGroup> Groups);

/// <summary>A process group of <c>policy-fields.json</c>.</summary>
internal sealed record SampleGroup(string Key, string Name, string? Description);

/// <summary>An authority of <c>authorities.json</c>.</summary>
internal sealed record SampleAuthority(string Key, string Name, GpmTool.Persistence.AuthorityKind Kind, bool IsSample);

/// <summary>A <c>process.json</c>.</summary>
internal sealed record SampleProcess(
    string Key, string Name, string Group, string PolicyField, string? Description, string? Trigger, string? Result, string? Owner, IReadOnlyList<ProcessLegalBasis>? LegalBases,
    IReadOnlyList<string>? Weaknesses, SampleSoll? Soll, double? CasesPerYear, string? LeikaKey)
{
    /// <summary>The content as the catalogue has it.</summary>
    public ProcessContent Content => new(Name, Description, Trigger, Result, Owner, LegalBases, Weaknesses, Soll?.Changes, Soll?.ExpectedEffects, LeikaKey, CasesPerYear);
}

/// <summary>What a <c>process.json</c> says about the Soll.</summary>
internal sealed record SampleSoll(IReadOnlyList<string>? Changes, IReadOnlyList<string>? ExpectedEffects);
