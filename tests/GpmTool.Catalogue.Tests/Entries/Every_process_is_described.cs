using System.Text.Json;

namespace GpmTool.Catalogue.Tests.Entries;

public sealed class Every_process_is_described
{
    private static readonly string[] Texts = ["key", "name", "group", "policyField", "description", "trigger", "result", "owner"];

    [Test]
    public void There_are_fourteen_processes_of_all_groups()
    {
        Catalogue.ProcessFolders.Count.ShouldBe(14);
        var groups = Catalogue.Json("policy-fields.json")[0].GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("key").GetString());
        Catalogue.ProcessNames.Select(process => Catalogue.Json($"{process}/process.json").GetProperty("group").GetString()).Distinct().ShouldBe(groups, ignoreOrder: true);
    }

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
    public void Expected_effects_are_marked_as_estimates(string process) =>
        Catalogue.Json($"{process}/process.json").GetProperty("soll").GetProperty("expectedEffects").EnumerateArray().Select(effect => effect.GetString()!)
            .Where(effect => !effect.Contains("(Schätzung)", StringComparison.Ordinal)).ShouldBeEmpty();

    [TestCaseSource(typeof(Catalogue), nameof(Catalogue.ProcessNames))]
    public void There_is_a_soll_and_at_least_three_ist_models(string process)
    {
        Catalogue.Models.Count(model => model.Process == process && model.IsSoll).ShouldBe(1, "soll.json is missing");
        Catalogue.IstOf(process).Count.ShouldBeGreaterThanOrEqualTo(3, "fewer than three ist-*.json");
    }

    [Test]
    public void One_process_is_recorded_by_all_twelve_sample_districts() =>
        Catalogue.IstOf("facility-management/stoerungsmeldung-bearbeiten").Select(model => model.Authority).ShouldBe(Catalogue.Authorities("authorities.json").Keys, ignoreOrder: true);

    private static void Filled(JsonElement texts)
    {
        texts.GetArrayLength().ShouldBeGreaterThan(0);
        foreach (var text in texts.EnumerateArray()) text.GetString().ShouldNotBeNullOrWhiteSpace();
    }
}
