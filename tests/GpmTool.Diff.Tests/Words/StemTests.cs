using GpmTool.Model;

namespace GpmTool.Diff.Tests.Words;

[TestFixture]
public class StemTests
{
    [TestCase("Erfassung", "erfassen")]
    [TestCase("Prüfung", "prüfen")]
    [TestCase("Prüfungen", "geprüft")]
    [TestCase("Freigabe", "freigeben")]
    [TestCase("Abnahme", "abnehmen")]
    [TestCase("Auswahl", "auswählen")]
    [TestCase("Abschluss", "abschließen")]
    [TestCase("Abschluss", "abgeschlossen")]
    [TestCase("Versand", "versenden")]
    [TestCase("Vorlage", "vorlegen")]
    [TestCase("Widerspruch", "widersprechen")]
    [TestCase("Dokumentation", "dokumentieren")]
    [TestCase("Reparatur", "reparieren")]
    [TestCase("Kontrolle", "kontrollieren")]
    [TestCase("Vertrag", "Verträge")]
    [TestCase("Auftrag", "beauftragen")]
    [TestCase("Nachricht", "benachrichtigen")]
    public void German_forms_and_nominalisations_share_a_stem(string one, string other) => German(one).ShouldBe(German(other));

    [TestCase("Prüfung", "Pfändung")]
    [TestCase("Auftrag", "Antrag")]
    [TestCase("Abnahme", "Aufnahme")]
    [TestCase("Lager", "legen")]
    [TestCase("senden", "setzen")]
    [TestCase("annehmen", "ablehnen")]
    public void Other_German_words_do_not(string one, string other) => German(one).ShouldNotBe(German(other));

    [TestCase("approval", "approved")]
    [TestCase("shipment", "shipping")]
    [TestCase("payment", "paid")]
    [TestCase("organisation", "organize")]
    [TestCase("verification", "verify")]
    [TestCase("invoices", "invoicing")]
    [TestCase("cancelled", "canceled")]
    [TestCase("labour", "labor")]
    [TestCase("receipt", "receive")]
    [TestCase("decision", "decide")]
    [TestCase("analysis", "analyse")]
    public void English_forms_share_a_stem(string one, string other) => English(one).ShouldBe(English(other));

    [TestCase("approve", "improve")]
    [TestCase("order", "offer")]
    [TestCase("payment", "plan")]
    public void Other_English_words_do_not(string one, string other) => English(one).ShouldNotBe(English(other));

    private static string German(string word) => GermanStemmer.Stem(GermanText.Fold(word));

    private static string English(string word) => EnglishStemmer.Stem(GermanText.Fold(word));
}
