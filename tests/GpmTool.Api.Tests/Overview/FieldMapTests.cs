using System.Text.Json;
using GpmTool.Api.Tests.Accounts;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Api.Tests.Models;
using GpmTool.Persistence;

namespace GpmTool.Api.Tests.Overview;

/// <summary>Who recorded what in a policy field, and how far the Soll is.</summary>
public class FieldMapTests : ApiTests
{
    private const string Map = "/api/v1/overview/map?policyField=fm";

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await Client.PrepareAsync();
        foreach (var (key, name) in new[] { ("schluessel", "Schlüssel ausgeben"), ("winterdienst", "Winterdienst überwachen") })
            await (await PostAsync("/api/v1/processes", new { key, policyField = "fm", group = "tgm", content = new { name } })).JsonAsync(201);
        var (ist, tag) = await Client.ModelAsync(Documents.Elsa(), query: "stage=ist&authority=bezirk-a");
        await (await PostAsync($"/api/v1/models/{ist}/freeze", new { }, tag)).JsonAsync(200);
        await Client.ModelAsync(Documents.Elsa(), "schluessel", "stage=ist&authority=bezirk-a");
        var (soll, sollTag) = await Client.ModelAsync(Documents.Elsa(), query: "stage=soll");
        await (await PostAsync($"/api/v1/models/{soll}/freeze", new { }, sollTag)).JsonAsync(200);
        await (await PostAsync("/api/v1/publications", new { modelId = soll, version = 1 })).JsonAsync(201);
    }

    [Test]
    public async Task Shows_what_is_recorded_in_work_and_missing()
    {
        var map = await GetAsync(Map);
        map.GetProperty("total").GetInt32().ShouldBe(3);
        map.Items("key").ShouldBe(["schluessel", "stoerung", "winterdienst"]);
        var rows = map.GetProperty("items");
        Ist(rows[0]).ShouldBe(["bezirk-a 1 draft"]);
        Ist(rows[1]).ShouldBe(["bezirk-a 1"]);
        Ist(rows[2]).ShouldBeEmpty();
        rows[1].Text("group").ShouldBe("Technisches Gebäudemanagement");
    }

    [Test]
    public async Task Shows_the_Soll_with_its_publication()
    {
        var rows = (await GetAsync(Map)).GetProperty("items");
        var soll = rows[1].GetProperty("soll");
        soll.Text("state").ShouldBe("published");
        soll.GetProperty("publication").GetInt32().ShouldBe(1);
        soll.GetProperty("hasDraft").GetBoolean().ShouldBeFalse();
        rows[0].GetProperty("soll").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Test]
    public async Task Its_columns_are_those_who_take_part()
    {
        var column = (await GetAsync(Map)).GetProperty("authorities").EnumerateArray().ShouldHaveSingleItem();
        column.Text("key").ShouldBe("bezirk-a");
        column.GetProperty("recorded").GetInt32().ShouldBe(2);
    }

    [Test]
    public async Task Comes_in_pages_with_the_same_columns()
    {
        var first = await GetAsync($"{Map}&limit=2&sort=-name");
        first.Items("key").ShouldBe(["winterdienst", "stoerung"]);
        var second = await GetAsync($"{Map}&limit=2&sort=-name&cursor={first.Text("nextCursor")}");
        second.Items("key").ShouldBe(["schluessel"]);
        second.Text("nextCursor").ShouldBeNull();
        second.GetProperty("total").GetInt32().ShouldBe(3);
        second.GetProperty("authorities").ToString().ShouldBe(first.GetProperty("authorities").ToString());
    }

    [Test]
    public async Task Of_an_unknown_field_it_is_empty_and_without_a_field_it_is_refused()
    {
        var map = await GetAsync("/api/v1/overview/map?policyField=gibt-es-nicht");
        (map.GetProperty("total").GetInt32(), map.GetProperty("authorities").GetArrayLength()).ShouldBe((0, 0));
        ((int)(await Client.GetAsync("/api/v1/overview/map")).StatusCode).ShouldBe(400);
        await (await Client.GetAsync($"{Map}&sort=unsinn")).ProblemAsync(400, "validation-failed");
    }

    [Test]
    public async Task Nobody_sees_the_map_of_a_field_without_a_role_there()
    {
        await PostAsync("/api/v1/policy-fields", new { key = "anderes", name = "Anderes" });
        await Api.AddAsync("anders@example.org", Role.FieldCoordination, null, "anderes");
        using var other = await Api.LogInAsync("anders@example.org");
        var map = await (await other.GetAsync(new Uri(Map, UriKind.Relative))).JsonAsync(200);
        map.GetProperty("items").GetArrayLength().ShouldBe(0);
        map.GetProperty("authorities").GetArrayLength().ShouldBe(0);
    }

    private static IEnumerable<string> Ist(JsonElement row) => row.GetProperty("ist").EnumerateArray()
        .Select(ist => $"{ist.Text("authority")} {ist.GetProperty("version").GetInt32()}{(ist.GetProperty("hasDraft").GetBoolean() ? " draft" : "")}");
}
