using System.Text.Json;

namespace GpmTool.Catalogue.Tests.Entries;

public sealed class Every_process_is_described
{
    private static readonly string[] Texts = ["key", "name", "group", "policyField", "description", "trigger", "result", "owner"];

    [Test]
    public void There_are_processes() => Catalogue.ProcessFolders.Count.ShouldBeGreaterThanOrEqualTo(2);

    [TestCaseSource(typeof(Catalogue), nameof(Catalogue.ProcessNames))]
    public void All_members_are_filled(string process)
    {
        var entry = Catalogue.Json($"{process}/process.json");
        foreach (var member in Texts) entry.GetProperty(member).GetString().ShouldNotBeNullOrWhiteSpace(member);
        entry.GetProperty("casesPerYear").GetDouble().ShouldBeGreaterThan(0);
        entry.GetProperty("leikaKey").ValueKind.ShouldBeOneOf(JsonValueKind.Null, JsonValueKind.String);
        entry.GetProperty("illustrative").GetBoolean().ShouldBeTrue();
        Filled(entry.GetProperty("weaknesses"));
        Filled(entry.GetProperty("soll").GetProperty("changes"));
        Filled(entry.GetProperty("soll").GetProperty("expectedEffects"));
    }

    [TestCaseSource(typeof(Catalogue), nameof(Catalogue.ProcessNames))]
    public void Legal_bases_say_whether_they_were_verified(string process)
    {
        var bases = Catalogue.Json($"{process}/process.json").GetProperty("legalBases");
        bases.GetArrayLength().ShouldBeGreaterThan(0);
        foreach (var basis in bases.EnumerateArray())
        {
            basis.GetProperty("citation").GetString().ShouldNotBeNullOrWhiteSpace();
            if (basis.GetProperty("verified").GetBoolean()) basis.GetProperty("note").GetString().ShouldNotBeNullOrWhiteSpace();
        }
    }

    [TestCaseSource(typeof(Catalogue), nameof(Catalogue.ProcessNames))]
    public void The_folder_names_policy_field_and_key(string process)
    {
        var entry = Catalogue.Json($"{process}/process.json");
        $"{entry.GetProperty("policyField").GetString()}/{entry.GetProperty("key").GetString()}".ShouldBe(process);
    }

    [TestCaseSource(typeof(Catalogue), nameof(Catalogue.ProcessNames))]
    public void The_group_belongs_to_the_policy_field(string process)
    {
        var entry = Catalogue.Json($"{process}/process.json");
        var field = Catalogue.Json("policy-fields.json").EnumerateArray().Single(field => field.GetProperty("key").GetString() == entry.GetProperty("policyField").GetString());
        field.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("key").GetString()).ShouldContain(entry.GetProperty("group").GetString());
    }

    [TestCaseSource(typeof(Catalogue), nameof(Catalogue.ProcessNames))]
    public void There_is_a_soll_and_at_least_two_ist_models(string process)
    {
        var models = Catalogue.Models.Where(model => model.Process == process).ToList();
        models.Count(model => model.IsSoll).ShouldBe(1, "soll.json is missing");
        models.Count(model => !model.IsSoll).ShouldBeGreaterThanOrEqualTo(2, "fewer than two ist-*.json");
    }

    private static void Filled(JsonElement texts)
    {
        texts.GetArrayLength().ShouldBeGreaterThan(0);
        foreach (var text in texts.EnumerateArray()) text.GetString().ShouldNotBeNullOrWhiteSpace();
    }
}
