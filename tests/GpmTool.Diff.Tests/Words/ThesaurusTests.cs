namespace GpmTool.Diff.Tests.Words;

[TestFixture]
public class ThesaurusTests
{
    [Test]
    public void Lines_are_groups_opposites_and_comments()
    {
        var thesaurus = Thesaurus.Parse("# Wörter\nprüfen, sichten # zwei\n\nöffnen <> schließen");
        thesaurus.Groups.Single().ShouldBe(["prüfen", "sichten"]);
        thesaurus.Opposites.Single().ShouldBe(("öffnen", "schließen"));
    }

    [TestCase("prüfen", "Line 1")]
    [TestCase("a1, b1\nzwei Wörter, drei", "Line 2")]
    [TestCase("a <> b <> c", "Line 1")]
    public void What_is_no_line_is_refused_with_its_number(string text, string place) =>
        Should.Throw<FormatException>(() => Thesaurus.Parse(text)).Message.ShouldContain(place);

    [Test]
    public void Another_thesaurus_takes_the_place_of_the_default()
    {
        var weights = new MatchWeights();
        string[] labels = ["Zettel schnurzeln", "Zettel sichten"];
        var with = new LabelSimilarity(labels, weights, Thesaurus.Parse("schnurzeln, sichten"));
        var without = new LabelSimilarity(labels, weights, Thesaurus.Empty);
        with.Of(labels[0], labels[1]).ShouldBeGreaterThan(0.9);
        without.Of(labels[0], labels[1]).ShouldBeLessThan(0.7);
    }
}
