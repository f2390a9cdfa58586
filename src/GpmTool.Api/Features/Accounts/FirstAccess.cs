using GpmTool.Api.Infrastructure.Callers;
using GpmTool.Api.Infrastructure.Hosting;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Accounts;

/// <summary>
/// How the first person gets in. <c>Accounts:FirstAccess</c>: <c>demo</c> (in Development unless told) prints accounts with random
/// passwords and a key once, when there are none; <c>link</c> (else) prints a one-time link for the first administrator at each start until
/// somebody used it; <c>none</c> does nothing.
/// </summary>
internal static class FirstAccess
{
    private const string DemoDomain = "demo.invalid"; // never anybody's (RFC 2606)

    /// <summary>Prepares it before the start; what is to be shown is printed when the program listens.</summary>
    public static async Task PrepareFirstAccessAsync(this WebApplication app)
    {
        var wanted = app.Configuration["Accounts:FirstAccess"] ?? (app.Environment.IsDevelopment() ? "demo" : "link");
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        var time = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        switch (wanted)
        {
            case "none":
                return;
            case "demo":
                if (await context.Accounts.AnyAsync() || await context.ApiKeys.AnyAsync()) return;
                await PrintAsync(await DemoAsync(context, scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), time));
                return;
            case "link":
                if (await LinkAsync(context, time) is not { } link) return;
                app.Lifetime.ApplicationStarted.Register(() => _ = PrintAsync([
                    "", "Noch niemand kann GpmTool verwalten. Dieser Link richtet das erste Konto ein; er gilt einmal und 7 Tage, ein neuer Start ersetzt ihn:",
                    "Nobody can administer GpmTool yet. This link makes the first account; it works once:",
                    $"  {app.Urls.FirstOrDefault()?.TrimEnd('/')}{app.Configuration["PathBase"]}{link}&first", ""]));
                return;
            default:
                throw new StartRefusedException($"GpmTool startet nicht: Accounts:FirstAccess „{wanted}“ ist unbekannt; möglich sind demo, link und none. / Unknown Accounts:FirstAccess; use demo, link or none.");
        }
    }

    private static async Task<string?> LinkAsync(GpmDbContext context, TimeProvider time)
    {
        if (await context.RoleGrants.AnyAsync(grant => grant.Role == Role.Administrator && context.Accounts.Any(row => row.Id == grant.AccountId && row.DisabledAt == null && (row.PasswordHash != null || row.ExternalLogIn != null)))) return null;
        var account = await context.Accounts.FirstOrDefaultAsync(row => row.LogInName == null && row.ExternalLogIn == null && row.DisabledAt == null && row.PasswordHash == null);
        if (account is null)
        {
            account = InvitationOperations.New(null, null, time);
            context.Accounts.Add(account);
            AccountOperations.Grant(context, account.Id, [new Grant(Role.Administrator, null, null)]);
        }

        var invitation = InvitationOperations.Renew(account, time);
        context.Record(Actor.Local, "account.invite", "account", account.Id.ToString());
        await context.SaveChangesAsync();
        return invitation.Link;
    }

    private static async Task<List<string>> DemoAsync(GpmDbContext context, UserManager<Account> users, TimeProvider time)
    {
        var field = await context.PolicyFields.Where(row => row.Key == "facility-management").Select(row => (Guid?)row.Id).SingleOrDefaultAsync();
        var authority = await context.Authorities.Where(row => row.Key == "muster-bezirk-a").Select(row => (Guid?)row.Id).SingleOrDefaultAsync();
        List<(string Name, string Title, Grant Grant)> people = [("verwaltung", "Demo Verwaltung", new Grant(Role.Administrator, null, null))];
        if (field is not null && authority is not null)
        {
            people.Add(("koordination", "Demo Koordination Facility Management", new Grant(Role.FieldCoordination, null, field)));
            people.Add(("senat", "Demo Senatskoordination Facility Management", new Grant(Role.SenateCoordination, null, field)));
            people.Add(("modellierung", "Demo Modellierung Muster-Bezirk A", new Grant(Role.Modeller, authority, field)));
            people.Add(("leitung", "Demo Leitung Muster-Bezirk A", new Grant(Role.AuthorityLead, authority, field)));
        }

        List<string> lines = ["", "Demo-Konten (Development); diese Passwörter werden nur jetzt gezeigt / demo accounts, shown only now:"];
        foreach (var (name, title, grant) in people)
        {
            var (email, password) = ($"{name}@{DemoDomain}", Secrets.New()[..20]);
            var account = InvitationOperations.New(email, users.NormalizeName(email), time);
            account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
            context.Accounts.Add(account);
            context.ActorNames.Add(new ActorName { ActorId = account.Id.ToString(), Name = title });
            AccountOperations.Grant(context, account.Id, [grant]);
            context.Record(Actor.Local, "account.demo", "account", account.Id.ToString());
            lines.Add($"  {email,-26} {password}   {grant.Role}");
        }

        var (row, key) = KeyOperations.Add(context, "Demo", Enum.GetValues<Scope>(), null, null, time.GetUtcNow().UtcDateTime, TimeSpan.FromDays(30));
        context.Record(Actor.Local, "key.create", "key", row.Id.ToString());
        await context.SaveChangesAsync();
        lines.AddRange([$"  GPM_API_KEY={key}", ""]);
        return lines;
    }

    private static async Task PrintAsync(IEnumerable<string> lines)
    {
        foreach (var line in lines) await Console.Out.WriteLineAsync(line);
    }
}
