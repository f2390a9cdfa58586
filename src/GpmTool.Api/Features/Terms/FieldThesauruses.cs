using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GpmTool.Diff;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Terms;

/// <summary>A thesaurus with what tells it from others.</summary>
/// <param name="Words">The thesaurus.</param>
/// <param name="Hash">SHA-256 of its text, hexadecimal.</param>
internal sealed record FieldThesaurus(Thesaurus Words, string Hash)
{
    /// <summary>The one that comes with the program.</summary>
    public static FieldThesaurus BuiltIn { get; } = new(Thesaurus.Default, HashOf(Thesaurus.DefaultText));

    /// <summary>SHA-256 of a thesaurus' text, hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The thesauruses of the policy fields, one of each kept: stems are remembered from comparison to comparison.</summary>
internal sealed class FieldThesauruses
{
    private readonly ConcurrentDictionary<Guid, (int Version, FieldThesaurus Thesaurus)> _known = new();

    /// <summary>The thesaurus for comparing models of two fields; null: a model of no field. The built-in one unless both are of the same.</summary>
    public async Task<FieldThesaurus> OfAsync(GpmDbContext context, Guid? one, Guid? other, CancellationToken cancellation)
    {
        if ((one ?? other) is not { } field || (one is not null && other is not null && one != other)) return FieldThesaurus.BuiltIn;
        var version = await context.FieldTerms.AsNoTracking().Where(row => row.PolicyFieldId == field).Select(row => (int?)row.Version).SingleOrDefaultAsync(cancellation);
        if (version is not { } present) return FieldThesaurus.BuiltIn;
        if (_known.TryGetValue(field, out var known) && known.Version == present) return known.Thesaurus;
        var row = await context.FieldTerms.AsNoTracking().SingleAsync(row => row.PolicyFieldId == field, cancellation);
        var thesaurus = row.Text is null ? FieldThesaurus.BuiltIn : new FieldThesaurus(Thesaurus.Parse(row.Text), FieldThesaurus.HashOf(row.Text));
        _known[field] = (row.Version, thesaurus);
        return thesaurus;
    }
}
