using System.Text.Json;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Api.Tests.Models;

namespace GpmTool.Api.Tests.Imports;

/// <summary>
/// The program is killed (SIGKILL) at ten random moments of one import: while the package arrives, while items are staged or
/// written, and around the end. Each start on the same folder shows whole items or none, and the import goes on by itself.
/// <c>GPM_KILL_SEED</c> repeats the moments of a run, as far as the machine's own timing allows.
/// </summary>
public class KillTests
{
    private const int Processes = 100;
    private const int Items = 5 + (3 * Processes); // two authorities, field and group, the README; each process with a Soll and an Ist
    private const int Look = 3; // seconds until the import goes on after a start, to look at what is there
    private const int Sample = 20; // models that are looked into after each start; at the end it is all
    private const string Key = "lieferung-1";

    // Milliseconds to the kill when the end has begun: one of them hits its middle on a quick machine, another on a slow one.
    private static readonly int[] Pauses = [0, 300, 1000, 3000];
    private static readonly byte[] Package = Packages.Zip(
        [
            ("authorities.json", Packages.Authorities), ("policy-fields.json", Packages.Fields), ("README.md", "# Hinweis"),
            .. Enumerable.Range(0, Processes).SelectMany(i => new[]
            {
                ($"fm/p-{i}/process.json", Packages.Process($"p-{i}", $"Prozess {i}")),
                ($"fm/p-{i}/soll.json", Documents.Elsa(Label($"p-{i}"))),
                ($"fm/p-{i}/ist-bezirk-a.json", Documents.Elsa(Label($"p-{i}"))),
            }),
        ]);

