using System.Diagnostics;
using GpmTool.Api.Tests.Infrastructure;

namespace GpmTool.Api.Tests.Samples;

/// <summary>What stands in samples/ works as it stands there, on the running program with its sample catalogue.</summary>
public class RunningSampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples");
    private string data = "";
    private ApiProcess api = null!;

    private static IEnumerable<string> HttpFiles => Directory.GetFiles(Path.Combine(Folder, "http"), "*.http").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [SetUp]
    public async Task StartAsync()
    {
        data = Directory.CreateTempSubdirectory("gpmtool-samples-").FullName;
        api = await ApiProcess.StartAsync(data, CancellationToken.None, "--Samples:Load=true");
    }

    [TearDown]
    public async Task StopAsync()
    {
        await api.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [TestCaseSource(nameof(HttpFiles)), CancelAfter(600_000)]
    public async Task Every_request_of_an_http_file_answers_as_it_says(string name, CancellationToken cancellation)
    {
        var file = HttpFile.Read(Path.Combine(Folder, "http", name));
        file.Requests.Count.ShouldBeGreaterThan(5);
        file.Variables["server"] = api.Address.ToString().TrimEnd('/');
        file.Variables["key"] = api.Key.ShouldNotBeNull();
        using var client = new HttpClient();
        await new HttpFileRunner(file, client).RunAsync(cancellation);
    }

    [Test, CancelAfter(600_000)]
    public async Task The_script_walks_twice_on_one_server(CancellationToken cancellation)
    {
        Require("bash", "curl", "node");
        string[] command = [Path.Combine(Folder, "tour.sh"), api.Address.ToString()];
        var first = await RunAsync("bash", command, 0, cancellation);
        first.ShouldContain("version 1 never changes");
        first.ShouldContain("created, 0 new versions, 2 unchanged, 0 rejected");
        first.TrimEnd().ShouldEndWith("unbroken");
        var second = await RunAsync("bash", command, 0, cancellation);
        second.ShouldContain("version 2 never changes");
        second.ShouldContain("import      0 created, 0 new versions");
    }

    [Test, CancelAfter(600_000)]
    public async Task The_script_of_comparing_walks_twice_on_one_server(CancellationToken cancellation)
    {
        Require("bash", "curl", "node");
        string[] command = [Path.Combine(Folder, "comparing.sh"), api.Address.ToString()];
        var first = await RunAsync("bash", command, 0, cancellation);
        first.ShouldContain("known by its ETag: 304");
        first.ShouldContain("compare     1 pinned");
        first.ShouldMatch("would take  1 change and \\d+ it needs");
        first.ShouldContain("take over   version 2 has");
        first.ShouldContain("second      412");
        first.TrimEnd().ShouldEndWith("merge       0 conflicts, stored: true");
        (await RunAsync("bash", command, 0, cancellation)).TrimEnd().ShouldEndWith("merge       0 conflicts, stored: true");
    }

    [Test, CancelAfter(600_000)]
    public async Task The_script_of_agreement_reviews_objects_changes_and_co_signs(CancellationToken cancellation)
    {
        Require("bash", "curl", "node");
        string[] command = [Path.Combine(Folder, "agreement.sh"), api.Address.ToString()];
        var text = await RunAsync("bash", command, 0, cancellation);
        text.ShouldContain("alone       refused: quorum-required");
        text.ShouldContain("muster-bezirk-a: agreed, muster-bezirk-b: objection, muster-bezirk-c: notConcerned, muster-senatsverwaltung: agreed");
        text.ShouldContain("conclude    refused: Das Quorum ist nicht erreicht: Einwände stehen offen: muster-bezirk-b");
        text.ShouldMatch(@"remaining   muster-bezirk-b: 2: .*\(auch durch Vertretung\)");
        text.ShouldContain("co-signed   Das Quorum ist erreicht.");
        text.ShouldMatch(@"audit       \d+ entries, unbroken");
        text.ShouldContain("Dafür haben wir niemanden.");
        (await RunAsync("bash", command, 0, cancellation)).ShouldContain("unbroken");
    }

    [Test, CancelAfter(600_000)]
    public async Task The_script_stops_at_the_first_failure(CancellationToken cancellation)
    {
        Require("bash", "curl", "node");
        var output = await RunAsync("bash", [Path.Combine(Folder, "tour.sh"), $"{api.Address}nowhere"], 1, cancellation);
        output.ShouldContain("FAILED: GET /processes?search=schluessel answered 404 instead of 200");
        output.ShouldNotContain("record ");
    }

    [Test, CancelAfter(600_000)]
    public async Task The_client_walks_twice_on_one_server(CancellationToken cancellation)
    {
        string[] command = [Path.Combine(AppContext.BaseDirectory, "GpmTool.Client.Sample.dll"), api.Address.ToString()];
        var first = await RunAsync("dotnet", command, 0, cancellation);
        first.ShouldContain("version 1 never changes");
        first.ShouldContain("hash as promised");
        first.ShouldContain("created, 0 new versions, 2 unchanged, 0 rejected");
        first.TrimEnd().ShouldEndWith("unbroken");
        var second = await RunAsync("dotnet", command, 0, cancellation);
        second.ShouldContain("version 2 never changes");
        second.ShouldContain("import      0 created, 0 new versions");
    }

    [Test, CancelAfter(600_000)]
    public async Task The_Soll_models_of_the_second_catalogue_can_be_published(CancellationToken cancellation)
    {
        await RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "GpmTool.Client.Sample.dll"), api.Address.ToString()], 0, cancellation);
        using var client = new HttpClient { BaseAddress = api.Address, DefaultRequestHeaders = { Authorization = new("Bearer", api.Key) } };
        var processes = (await (await client.GetAsync("/api/v1/processes?policyField=buergerdienste", cancellation)).JsonAsync(200)).Items("key");
        processes.ShouldBe(["bewohnerparkausweis-ausstellen", "meldebescheinigung-ausstellen"], ignoreOrder: true);
        foreach (var process in processes)
        {
            var models = (await (await client.GetAsync($"/api/v1/processes/{process}/models", cancellation)).JsonAsync(200)).EnumerateArray().ToList();
            models.Select(model => model.Text("authority")).ShouldBe([null, "muster-bezirk-a", "muster-bezirk-c"], ignoreOrder: true);
            foreach (var model in models)
            {
                var checks = await (await client.GetAsync($"/api/v1/models/{model.Text("id")}/versions/1/checks", cancellation)).JsonAsync(200);
                checks.GetProperty("findings").EnumerateArray().Where(finding => finding.Text("severity") != "info").Select(finding => $"{process} {finding}").ShouldBeEmpty();
            }
        }
    }

    [Test, CancelAfter(600_000)]
    public async Task The_client_fails_in_a_sentence_when_nobody_answers(CancellationToken cancellation)
    {
        await api.KillAsync();
        var output = await RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "GpmTool.Client.Sample.dll"), api.Address.ToString()], 1, cancellation);
        output.ShouldContain(api.Address.Authority);
        output.ShouldNotContain("   at ", Case.Sensitive, "a stack trace helps nobody here");
    }

    private static void Require(params string[] tools)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var missing = tools.Where(tool => !folders.Any(folder => File.Exists(Path.Combine(folder, tool)) || File.Exists(Path.Combine(folder, tool + ".exe")))).ToList();
        if (missing.Count == 0) return;
        var message = $"samples/tour.sh needs {string.Join(", ", missing)}";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(message);
        Assert.Ignore($"SKIPPED: {message}.");
    }

    /// <summary>Runs a program to its end; gives all it wrote.</summary>
    private async Task<string> RunAsync(string program, string[] arguments, int code, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GPM_API_KEY"] = api.Key;
        using var process = Process.Start(start)!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            var text = await output + await error;
            TestContext.Out.WriteLine(text);
            process.ExitCode.ShouldBe(code, text);
            return text;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
