using GpmTool.Model;

namespace GpmTool.Analysis.Tests.Rules;

/// <summary>Models name roles, never persons: labels with names of persons, and labels that only look like it. All written for this test.</summary>
[TestFixture]
public sealed class PersonNameTests
{
    private static readonly string[] Names =
    [
        "Frau Yilmaz", "Herr Krüger prüft den Antrag", "An Herrn Sommerfeld weiterleiten", "Rücksprache mit Frau Ödegaard", "Hr. Stein", "Fr. Lindqvist informieren", "Hr. Dr. Petersen", "Frau Dr. Vogt unterschreibt", "Dr. Klein", "Prof. Dr. Wagenknecht",
        "Prof. Hagedorn befragen", "Dipl.-Ing. Rademacher", "Frau Amtsleiterin Schmidt", "Herr von Stein", "Freigabe durch Frau Müller-Lüdenscheidt", "Sehr geehrte Frau Baranowski", "Mr. Brown", "Mrs. Jones approves", "Ms. Carter", "Prüfung (Frau Özdemir)",
        "M. Müller", "Prüfung durch K. Schulze", "Ablage (T. Brandt)", "Freigabe: S. Lehmann", "A. Yıldız", "von B. Nowak", "J. Smith", "R. Zapp", "Vertretung: H. Quast", "E-Mail an P. Kaya senden",
        "Sabine Krüger", "Thomas Müller prüft", "Vorlage an Petra Sandmann", "Hans-Peter Kleinert", "Ayşe Demir", "Mehmet Öztürk", "Zeynep Arslan freigeben lassen", "Fatma Şahin", "Emre Çelik", "Katarzyna Kowalska",
        "Piotr Nowak", "Olga Petrowa", "Mohammed Haddad", "Minh Nguyen", "Karl von Stein", "Anna Maria Berg", "Max Walter", "Wolfgang A. Reuter", "Lisa Schulz-Becker", "Monika Henkel (Vertretung Uwe Pohl)",
        "Krüger, Sabine", "Müller, Thomas (Vertretung)", "Öztürk, Murat", "Zander, Britta", "Unterlagen bei Jürgen Haupt abholen", "Rückfrage Ulrike Sandow", "Telefonat mit Stefan O'Brien", "Übergabe Heike→Torsten Falk", "John Miller", "Mary Johnson signs",
        "Bericht von Dr. Sauerbrey prüfen", "Anmerkung Holger Tietz: bitte ändern", "Schlüssel bei Herrn Kowalczyk",
    ];

    private static readonly string[] NoNames =
    [
        "Antrag prüfen", "Sachbearbeitung Gebäude", "Hausmeisterin informieren", "Amtsleitung zeichnet mit", "Karl-Marx-Straße", "Anne-Frank-Schule", "Rathaus Ernst-Reuter-Platz", "Begehung Willy-Brandt-Haus", "Sporthalle Fritz-Reuter-Allee", "Ernst Reuter Platz",
        "Paul Löbe Haus", "Otto Braun Straße 12", "Max Planck Institut", "Carl-von-Ossietzky-Gymnasium", "Astrid-Lindgren-Grundschule besichtigen", "Rosa-Luxemburg-Platz sperren", "Robert Koch Institut", "Robert Bosch GmbH beauftragen", "Firma Peter Lang anrufen", "Werner Stein KG",
        "Hermann Schulz & Söhne", "Franz Meier AG", "Frau/Herr", "Frau und Herr", "Sehr geehrte Frau [Name]", "Sehr geehrte Damen und Herren", "Frau Mustermann", "Herr Mustermann", "Max Mustermann", "Name, Vorname",
        "Nachname, Vorname, Anschrift", "Herr Bürgermeister", "Frau Amtsleiterin", "Frau Direktorin", "Max. Wert", "Max Wert eintragen", "A. Antrag prüfen", "B. Rechnung buchen", "Anlage A. Begründung", "Teil B. Prüfung der Unterlagen",
        "z. B. Rechnung", "i. V. Unterschrift", "DIN EN 15221", "BGB § 433", "VOB Teil B", "Rechnung im August", "Termin am Mai-Feiertag", "Mark Brandenburg", "Kai sperren", "Wolf und Biber melden",
        "Dr.-Hermann-Weg", "Emil-Fischer-Hörsaal", "Prüfung durch Koordination", "Mark Invoice", "Grant Access", "Bill Customer", "Send Order Confirmation", "Check Request", "Will Approve", "Fr. 12 Uhr",
        "Mo. bis Fr. geöffnet", "Hartz-IV-Bescheid", "Peter prüft den Antrag", "Kita Sonnenschein", "Frau (Antragstellerin)", "Grundschule Maria Montessori", "Schlüssel Gebäude A. ausgeben", "Jan bis Dez", "Bezirksamt Muster-Bezirk A", "Sicherheitsdienst",
    ];

    [Test]
    public void A_name_of_a_person_is_found([ValueSource(nameof(Names))] string label) => Found(label).ShouldHaveSingleItem().Code.ShouldBe("method.person-name");

    [Test]
    public void A_role_a_place_or_a_firm_is_none([ValueSource(nameof(NoNames))] string label) => Found(label).Select(finding => finding.Message.German).ShouldBeEmpty();

    [Test]
    public void The_finding_names_element_person_and_remedy()
    {
        var finding = Found("Prüfung durch Frau Dr. Yilmaz").Single();
        finding.Severity.ShouldBe(Severity.Warning);
        finding.ElementId.ShouldBe("t");
        finding.ElementName.ShouldBe("Prüfung durch Frau Dr. Yilmaz");
        finding.Message.German.ShouldContain("„Frau Dr. Yilmaz“");
        finding.Remedy.German.ShouldContain("Rolle");
    }

    [Test]
    public void Lanes_are_looked_at_too()
    {
        var builder = new GraphBuilder("P", "p").Lane("l", "Sabine Krüger");
        builder.Node(NodeKind.UserTask, "Prüfen", "t", "l");
        ModelRules.Check(builder.Build()).Single().ElementId.ShouldBe("l");
    }

    private static IReadOnlyList<Finding> Found(string label)
    {
        var builder = new GraphBuilder("P", "p");
        builder.Node(NodeKind.UserTask, label, "t");
        return ModelRules.Check(builder.Build());
    }
}
