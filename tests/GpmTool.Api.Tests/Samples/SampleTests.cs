using GpmTool.Api.Tests.Infrastructure;

namespace GpmTool.Api.Tests.Samples;

/// <summary>The sample catalogue on the first start.</summary>
public class SampleTests : ApiTests
{
    protected override (string Key, string Value)[] Settings => [("Samples:Load", "true")];

    [Test]
    public async Task It_is_loaded_whole_and_frozen()
    {
        var overview = await GetAsync("/api/v1/overview");
        overview.GetProperty("processes").GetInt32().ShouldBe(SampleFiles.Processes.Count);
        overview.GetProperty("authorities").GetInt32().ShouldBe(SampleFiles.Authorities.Count);
        foreach (var item in overview.GetProperty("items").EnumerateArray())
        {
            item.GetProperty("soll").GetProperty("version").GetInt32().ShouldBe(1);
            item.GetProperty("istAuthorities").GetArrayLength().ShouldBe(SampleFiles.IstOf(item.Text("key")!).Count);
            foreach (var model in (await GetAsync($"/api/v1/processes/{item.Text("key")}/models")).EnumerateArray())
                model.GetProperty("hasDraft").GetBoolean().ShouldBeFalse();
        }

        (await GetAsync("/api/v1/audit/verification")).GetProperty("brokenAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Test]
    public async Task Real_authorities_are_master_data_only()
    {
        var authorities = (await GetAsync("/api/v1/authorities?pageSize=100")).GetProperty("items").EnumerateArray().ToList();
        var pankow = authorities.Single(authority => authority.Text("key") == "bezirksamt-pankow");
        pankow.Text("name").ShouldBe("Bezirksamt Pankow von Berlin");
        pankow.GetProperty("isSample").GetBoolean().ShouldBeFalse();
        authorities.Single(authority => authority.Text("key") == "seninnds").Text("validUntil").ShouldBe("2023-04-26");
        var real = authorities.Where(authority => !authority.GetProperty("isSample").GetBoolean()).Select(authority => authority.Text("key")).ToHashSet();
        foreach (var item in (await GetAsync("/api/v1/overview")).GetProperty("items").EnumerateArray())
            foreach (var model in (await GetAsync($"/api/v1/processes/{item.Text("key")}/models")).EnumerateArray())
                real.ShouldNotContain(model.Text("authority"));
    }

    [Test]
    public async Task A_second_start_on_the_same_data_loads_nothing_again()
    {
        var entries = (await GetAsync("/api/v1/audit/verification")).GetProperty("entries").GetInt64();
        await using var second = new ApiFixture(("Samples:Load", "true"), ("Data:Folder", Api.Folder));
        using var client = second.CreateClient();
        (await (await client.GetAsync("/api/v1/audit/verification")).JsonAsync(200)).GetProperty("entries").GetInt64().ShouldBe(entries);
    }
}
