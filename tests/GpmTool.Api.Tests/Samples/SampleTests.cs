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
        overview.GetProperty("processes").GetInt32().ShouldBeGreaterThanOrEqualTo(2);
        overview.GetProperty("authorities").GetInt32().ShouldBe(12);
        foreach (var item in overview.GetProperty("items").EnumerateArray())
        {
            item.GetProperty("soll").GetProperty("version").GetInt32().ShouldBe(1);
            item.GetProperty("istAuthorities").GetArrayLength().ShouldBeGreaterThanOrEqualTo(2);
            foreach (var model in (await GetAsync($"/api/v1/processes/{item.Text("key")}/models")).EnumerateArray())
                model.GetProperty("hasDraft").GetBoolean().ShouldBeFalse();
        }

        (await GetAsync("/api/v1/audit/verification")).GetProperty("brokenAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
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
