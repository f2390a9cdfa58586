using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GpmTool.Persistence;
using GpmTool.Web.Tests.Browser;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Web.Tests.Modelling;

/// <summary>The real program with modellers of authorities that have not recorded the winter service yet, each with a draft of its own.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private const string Process = "winterdienst-beauftragen";

    private readonly RealServer _server = RealServer.Start();

    /// <summary>The password of all accounts.</summary>
    public const string Password = RealServer.Password;

    public Uri Address(string path) => new(_server.Address, path);

    /// <summary>The account of the modeller of a district; made when first asked for.</summary>
    public async Task<string> ModellerAsync(char district)
    {
        var email = $"modellierung-{district}@example.org";
        await using var scope = _server.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        if (await context.Accounts.AnyAsync(row => row.LogInName == email)) return email;
        var account = new Account { Id = Guid.CreateVersion7(), LogInName = email, NormalizedLogInName = email.ToUpperInvariant(), SecurityStamp = "test", CreatedAt = DateTime.UnixEpoch };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        context.Accounts.Add(account);
        var authority = await context.Authorities.SingleAsync(row => row.Key == $"muster-bezirk-{district}");
        context.RoleGrants.Add(new RoleGrant { Id = Guid.CreateVersion7(), AccountId = account.Id, Role = Role.Modeller, AuthorityId = authority.Id });
        context.Record(Actor.Local, "account.test", "account", account.Id.ToString());
        await context.SaveChangesAsync();
        return email;
    }

    /// <summary>A program that works as the modeller of a district.</summary>
    public async Task<HttpClient> ClientAsync(char district)
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = true }) { BaseAddress = _server.Address };
        (await client.PostAsJsonAsync("/api/v1/session", new { email = await ModellerAsync(district), password = Password })).EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>Begins the Ist of a district; the result is its id.</summary>
    public async Task<string> BeginAsync(char district, string bpmn)
    {
        using var client = await ClientAsync(district);
        var answer = await client.PostAsync(new Uri($"/api/v1/processes/{Process}/models?stage=ist&authority=muster-bezirk-{district}", UriKind.Relative), Bpmn(bpmn));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>The draft as BPMN, with its tag.</summary>
    public static async Task<(string Xml, EntityTagHeaderValue Tag)> DraftAsync(HttpClient client, string model)
    {
        var answer = await client.GetAsync(new Uri($"/api/v1/models/{model}/versions/1?form=bpmn", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.ETag!);
    }

    /// <summary>Changes the draft as another tab or program does.</summary>
    public static async Task ChangeAsync(HttpClient client, string model, Func<string, string> change)
    {
        var (xml, tag) = await DraftAsync(client, model);
        var changed = change(xml);
        changed.ShouldNotBe(xml);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/models/{model}/draft") { Content = Bpmn(changed) };
        request.Headers.IfMatch.Add(tag);
        (await client.SendAsync(request)).EnsureSuccessStatusCode();
    }

    /// <summary>The steps of the draft as the API understands them: what is recorded, by name.</summary>
    public static async Task<Dictionary<string, JsonElement>> RecordedAsync(HttpClient client, string model)
    {
        var view = await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/models/{model}/versions/1?form=view", UriKind.Relative));
        return view.GetProperty("nodes").EnumerateArray()
            .Where(node => node.TryGetProperty("name", out _))
            .ToDictionary(node => node.GetProperty("name").GetString()!, node => node.TryGetProperty("gpm", out var gpm) ? gpm : default);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static StringContent Bpmn(string xml) => new(xml, Encoding.UTF8, "application/bpmn+xml");
}
