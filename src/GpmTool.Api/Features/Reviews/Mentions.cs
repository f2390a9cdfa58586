using System.Text.Json;
using System.Text.Json.Serialization;
using GpmTool.Api.Features.Notifications;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Reviews;

/// <summary>Roles that are told of a comment.</summary>
internal static class Mentions
{
    private static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>As they are stored.</summary>
    public static string? Write(IReadOnlyList<Mention>? mentions) => mentions is null or [] ? null : JsonSerializer.Serialize(mentions, Stored);

    /// <summary>Reads what is stored.</summary>
    public static IReadOnlyList<Mention> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<Mention>>(json, Stored)!;

    /// <summary>Whom they name in a policy field; an unknown authority is a problem.</summary>
    public static async Task<(Audience? Audience, ProblemResult? Problem)> AudienceAsync(GpmDbContext context, IReadOnlyList<Mention>? mentions, Guid field, CancellationToken cancellation)
    {
        var grants = new List<Grant>();
        foreach (var (mention, index) in (mentions ?? []).Select((mention, index) => (mention, index)))
        {
            if (mention.Role is not (Role.Modeller or Role.FieldCoordination or Role.SenateCoordination or Role.AuthorityLead))
                return (null, Failure.Field($"mentions[{index}].role", new("Genannt werden modeller, fieldCoordination, senateCoordination und authorityLead.", "Named can be modeller, fieldCoordination, senateCoordination and authorityLead.")));
            Guid? authority = null;
            if (mention.Authority is { } key)
            {
                authority = await context.Authorities.Where(row => row.Key == key).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellation);
                if (authority is null) return (null, Failure.Field($"mentions[{index}].authority", new($"Behörde „{key}“ ist nicht vorhanden.", $"Authority \"{key}\" does not exist.")));
            }

            grants.Add(new Grant(mention.Role, authority, field));
        }

        return (grants.Count == 0 ? null : Audience.Of([.. grants]), null);
    }
}
