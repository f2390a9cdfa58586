namespace GpmTool.Catalogue.Tests.Entries;

public sealed class Ist_models_belong_to_fictional_districts
{
    [Test]
    public void Twelve_sample_districts()
    {
        var authorities = Catalogue.Json("authorities.json").EnumerateArray().ToList();
        authorities.Select(authority => authority.GetProperty("key").GetString()).ShouldBe("abcdefghijkl".Select(letter => $"muster-bezirk-{letter}"));
        authorities.ShouldAllBe(authority => authority.GetProperty("kind").GetString() == "districtOffice" && authority.GetProperty("isSample").GetBoolean());
    }

    [TestCaseSource(typeof(Catalogue), nameof(Catalogue.Models))]
    public void Every_ist_model_belongs_to_one_of_them(CatalogueModel model)
    {
        if (model.Authority is { } authority) Catalogue.Authorities("authorities.json").Keys.ShouldContain(authority);
    }
}
