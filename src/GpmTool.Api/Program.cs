using GpmTool.Api.Features.Accounts;
using GpmTool.Api.Features.Audit;
using GpmTool.Api.Features.Authorities;
using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Features.Checks;
using GpmTool.Api.Features.Comparisons;
using GpmTool.Api.Features.Exports;
using GpmTool.Api.Features.Imports;
using GpmTool.Api.Features.LifeCycle;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Features.Notifications;
using GpmTool.Api.Features.Overview;
using GpmTool.Api.Features.Publications;
using GpmTool.Api.Features.Reviews;
using GpmTool.Api.Features.Samples;
using GpmTool.Api.Features.Terms;
using GpmTool.Api.Infrastructure.Callers;
using GpmTool.Api.Infrastructure.Documentation;
using GpmTool.Api.Infrastructure.Hosting;
using GpmTool.Api.Infrastructure.Limits;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Api.Infrastructure.Search;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Api.Infrastructure.Validation;

return await Start.RunAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseStaticWebAssets();
    builder.UseAddresses();
    builder.AddTelemetry();
    builder.AddStorage();
    builder.AddCallers();
    builder.AddRequestLimits();
    builder.AddImports();
    builder.AddComparisons();
    builder.AddNotifications();
    builder.AddReviews();
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddSingleton<Compounds>();
    builder.Services.AddSingleton<GermanSearch>();
    builder.Services.AddProblems();
    builder.Services.AddValidation();
    builder.Services.AddOpenApiDocument();

    var app = builder.Build();
    if (await DatabaseCommand.TryRunAsync(app, args)) return;
    _ = app.Services.GetRequiredService<IdentityProviders>(); // refuses the start when they are set up wrongly
    await app.PrepareStorageAsync();
    await app.LoadSamplesAsync();
    await app.PrepareFirstAccessAsync();

    app.UseProxies();
    app.UseSecurityHeaders();
    app.UseProblems();
    app.UseOpenApiPage();
    app.UseRouting();
    app.UseRateLimiter();
    app.UseAuthentication(); // behind the proxies' path and the limits: it answers what comes back from identity providers
    app.UseGate();
    app.UsePages();

    app.MapStaticAssets();
    app.MapHealth();
    app.MapCatalogue();
    app.MapAuthorities();
    app.MapModels();
    app.MapChecks();
    app.MapComparisons();
    app.MapTerms();
    app.MapImports();
    app.MapExports();
    app.MapLifeCycle();
    app.MapReviews();
    app.MapPublications();
    app.MapOverview();
    app.MapAudit();
    app.MapAccounts();
    app.MapNotifications();

    await app.RunAsync();
});