    private string folder = "";

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("gpmtool-kill-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("allOrNothing"), TestCase("bestEffort")]
    [CancelAfter(1_800_000)]
    public async Task An_import_survives_ten_kills(string mode, CancellationToken cancellation)
    {
        // On a busy machine an import can be through before it is seen: then nothing was tried, and it is tried again.
        for (var attempt = 1; attempt <= 3; attempt++)
            if (await KillTenTimesAsync(Path.Combine(folder, $"{attempt}"), mode, cancellation) >= 5) return;
        Assert.Fail("Most kills have to hit an import that had not ended; three times they did not.");
    }

    /// <summary>How many of the kills hit an import that had not ended.</summary>
    private static async Task<int> KillTenTimesAsync(string folder, string mode, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var seed = int.TryParse(Environment.GetEnvironmentVariable("GPM_KILL_SEED"), out var wanted) ? wanted : Random.Shared.Next();
        TestContext.Progress.WriteLine($"{mode}: GPM_KILL_SEED={seed}");
        var random = new Random(seed);
        await using var server = new KilledServer(folder, mode == "bestEffort" ? Look : 1, cancellation);
        await server.StartAsync();
        var interrupted = 0;

        // 1 and 2: the package is still on its way.
        for (var kill = 0; kill < 2; kill++)
        {
            await KillWhileSendingAsync(server, mode, random.Next(1, Package.Length), cancellation);
            await server.StartAsync();
            (await server.ListAsync("imports")).ShouldBeEmpty("a package that did not arrive leaves nothing");
            interrupted++;
        }

        // 3: it has arrived, and the answer may be on its way or not.
        var answered = await KillAfterSendingAsync(server, mode, random.Next(0, 150), cancellation);
        await server.StartAsync();
        var known = await server.ListAsync("imports");
        if (answered is not null) known.ShouldHaveSingleItem().Text("id").ShouldBe(answered, "what was accepted is there");
        var id = (await (await server.Client.SendPackageAsync(Package, $"mode={mode}", key: Key)).JsonAsync(202)).Text("id")!;
        (await server.ListAsync("imports")).ShouldHaveSingleItem().Text("id").ShouldBe(id, "sent again with its key it is the same import");

        // 4 to 10: on the way through the items, and at the end; all or nothing writes everything there, so it has more of them.
        var last = mode == "allOrNothing" ? 7 : 9;
        for (var kill = 3; kill < 10; kill++)
        {
            var done = kill < last ? (int)(Items * (kill - 3 + random.NextDouble()) / (last - 2)) : Items;
            var pause = kill < last ? random.Next(0, 20) : random.Next(Pauses[kill - 7], Pauses[kill - 6]);
            var seen = await server.RunUntilAsync(done);
            if (kill >= last && mode == "allOrNothing") await server.WatchLastStepAsync(id);
            await Task.Delay(pause, cancellation);
            await server.KillAsync();
            await server.StartAsync();
            var state = await ShouldBeWholeOrAbsentAsync(server, mode, id, random);
            if (state != "completed") interrupted++;
            TestContext.Progress.WriteLine($"{mode}: kill {kill + 1} at {seen} of {Items} + {pause} ms, {state} after the start");
        }

        await ShouldEndAsync(server, id);
        await ShouldChangeNothingAsync(server, mode);
        return interrupted;
    }

    private static string Label(string process) => $"Meldung {process} prüfen";

    private static async Task KillWhileSendingAsync(KilledServer server, string mode, int bytes, CancellationToken cancellation)
    {
        using var body = new HeldBody(Package, bytes);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/imports?mode={mode}") { Content = body };
        request.Headers.Add("Idempotency-Key", Key);
        var sending = server.Client.SendAsync(request, cancellation);
        await body.Held.WaitAsync(cancellation);
        await server.KillAsync();
        body.Break();
        await Should.ThrowAsync<Exception>(sending);
    }

    /// <summary>The id of the import when the answer came before the kill.</summary>
    private static async Task<string?> KillAfterSendingAsync(KilledServer server, string mode, int pause, CancellationToken cancellation)
    {
        var sending = server.Client.SendPackageAsync(Package, $"mode={mode}", key: Key);
        await Task.Delay(pause, cancellation);
        if (!sending.IsCompletedSuccessfully)
        {
            var killing = server.KillAsync();
            try
            {
                await sending;
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or ObjectDisposedException)
            {
                await killing;
                return null;
            }

            await killing;
        }

        var id = (await (await sending).JsonAsync(202)).Text("id");
        await server.KillAsync();
        return id;
    }

    /// <summary>Gives the state of the import right after the start; it goes on while this looks.</summary>
    private static async Task<string?> ShouldBeWholeOrAbsentAsync(KilledServer server, string mode, string id, Random random)
    {
        var before = (await server.GetAsync($"imports/{id}")).Text("state");
        var written = mode == "bestEffort" ? await server.ListAsync($"imports/{id}/items?outcome=created") : [];
        var overview = await server.GetAsync("overview");
        var models = await server.ModelsAsync();
        var after = (await server.GetAsync($"imports/{id}")).Text("state");
        foreach (var model in models.OrderBy(_ => random.Next()).Take(Sample).ToList()) await server.ShouldBeWholeAsync(model, Label);
        var shown = models.Select(model => model.Text("id")).ToHashSet();
        written.Where(item => item.Text("kind") == "model").Select(item => item.Text("objectId")).ShouldBeSubsetOf(shown, "an item that is noted as written is there");
        if (mode == "allOrNothing" && after != "completed") models.Count.ShouldBe(0, "nothing is to be seen before the end");
        if (mode == "allOrNothing") overview.GetProperty("processes").GetInt32().ShouldBeOneOf(before == "completed" ? [Processes] : after == "completed" ? [0, Processes] : [0]);
        if (before == "completed") models.Count.ShouldBe(2 * Processes);
        return before;
    }

    private static async Task ShouldEndAsync(KilledServer server, string id)
    {
        var end = await server.WatchAsync(id, _ => false);
        end.Text("state").ShouldBe("completed", end.ToString());
        end.Counts().ShouldBe([Items - 1, 0, 0, 1, 0]);
        var models = await server.ModelsAsync();
        models.Count.ShouldBe(2 * Processes);
        foreach (var model in models) await server.ShouldBeWholeAsync(model, Label);
        var actions = (await server.ListAsync("audit")).ConvertAll(entry => entry.Text("action"));
        actions.Count(action => action == "import.create").ShouldBe(1);
        actions.Count(action => action == "import.finish").ShouldBe(1);
        actions.Count(action => action == "model.import").ShouldBe(2 * Processes, "nothing is written twice");
        await ShouldVerifyAsync(server);
    }

    private static async Task ShouldChangeNothingAsync(KilledServer server, string mode)
    {
        var entries = await ShouldVerifyAsync(server);
        var again = await server.Client.ImportAsync(Package, $"mode={mode}");
        again.Counts().ShouldBe([0, 0, Items - 1, 1, 0]);
        (await ShouldVerifyAsync(server)).ShouldBe(entries + 2, "only the import itself is noted");
        (await server.ModelsAsync()).ShouldAllBe(model => model.GetProperty("latestVersion").GetInt32() == 1);
    }

    private static async Task<long> ShouldVerifyAsync(KilledServer server)
    {
        var verification = await server.GetAsync("audit/verification");
        verification.GetProperty("brokenAt").ValueKind.ShouldBe(JsonValueKind.Null);
        return verification.GetProperty("entries").GetInt64();
    }
}
