using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Api.Tests.Accounts;

/// <summary>People who log in. One hash serves them all: making one takes longer than everything else.</summary>
internal static class People
{
    public const string Password = "langes Kennwort 7";
    private static readonly string Hash = new PasswordHasher<Account>().HashPassword(null!, Password);

    /// <summary>Stores an account with one role, or none.</summary>
    public static async Task<Guid> AddAsync(this ApiFixture api, string email, Role? role = null, string? authority = null, string? field = null)
    {
        await using var scope = api.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        var account = new Account { Id = Guid.CreateVersion7(), LogInName = email, NormalizedLogInName = email.ToUpperInvariant(), PasswordHash = Hash, SecurityStamp = email, CreatedAt = DateTime.UnixEpoch };
        context.Accounts.Add(account);
        context.ActorNames.Add(new ActorName { ActorId = account.Id.ToString(), Name = email });
        if (role is { } given)
            context.RoleGrants.Add(new RoleGrant
            {
                Id = Guid.CreateVersion7(),
                AccountId = account.Id,
                Role = given,
                AuthorityId = authority is null ? null : (await context.Authorities.SingleAsync(row => row.Key == authority)).Id,
                PolicyFieldId = field is null ? null : (await context.PolicyFields.SingleAsync(row => row.Key == field)).Id,
            });
        context.Record(Actor.Local, "account.test", "account", account.Id.ToString());
        await context.SaveChangesAsync();
        return account.Id;
    }

    /// <summary>A client that has logged in.</summary>
    public static async Task<HttpClient> LogInAsync(this ApiFixture api, string email)
    {
        var client = api.Anonymous();
        await (await client.SendJsonAsync(HttpMethod.Post, "/api/v1/session", new { email, password = Password })).JsonAsync(200);
        return client;
    }
}
