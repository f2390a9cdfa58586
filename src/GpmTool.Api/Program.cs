using GpmTool.Api.Infrastructure.Documentation;
using GpmTool.Api.Infrastructure.Hosting;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Validation;

return await Start.RunAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.UseLoopbackOnly();
    builder.AddTelemetry();
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddProblems();
    builder.Services.AddValidation();
    builder.Services.AddOpenApiDocument();
    builder.Services.AddHealthChecks();

    var app = builder.Build();
    app.UseSecurityHeaders();
    app.UseProblems();
    app.UseLocalHostNames();
    app.UseOpenApiPage();
    app.UseRouting();
    app.UsePages();

    app.MapStaticAssets();
    app.MapHealth();

    await app.RunAsync();
});
