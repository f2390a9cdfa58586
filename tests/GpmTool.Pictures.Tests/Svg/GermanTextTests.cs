using System.Globalization;
using System.Xml.Linq;
using GpmTool.Model;

namespace GpmTool.Pictures.Tests.Svg;

/// <summary>German labels are broken where people break them. Seen through the lines of a task.</summary>
public sealed class GermanTextTests
{
    [TestCase("Gewährleistungsfristenüberwachung", "Gewährleistungsfristen-|überwachung")]
    [TestCase("Rechnung prüfen", "Rechnung|prüfen")]
    [TestCase("Prüfen", "Prüfen")]
    [TestCase("Betriebssicherheitsverordnungsprüfprotokoll", "Betriebssicherheits-|verordnungsprüf-|protokoll")]
    [TestCase("Schadensmeldung an Objektmanagement weiterleiten", "Schadensmeldung|an|Objektmanagement|weiterleiten")]
    [TestCase("E-Mail-/Telefon-/Papierkontakt", "E-Mail-/Telefon-/|Papierkontakt")]
    public void Long_words_are_broken_between_their_parts(string label, string lines) => Lines(label).ShouldBe(lines.Split('|'));

    [Test]
    public void A_label_that_is_too_long_ends_with_dots_and_its_title_is_whole()
    {
        var label = string.Join(' ', Enumerable.Repeat("Unterhaltsreinigungsqualitätskontrolle", 12));
        var lines = Lines(label);
        lines[^1].ShouldEndWith("…");
        lines.Length.ShouldBeGreaterThan(4);
    }

    [Test]
    public void Line_breaks_of_the_model_stay() => Lines("Antrag\nprüfen").ShouldBe(["Antrag", "prüfen"]);

    private static string[] Lines(string label)
    {
        var builder = new GraphBuilder("x", "p");
        builder.Node(NodeKind.Task, label, "t");
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        SvgPicture.Write(builder.Build(), PictureOptions.Default, writer);
        return [.. XElement.Parse(writer.ToString()).Descendants().Where(element => element.Name.LocalName == "tspan").Select(element => element.Value)];
    }
}
