namespace GpmTool.Diff.Tests.Matching;

[TestFixture]
public class LabelSimilarityTests
{
    [TestCase("Schadensmeldung erfassen", "Erfassung der Schadensmeldung", 0.99)]
    [TestCase("Mängelanzeige kontrollieren", "Mängelmeldung prüfen", 0.85)]
    [TestCase("Heizungsanlage warten", "Anlage warten", 0.75)]
    [TestCase("Wartungsvertrag prüfen", "Wartungsvertrg prüfen", 0.9)]
    [TestCase("RV abrufen", "Rahmen Vertrag abrufen", 0.7)]
    [TestCase("Check the work order", "Checking of work orders", 0.99)]
    public void The_same_in_other_words_is_alike(string one, string other, double least) => Alike(one, other).ShouldBeGreaterThanOrEqualTo(least);

    [TestCase("Angebot annehmen", "Angebot ablehnen", 0.45)]
    [TestCase("Schlüssel ausgeben", "Rechnung buchen", 0.1)]
    [TestCase("Raum reinigen", "Raum vermieten", 0.6)]
    public void Something_else_is_not(string one, string other, double most) => Alike(one, other).ShouldBeLessThanOrEqualTo(most);

    [Test]
    public void Order_does_not_matter() => Alike("Firma telefonisch beauftragen", "Telefonisch Firma beauftragen").ShouldBe(1);

    private static double Alike(string one, string other)
    {
        var labels = new LabelSimilarity([one, other], new MatchWeights(), Thesaurus.Default);
        labels.Of(other, one).ShouldBe(labels.Of(one, other), 1e-12);
        return labels.Of(one, other);
    }
}
