using System.Text.RegularExpressions;

namespace GpmTool.Analysis;

/// <summary>
/// Finds names of persons in German and English texts: after a form of address or a title, as initial and surname, as first name and
/// surname. Streets, buildings and schools named after persons, firms, roles and placeholders such as "Mustermann" are none.
/// </summary>
internal static partial class PersonNames
{
    /// <summary>The first name of a person in the text; null when there is none.</summary>
    public static string? FindIn(string text)
    {
        var words = Word().Matches(text).Select(match => new Part(match.Value, match.Index, match.Index + match.Length)).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if ((Addressed(text, words, i) ?? Initial(text, words, i) ?? FirstName(text, words, i) ?? Reversed(text, words, i)) is not { } end) continue;
            return text[words[i].Start..words[end].End];
        }

        return null;
    }

    // "Frau Yilmaz", "Hr. Dr. von Stein", "Frau Amtsleiterin Schmidt", "Dr. Klein".
    private static int? Addressed(string text, List<Part> words, int i)
    {
        if (!NameLists.Addresses.Contains(words[i].Text) && !NameLists.Titles.Contains(words[i].Text)) return null;
        var next = i + 1;
        while (next < words.Count && IsNear(text, words[next - 1], words[next]) && (NameLists.Titles.Contains(words[next].Text) || NameLists.Particles.Contains(words[next].Text) || IsRole(words[next].Text))) next++;
        return next < words.Count && IsNear(text, words[next - 1], words[next]) && IsSurname(words[next].Text) && !IsPlaceOrFirm(words, i, next) ? next : null;
    }

    // "M. Müller": as a whole label, between punctuation, or with a well-known surname; else it may be a numbering such as "A. Antrag".
    private static int? Initial(string text, List<Part> words, int i)
    {
        if (words[i].Text is not [>= 'A' and <= 'Z', '.'] || i + 1 >= words.Count || !IsNear(text, words[i], words[i + 1]) || !IsSurname(words[i + 1].Text)) return null;
        if (i > 0 && IsNear(text, words[i - 1], words[i]) && !NameLists.Prepositions.Contains(words[i - 1].Text)) return null;
        if (i > 0 && words[i - 1].Text is [>= 'a' and <= 'z'] && text[words[i - 1].End..words[i].Start].Trim() == ".") return null; // "i. V.", "z. B."
        var isAlone = i + 2 >= words.Count || !IsNear(text, words[i + 1], words[i + 2]);
        return (isAlone || NameLists.Surnames.Contains(words[i + 1].Text)) && !IsPlaceOrFirm(words, i, i + 1) ? i + 1 : null;
    }

    // "Sabine Krüger", "Hans-Peter von Stein".
    private static int? FirstName(string text, List<Part> words, int i)
    {
        if (!IsFirstName(words[i].Text)) return null;
        var next = i + 1;
        while (next < words.Count && IsNear(text, words[next - 1], words[next]) && (IsFirstName(words[next].Text) || NameLists.Particles.Contains(words[next].Text) || words[next].Text is [>= 'A' and <= 'Z', '.'])) next++;
        if (next < words.Count && IsNear(text, words[next - 1], words[next]) && IsSurname(words[next].Text)) return IsPlaceOrFirm(words, i, next) ? null : next;
        // A surname can be a first name too: "Max Walter".
        return next - i > 1 && IsFirstName(words[next - 1].Text) && !IsPlaceOrFirm(words, i, next - 1) ? next - 1 : null;
    }

    // "Krüger, Sabine".
    private static int? Reversed(string text, List<Part> words, int i) =>
        i + 1 < words.Count && text[words[i].End..words[i + 1].Start].Trim() == "," && IsFirstName(words[i + 1].Text)
        && (NameLists.Surnames.Contains(words[i].Text) || (words.Count == 2 && IsSurname(words[i].Text) && !IsFirstName(words[i].Text))) ? i + 1 : null;

    private static bool IsFirstName(string word) => word.Split('-').All(NameLists.FirstNames.Contains);

    private static bool IsSurname(string word) =>
        word.Length > 1 && char.IsUpper(word[0]) && word.Skip(1).All(letter => char.IsLower(letter) || letter is '-' or '\'' or '’' || char.IsUpper(letter)) && word.Skip(1).Any(char.IsLower)
        && !NameLists.NoSurnames.Contains(word) && !NameLists.Addresses.Contains(word) && !IsRole(word) && !NounEnd().IsMatch(word) && !PlaceEnd().IsMatch(word);

    private static bool IsRole(string word) => char.IsUpper(word[0]) && RoleEnd().IsMatch(word);

    // A street, a building, a firm: what follows the name, or what stands before it, says so.
    private static bool IsPlaceOrFirm(List<Part> words, int first, int last) =>
        words.Skip(last + 1).Take(3).Any(word => NameLists.Firms.Contains(word.Text)) || words.Skip(last + 1).Take(1).Any(word => PlaceEnd().IsMatch(word.Text) || NameLists.Firms.Contains(word.Text))
        || (first > 0 && NameLists.Before.Contains(words[first - 1].Text));

    private static bool IsNear(string text, Part left, Part right) => text.AsSpan(left.End, right.Start - left.End).Trim().IsEmpty && !text.AsSpan(left.End, right.Start - left.End).Contains('\n');

    private readonly record struct Part(string Text, int Start, int End);

    // Abbreviations keep their full stop: "Dr.", "M.".
    [GeneratedRegex(@"(?:Dipl\.-(?:Ing|Kfm|Kffr)|Prof|Dr|Hr|Fr|Mrs?|Ms|Mag|\b\p{Lu})\.|&|\p{L}[\p{L}'’]*(?:-\p{L}[\p{L}'’]*)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:stra(?:ß|ss)e|str|platz|allee|weg|ufer|damm|brücke|gasse|ring|promenade|chaussee|park|schule|gymnasium|kolleg|haus|hof|halle|saal|bau|bad|heim|kita|bibliothek|museum|theater|klinik|klinikum|krankenhaus|stadion|siedlung|zentrum|kirche|universität|institut|stiftung|preis|kiez|street|road|school|square|building|hall)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlaceEnd();

    [GeneratedRegex(@"(?:leit|meist|arbeit|verwalt|prüf|bearbeit|betreu|pfleg|führ|vertret|berat|planer|ermittl|halt|nehm|geb|lehr|minist|techn?ik|hausmeist)er(?:in)?$|(?:direktor|präsident|senator|referent|dezernent|assistent|inspektor|architekt|sekretär|wart|rat|anwalt)(?:in)?$|(?:rätin|anwältin|beauftragter?|vorsitzender?|verantwortlicher?|angestellter?|sachbearbeitung|leitung|koordination|verwaltung|stelle|amt|team|service)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RoleEnd();

    [GeneratedRegex(@"(?:ung|heit|keit|schaft|tion|ismus|antrag|gesetz|ordnung|schein|bericht|liste|akte|vertrag|rechnung|formular|bescheid|verfahren|protokoll|meldung|daten|plan|system|ment|ness)(?:en|s|es)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NounEnd();
}
