using System.Text.Json;

namespace GpmTool.Catalogue.Tests.Entries;

public sealed class Real_authorities_are_master_data
{
    private static IReadOnlyDictionary<string, JsonElement> Real => Catalogue.Authorities("authorities-berlin.json");

    [Test]
    public void The_twelve_districts_exist_since_2001()
    {
        var districts = Real.Values.Where(authority => Text(authority, "kind") == "districtOffice").ToList();
        districts.Count.ShouldBe(12);
        districts.ShouldAllBe(district => Text(district, "name")!.StartsWith("Bezirksamt ") && Text(district, "name")!.EndsWith(" von Berlin") && Text(district, "validFrom") == "2001-01-01");
        Real.Values.ShouldContain(authority => Text(authority, "kind") == "senateAdministration");
    }

    [Test]
    public void A_name_that_ended_leads_to_the_name_that_followed()
    {
        var ended = Real.Values.Where(authority => Text(authority, "validUntil") is not null).ToList();
        ended.ShouldNotBeEmpty();
        foreach (var authority in ended)
        {
            var successor = Real[Text(authority, "successor").ShouldNotBeNull()];
            DateOnly.Parse(Text(successor, "validFrom")!).ShouldBe(DateOnly.Parse(Text(authority, "validUntil")!).AddDays(1));
        }
    }

    [Test]
    public void None_is_called_a_sample_and_no_key_is_taken_twice()
    {
        Real.Values.ShouldAllBe(authority => Text(authority, "isSample") == null);
        Real.Keys.Intersect(Catalogue.Authorities("authorities.json").Keys).ShouldBeEmpty();
        Real.Values.Select(authority => Text(authority, "name")).ShouldBeUnique();
    }

    // What an authority really does is for that authority to record.
    [Test]
    public void No_model_is_said_to_be_theirs() => Catalogue.Models.Where(model => model.Authority is { } authority && Real.ContainsKey(authority)).ShouldBeEmpty();

    private static string? Text(JsonElement element, string member) => element.TryGetProperty(member, out var value) ? value.ToString() : null;
}
