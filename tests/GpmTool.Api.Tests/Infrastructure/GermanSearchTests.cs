using GpmTool.Api.Infrastructure.Search;

namespace GpmTool.Api.Tests.Infrastructure;

public class GermanSearchTests
{
    [TestCase("reinigung", "Unterhaltsreinigung beauftragen")]
    [TestCase("Reinigungen", "Unterhaltsreinigung beauftragen")]
    [TestCase("stoerung", "Störungsmeldung bearbeiten")]
    [TestCase("Störung", "Störungsmeldung bearbeiten")]
    [TestCase("STÖRUNGEN", "Störungsmeldung bearbeiten")]
    [TestCase("Meldung", "Störungsmeldung bearbeiten")]
    [TestCase("Meldungen bearbeiten", "Störungsmeldung bearbeiten")]
    [TestCase("schluessel", "Schlüssel ausgeben und zurücknehmen")]
    [TestCase("Ausgabe", "Schlüsselausgabestelle einrichten")]
    [TestCase("Strasse", "Straßenreinigung abrechnen")]
    [TestCase("Cafe", "Café verpachten")]
    [TestCase("unterhaltsrein", "Unterhaltsreinigung beauftragen")]
    [TestCase("Prüfen", "Prüfung wiederkehrender Anlagen")]
    public void A_query_finds_what_a_reader_expects(string query, string name) =>
        GermanSearch.Matches(Index(name), query).ShouldBeTrue($"indexed as{Index(name)}");

    [TestCase("Reinigung", "Störungsmeldung bearbeiten")]
    [TestCase("ein", "Unterhaltsreinigung beauftragen")]
    [TestCase("Störung abrechnen", "Störungsmeldung bearbeiten")]
    public void A_query_does_not_find_what_it_does_not_name(string query, string name) =>
        GermanSearch.Matches(Index(name), query).ShouldBeFalse();

    [Test]
    public void Compounds_are_split_by_words_the_catalogue_taught()
    {
        var compounds = new Compounds();
        compounds.Parts("drachenbootverleih").ShouldBeEmpty();
        compounds.Learn("Drachen Verleih Boot");
        compounds.Parts("drachenbootverleih").ShouldBe(["verleih", "boot", "drachen"], ignoreOrder: true);
    }

    [Test]
    public void An_empty_query_matches_everything() => GermanSearch.Matches(Index("Umzug"), " - ").ShouldBeTrue();

    private static string Index(string name) => new GermanSearch(new Compounds()).Index(name);
}
