using System.Text;
using System.Text.Json;
using GpmTool.Cli.Tests.Infrastructure;

namespace GpmTool.Cli.Tests.Server;

/// <summary><c>gpm export | gpm import</c> between real servers.</summary>
public sealed class TransferTests
{
    private RealServer _source = null!;

    [OneTimeSetUp]
    public void StartServer() => _source = RealServer.Start(samples: true);

    [OneTimeTearDown]
    public async Task StopServerAsync() => await _source.DisposeAsync();

    [Test]
    public async Task A_catalogue_moves_from_one_server_to_another_twice_without_a_difference()
    {
        await using var target = RealServer.Start(samples: false);
        var first = await Gpm.RunAsync("export", "--server", _source.Address);
        first.ExitCode.ShouldBe(0, first.Error);
        var import = await Gpm.RunAsync(["import", "--server", target.Address, "--format", "json"], first.Bytes);
        import.ExitCode.ShouldBe(0, import.Output + import.Error);
        Counts(import).GetProperty("created").GetInt32().ShouldBeGreaterThan(10);
        (await Gpm.RunAsync("export", "--server", target.Address)).Bytes.ShouldBe(first.Bytes);

        var again = await Gpm.RunAsync(["import", "--server", target.Address, "--format", "json"], first.Bytes);
        again.ExitCode.ShouldBe(0, again.Output + again.Error);
        foreach (var count in Counts(again).EnumerateObject().Where(count => count.Name != "unchanged")) count.Value.GetInt32().ShouldBe(0, count.Name);
        (await Gpm.RunAsync("export", "--server", target.Address)).Bytes.ShouldBe(first.Bytes);
    }

    [Test]
    public async Task A_folder_goes_out_and_comes_in()
    {
        using var folder = new TemporaryFolder();
        var export = await Gpm.RunAsync("export", folder["katalog"], "--server", _source.Address, "--process", "schluessel-ausgeben");
        export.ExitCode.ShouldBe(0, export.Error);
        File.Exists(folder["katalog/facility-management/schluessel-ausgeben/soll.json"]).ShouldBeTrue();
        Directory.Exists(folder["katalog/facility-management/stoerungsmeldung-bearbeiten"]).ShouldBeFalse();
        var import = await Gpm.RunAsync("import", folder["katalog"], "--server", _source.Address);
        import.ExitCode.ShouldBe(0, import.Output + import.Error);
        import.Output.ShouldContain("0 neu, 0 geändert,");
        (await Gpm.RunAsync("export", folder["katalog"], "--server", _source.Address)).Error.ShouldContain("nicht leer");
    }

    [Test]
    public async Task A_single_file_needs_to_be_told_what_it_is()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("modell.gpm.json", Samples.View);
        var lost = await Gpm.RunAsync("import", file, "--server", _source.Address);
        lost.ExitCode.ShouldBe(2);
        lost.Output.ShouldContain("file-unassigned");
        var kept = await Gpm.RunAsync("import", file, "--server", _source.Address, "--mode", "bestEffort");
        kept.ExitCode.ShouldBe(1);
        kept.Output.ShouldContain("1 abgelehnt");
        var dry = await Gpm.RunAsync("import", file, "--server", _source.Address, "--process", "schluessel-ausgeben", "--stage", "ist", "--authority", "muster-bezirk-c", "--dry-run", "--items");
        dry.ExitCode.ShouldBe(0, dry.Output + dry.Error);
        dry.Output.ShouldContain("Probelauf: 1 neu");
        var list = await Gpm.RunAsync("list", "models", "--process", "schluessel-ausgeben", "--server", _source.Address);
        list.Output.ShouldNotContain("muster-bezirk-c");
    }

    [Test]
    public async Task A_Soll_is_published_once_and_its_package_saved()
    {
        using var folder = new TemporaryFolder();
        var early = await Gpm.RunAsync("publish", "schluessel-ausgeben", "--server", _source.Address);
        early.ExitCode.ShouldBe(2);
        early.Error.ShouldContain("nicht freigegeben");
        var run = await Gpm.RunAsync("publish", "schluessel-ausgeben", "--server", _source.Address, "--approve", "--note", "Erste Fassung", "--package", folder["paket.zip"], "--format", "json");
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("packageSha256").GetString().ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(folder["paket.zip"]))));
        (await Gpm.RunAsync("list", "publications", "--server", _source.Address)).Output.ShouldContain("schluessel-ausgeben\t1\t1\t");
        (await Gpm.RunAsync("publish", "gibt-es-nicht", "--server", _source.Address)).ExitCode.ShouldBe(2);
    }

    [TestCase("processes", "stoerungsmeldung-bearbeiten\tStörungsmeldung bearbeiten\tfacility-management\ttgm")]
    [TestCase("authorities", "muster-bezirk-a\tMuster-Bezirk A\tdistrictOffice")]
    [TestCase("policy-fields", "facility-management\tFacility Management")]
    public async Task Lists_are_tab_separated_in_a_pipe(string what, string line)
    {
        var run = await Gpm.RunAsync("list", what, "--server", _source.Address);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.Split('\n').ShouldContain(one => one.StartsWith(line, StringComparison.Ordinal));
    }

    [Test]
    public async Task A_search_finds_and_a_limit_holds()
    {
        using var found = JsonDocument.Parse((await Gpm.RunAsync("list", "--search", "stoerung", "--server", _source.Address, "--format", "json")).Output);
        found.RootElement.EnumerateArray().First().GetProperty("key").GetString().ShouldBe("stoerungsmeldung-bearbeiten");
        (await Gpm.RunAsync("list", "--limit", "1", "--server", _source.Address)).Output.Count(letter => letter == '\n').ShouldBe(1);
    }

    [Test]
    public async Task What_the_server_refuses_is_said_in_its_words_and_in_the_chosen_language()
    {
        var german = await Gpm.RunAsync(["import", "--server", _source.Address], Encoding.UTF8.GetBytes("PK kein Zip"));
        german.ExitCode.ShouldBe(2);
        german.Error.ShouldStartWith("gpm: ");
        german.Error.ShouldContain("ZIP");
        var english = await Gpm.RunAsync("export", "x.zip", "--process", "gibt-es-nicht", "--server", _source.Address, "--lang", "en", "--format", "json");
        using var json = JsonDocument.Parse(english.Error);
        json.RootElement.GetProperty("code").GetString().ShouldBe("not-found");
        json.RootElement.GetProperty("message").GetString()!.ShouldContain("does not exist");
    }

    [TestCase("http://127.0.0.1:1", "server-unreachable")]
    [TestCase("ftp://example.org", "server-invalid")]
    public async Task A_server_that_is_none_is_exit_code_2(string address, string code)
    {
        var run = await Gpm.RunAsync("list", "--server", address, "--format", "json");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(code);
        (await Gpm.RunAsync("list")).Error.ShouldContain("--server URL");
    }

    private static JsonElement Counts(GpmRun run) => JsonDocument.Parse(run.Output).RootElement.GetProperty("import").GetProperty("counts");
}
