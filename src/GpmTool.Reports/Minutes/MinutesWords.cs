using System.Globalization;

namespace GpmTool.Reports;

/// <summary>The words of minutes, and times as people write them.</summary>
internal sealed class MinutesWords(MinutesOptions options)
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The language's code.</summary>
    public string Code => options.Language == ReportLanguage.English ? "en" : "de";

    /// <summary>The id of the zone of all times.</summary>
    public string Zone => options.TimeZone.Id;

    /// <summary>One of both.</summary>
    public string Say(string german, string english) => options.Language == ReportLanguage.English ? english : german;

    /// <summary>A label in quotation marks.</summary>
    public string Quote(string text) => ReportTexts.In(options.Language).Quote(text);

    /// <summary>A local time to the minute.</summary>
    public string Time(DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), options.TimeZone);
        return Say(local.ToString("dd.MM.yyyy, HH:mm 'Uhr'", German), local.ToString("d MMMM yyyy, HH:mm", English));
    }

    /// <summary>A day.</summary>
    public string Day(DateOnly day) => Say(day.ToString("dd.MM.yyyy", German), day.ToString("d MMMM yyyy", English));

    /// <summary>A name, also an erased one.</summary>
    public string Name(string? name) => name ?? Say("(Name gelöscht)", "(name erased)");

    /// <summary>Who and when.</summary>
    public string Act(MinutesAct act) => $"{Name(act.Name)}, {Time(act.At)}";

    /// <summary>A kind of authority.</summary>
    public string Of(MinutesAuthorityKind kind) => kind switch
    {
        MinutesAuthorityKind.SenateAdministration => Say("Senatsverwaltung", "Senate administration"),
        MinutesAuthorityKind.DistrictOffice => Say("Bezirksamt", "district office"),
        _ => Say("nachgeordnete Behörde", "subordinate authority"),
    };

    /// <summary>A role.</summary>
    public string Of(MinutesRole role) => role switch
    {
        MinutesRole.Modeller => Say("Modellierer:in", "modeller"),
        MinutesRole.FieldCoordination => Say("Koordination", "field coordination"),
        MinutesRole.SenateCoordination => Say("Senatskoordination", "senate coordination"),
        MinutesRole.AuthorityLead => Say("Behörden-Verantwortliche", "authority lead"),
        MinutesRole.Administrator => Say("Verwaltung", "administrator"),
        _ => Say("Gast", "guest"),
    };

    /// <summary>A stance.</summary>
    public string Of(MinutesStance stance) => stance switch
    {
        MinutesStance.Agreed => Say("einverstanden", "agreed"),
        MinutesStance.Objection => Say("Einwand", "objection"),
        MinutesStance.NotConcerned => Say("nicht betroffen", "not concerned"),
        _ => Say("keine Rückmeldung", "no reply"),
    };

    /// <summary>A state.</summary>
    public string Of(MinutesState state) => state switch
    {
        MinutesState.Open => Say("Mitzeichnung läuft", "review open"),
        MinutesState.CoSigned => Say("mitgezeichnet", "co-signed"),
        MinutesState.NotCoSigned => Say("nicht mitgezeichnet", "not co-signed"),
        _ => Say("zurückgezogen", "withdrawn"),
    };

    /// <summary>A number.</summary>
    public static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
