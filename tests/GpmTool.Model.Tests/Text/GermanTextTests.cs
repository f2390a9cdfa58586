namespace GpmTool.Model.Tests.Text;

[TestFixture]
public class GermanTextTests
{
    [TestCase("Störungsmeldung bearbeiten", "stoerungsmeldung bearbeiten")]
    [TestCase("Straße (Größe)", "strasse groesse")]
    [TestCase("  Café – É ", "cafe e")]
    [TestCase("", "")]
    public void Spelling_variants_fold_to_one_form(string text, string folded) => GermanText.Fold(text).ShouldBe(folded);
}
