using GpmTool.Api.Infrastructure.Callers;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Api.Tests.Infrastructure;

/// <summary>A key for tests that are not about rights: it may do everything.</summary>
internal static class TestKey
{
    /// <summary>The key.</summary>
    public static readonly KeyText Text = new("test", "a-secret-of-the-tests");

    /// <summary>All scopes.</summary>
    public static readonly string Scopes = ScopeWords.Write(Enum.GetValues<Scope>());

    /// <summary>Stores it, unless it is there.</summary>
    public static void StoreOnce(IServiceProvider services) => StoreOnceAsync(services).GetAwaiter().GetResult();

    private static async Task StoreOnceAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        if (await context.ApiKeys.AnyAsync(row => row.Prefix == Text.Prefix)) return;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var key = new ApiKey { Id = Guid.CreateVersion7(), Prefix = Text.Prefix, SecretHash = Text.Hash, Scopes = Scopes, CreatedAt = now, ExpiresAt = now.AddDays(1), LastUsedAt = now };
        context.ApiKeys.Add(key);
        context.Record(Actor.Local, "key.create", "key", key.Id.ToString());
        await context.SaveChangesAsync();
    }
}
