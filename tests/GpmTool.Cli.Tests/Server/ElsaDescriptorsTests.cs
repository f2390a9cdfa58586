using System.Text.Json;
using GpmTool.Cli.Tests.Infrastructure;
using GpmTool.Elsa;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace GpmTool.Cli.Tests.Server;

/// <summary><c>gpm elsa descriptors</c> against a server that answers as an Elsa server does.</summary>
public sealed class ElsaDescriptorsTests
{
    [Test]
    public async Task The_types_known_here_are_no_difference_and_the_key_is_sent()
    {
        await using var server = await ServerAsync(ActivityTable.All.Select(Descriptor));
        var run = await Gpm.RunAsync(["elsa", "descriptors", "--server", server.Address], null, new() { ["GPM_API_KEY"] = "geheim" });
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        server.Authorization.ShouldBe("ApiKey geheim");
        run.Output.ShouldStartWith($"{ActivityTable.All.Count} Typen am Server; 0 fehlen dort");
    }

    [Test]
    public async Task Other_types_are_named_and_the_table_is_written()
    {
        using var folder = new TemporaryFolder();
        var types = ActivityTable.All.Where(type => type.Type != "Elsa.Fork").Select(type => type.Type == "Elsa.Delay" ? type with { Version = type.Version + 1 } : type)
            .Append(new ActivityType("Berlin.Akte", 1, ["aktenzeichen"], [], ["Done"], ["anlage"]));
        await using var server = await ServerAsync(types.Select(Descriptor));
        var run = await Gpm.RunAsync("elsa", "descriptors", "--server", server.Address, "--out", folder["activities.json"], "--format", "json");
        run.ExitCode.ShouldBe(1, run.Error);
        using var json = JsonDocument.Parse(run.Output);
        Names(json, "missing").ShouldBe(["Elsa.Fork"]);
        Names(json, "added").ShouldBe(["Berlin.Akte"]);
        Names(json, "changed").ShouldBe(["Elsa.Delay"]);
        var table = File.ReadAllLines(folder["activities.json"]);
        table.ShouldContain(line => line.Trim().TrimEnd(',') == """{"type":"Berlin.Akte","version":1,"inputs":["aktenzeichen"],"outputs":[],"ports":["Done"],"bodies":["anlage"]}""");
    }

    [Test]
    public async Task Another_server_is_recognised_as_none()
    {
        await using var server = await ServerAsync([]);
        var run = await Gpm.RunAsync("elsa", "descriptors", "--server", server.Address + "/falsch");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("404");
    }

    private static IEnumerable<string?> Names(JsonDocument json, string member) => json.RootElement.GetProperty(member).EnumerateArray().Select(name => name.GetString());

    private static object Descriptor(ActivityType type) => new
    {
        typeName = type.Type,
        version = type.Version,
        inputs = type.Inputs.Select(name => new { name = char.ToUpperInvariant(name[0]) + name[1..], typeName = "String" }),
        outputs = type.Outputs.Select(name => new { name = char.ToUpperInvariant(name[0]) + name[1..] }),
        ports = type.Ports.Select(name => new { name, type = "Flow" }).Concat(type.Bodies.Select(name => new { name = char.ToUpperInvariant(name[0]) + name[1..], type = "Embedded" })),
    };

    private static async Task<ElsaServer> ServerAsync(IEnumerable<object> items)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ElsaServer(app);
        var all = items.ToList();
        app.Run(async context =>
        {
            server.Authorization = context.Request.Headers.Authorization.ToString();
            if (context.Request.Path == "/elsa/api/descriptors/activities") await context.Response.WriteAsJsonAsync(new { items = all, count = all.Count });
            else context.Response.StatusCode = StatusCodes.Status404NotFound;
        });
        await app.StartAsync();
        return server;
    }

    private sealed class ElsaServer(WebApplication app) : IAsyncDisposable
    {
        public string Address => app.Urls.Single() + "/elsa/api";

        public string? Authorization { get; set; }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
