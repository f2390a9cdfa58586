using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GpmTool.Persistence;
using GpmTool.Web.Tests.Browser;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Comparisons;

/// <summary>A test of the comparison on the real program, by somebody of the coordination who also records for one district.</summary>
public abstract class ComparisonTest : PageTest
{
    private const string Coordination = "vergleich@example.org";
    private RealServer? _server;

    private protected RealServer Server => _server ?? throw new InvalidOperationException("The server has not been started.");

    /// <summary>The Ist of Muster-Bezirk H and the Soll of the same process: drawn independently.</summary>
    protected string Ist { get; private set; } = "";

    /// <summary>The Soll.</summary>
    protected string Soll { get; private set; } = "";

    [OneTimeSetUp]
    public async Task StartServerAsync()
    {
        _server = RealServer.Start();
        await StoreAccountAsync(Coordination);
        using var client = await ClientAsync();
        var models = await client.GetFromJsonAsync<JsonElement>("/api/v1/processes/stoerungsmeldung-bearbeiten/models");
        Ist = Find(models, "muster-bezirk-h");
        Soll = Find(models, null);
    }

    [OneTimeTearDown]
    public async Task StopServerAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    /// <summary>Opens the comparison of two versions; <paramref name="more"/> is the rest of the address.</summary>
    protected async Task OpenAsync(string left, string right, string more = "", string account = Coordination)
    {
        await LogInAsync(account);
        await Page.GotoAsync(new Uri(Server.Address, $"/comparisons?left={left}&right={right}{more}").ToString());
    }

    /// <summary>Opens the Ist of Muster-Bezirk H beside the Soll and waits for both drawings.</summary>
    protected async Task OpenSampleAsync(string more = "", string account = Coordination)
    {
        await OpenAsync($"{Ist}@1", $"{Soll}@1", more, account);
        await ReadyAsync();
    }

    /// <summary>Waits until both drawings can be used.</summary>
    protected async Task ReadyAsync() => await Expect(Page.Locator(".gpm-drawings[data-ready=true]")).ToBeVisibleAsync();

    /// <summary>Logs the browser in.</summary>
    protected async Task LogInAsync(string account = Coordination)
    {
        var answer = await Page.Context.APIRequest.PostAsync(new Uri(Server.Address, "/api/v1/session").ToString(), new() { DataObject = new { email = account, password = RealServer.Password } });
        answer.Ok.ShouldBeTrue(answer.StatusText);
    }

    /// <summary>Somebody else, with the same rights, who uses the API.</summary>
    protected async Task<HttpClient> ClientAsync()
    {
        var client = new HttpClient { BaseAddress = Server.Address };
        (await client.PostAsJsonAsync("/api/v1/session", new { email = Coordination, password = RealServer.Password })).EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>Stores a document as a new model of a process and gives its id.</summary>
    protected static async Task<string> StoreAsync(HttpClient client, string address, byte[] document)
    {
        using var content = new StringContent(Encoding.UTF8.GetString(document), Encoding.UTF8, "application/json");
        var answer = await client.PostAsync(new Uri(address, UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        using var body = JsonDocument.Parse(text);
        return Find(await client.GetFromJsonAsync<JsonElement>(address[..address.IndexOf('?', StringComparison.Ordinal)]), "muster-bezirk-a");
    }

    /// <summary>Begins the draft of a model from its newest version.</summary>
    protected static async Task BeginDraftAsync(HttpClient client, string model) =>
        (await client.PostAsJsonAsync($"/api/v1/models/{model}/draft", new { note = "für den Test" })).EnsureSuccessStatusCode();

    /// <summary>The tag of the draft of a model.</summary>
    protected static async Task<EntityTagHeaderValue> DraftTagAsync(HttpClient client, string model)
    {
        var newest = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/models/{model}")).GetProperty("latestVersion").GetInt32();
        return (await client.GetAsync(new Uri($"/api/v1/models/{model}/versions/{newest}", UriKind.Relative))).Headers.ETag!;
    }

    /// <summary>What screen readers are told.</summary>
    protected ILocator Live => Page.Locator("[data-live]");

    /// <summary>The difference that is selected.</summary>
    protected ILocator Selected => Page.Locator(".gpm-difference-list [aria-current=true]");

    /// <summary>A checkbox or radio that lies under its label.</summary>
    protected async Task SwitchAsync(string name) => await Page.GetByText(name, new() { Exact = true }).First.ClickAsync();

    private static string Find(JsonElement models, string? authority) =>
        models.EnumerateArray().First(model => model.GetProperty("authority").GetString() == authority).GetProperty("id").GetString()!;

    /// <summary>Stores somebody of the coordination who also records for one district.</summary>
    protected async Task StoreAccountAsync(string name)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        var field = await context.PolicyFields.SingleAsync(row => row.Key == "facility-management");
        var authority = await context.Authorities.SingleAsync(row => row.Key == "muster-bezirk-a");
        var account = new Account { Id = Guid.CreateVersion7(), LogInName = name, NormalizedLogInName = name.ToUpperInvariant(), SecurityStamp = "test", CreatedAt = DateTime.UnixEpoch };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, RealServer.Password);
        context.Accounts.Add(account);
        context.RoleGrants.Add(new RoleGrant { Id = Guid.CreateVersion7(), AccountId = account.Id, Role = Role.FieldCoordination, PolicyFieldId = field.Id });
        context.RoleGrants.Add(new RoleGrant { Id = Guid.CreateVersion7(), AccountId = account.Id, Role = Role.Modeller, AuthorityId = authority.Id });
        context.Record(Actor.Local, "account.test", "account", account.Id.ToString());
        await context.SaveChangesAsync();
    }

    /// <summary>Takes the role of the coordination from somebody who is logged in.</summary>
    protected async Task TakeCoordinationAsync(string name)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        var account = await context.Accounts.SingleAsync(row => row.LogInName == name);
        context.RoleGrants.RemoveRange(context.RoleGrants.Where(row => row.AccountId == account.Id && row.Role == Role.FieldCoordination));
        context.Record(Actor.Local, "account.test", "account", account.Id.ToString());
        await context.SaveChangesAsync();
    }
}
