using System.Globalization;
using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>What an element is in a reader's words.</summary>
internal enum Noun
{
    Step, SubProcess, Call, Start, End, Boundary, Event, Decision, AllWays, SomeWays, FirstEvent, Join,
    Way, Branch, WayBack, Message, Data, DataLine, Note, Group, Line, Pool, Lane, Process, Model, Collaboration, Declaration, Element,
}

/// <summary>All words and sentences of one language. The logic of reports knows none.</summary>
internal abstract class ReportTexts
{
    private static readonly ReportTexts German = new GermanTexts();
    private static readonly ReportTexts English = new EnglishTexts();

    public static ReportTexts In(ReportLanguage language) => language == ReportLanguage.English ? English : German;

    public abstract string Code { get; }

    public abstract CultureInfo Culture { get; }

    /// <summary>A label may hold line breaks; a sentence must not.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A label in quotation marks; marks inside become single ones.</summary>
    public string Quote(string text) => Open + OneLine(text).Replace('„', '‚').Replace('“', '‘').Replace('”', '’') + Close;

    public static string List(IEnumerable<string> items) => string.Join(", ", items);

    public string Number(double value) => value.ToString(Math.Abs(value - Math.Round(value)) < 1e-9 ? "N0" : "#,0.##", Culture);

    public string Percent(double share) => Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) + PercentSign;

    public string Money(Money money) => $"{money.Amount.ToString("N2", Culture)} {money.Currency}";

    public static string Signed(double change, string text) => change == 0 ? "0" : change > 0 ? $"+{text}" : $"−{text}";

    /// <summary>A duration to two units; days have 24 hours.</summary>
    public string Duration(TimeSpan length)
    {
        if (length < TimeSpan.Zero) return $"−{Duration(-length)}";
        if (length.TotalMinutes < 1) return $"{Math.Round(length.TotalSeconds).ToString("N0", Culture)} {Seconds}";
        var minutes = (long)Math.Round(length.TotalMinutes);
        var (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        var parts = new List<string>();
        if (days > 0) parts.Add($"{days.ToString("N0", Culture)} {(days == 1 ? Day : Days)}");
        if (hours > 0) parts.Add($"{hours} {Hours}");
        if (rest > 0) parts.Add($"{rest} {Minutes}");
        return string.Join(' ', parts.Take(2));
    }

    public abstract string Open { get; }
    public abstract string Close { get; }
    public abstract string PercentSign { get; }
    public abstract string Seconds { get; }
    public abstract string Minutes { get; }
    public abstract string Hours { get; }
    public abstract string Day { get; }
    public abstract string Days { get; }

    // Nouns, names and places.
    public abstract string NoName { get; }
    public abstract string Word(Noun noun);
    public abstract string Behind(string name);
    public abstract string AheadOf(string name);
    public abstract string Unnamed { get; }

    // Sentences about elements.
    public abstract string Added(string what);
    public abstract string Removed(string what);
    public abstract string Changed(string what);
    public abstract string Renamed(string what, string name);
    public abstract string Became(string what, string becomes);
    public abstract string Feature(string what, string label, string before, string after);
    public abstract string Touched(string what, string label);
    public abstract string Moved(string what, string before, string after);
    public abstract string Place(string? behind, string? aheadOf);
    public abstract string Swapped(string names);
    public abstract string Replaced(string gone, string come);
    public abstract string Merged(string gone, string come);
    public abstract string Split(string gone, string come);
    public abstract string Parallelised(string names);
    public abstract string Serialised(string names);
    public abstract string WithJoin(string what);
    public abstract string Extracted(string what, string names);
    public abstract string Inlined(string what, string names);
    public abstract string FromTo(Noun noun, string from, string to, string? label);
    public abstract string Led(string way, string from, string to);

    // Features and their values.
    public abstract string Feature(string code);
    public abstract string Kind(NodeKind kind);
    public abstract string Medium(Medium medium);
    public abstract string Automation(Automation automation);
    public abstract string Raci(RaciKind kind);
    public abstract string Loop(LoopKind kind);
    public abstract string Event(EventKind kind);
    public abstract string Document(DocumentUse document);
    public abstract string Staff(string role, string positions);
    public abstract string At(string value, string step);
    public abstract string YesNo(bool value);

    // Summary.
    public abstract string Equal { get; }
    public abstract string OnlyTechnical(int count);
    public abstract string StepsSummary(int before, int gone, int come, int kept);
    public abstract string TimeChange(string code, int percent, bool isLess, string now);
    public abstract string CasesApart(string before, string after);
    public abstract string YearlyTimeChange(bool isLess, string before, string after);
    public abstract string HoursOf(long hours);
    public abstract string MediaBreaks(int change);
    public abstract string Handovers(int change);
    public abstract string AutomaticSteps(int now, int steps, int before, int stepsBefore);

    // Sections.
    public abstract string Stretch(string? first, string? last);
    public abstract string SubProcessHeading(string name);
    public abstract string OtherProcess(string name);
    public abstract string FrameHeading { get; }
    public abstract string Intro(int before, int after, string roles);
    public abstract string FrameIntro { get; }

    // Headings and tables.
    public abstract string Title(string before, string after);
    public abstract string Heading(string part);
    public abstract string Tone(ReportTone tone);
    public abstract string Verdict(Verdict verdict);
    public abstract string Weight(Importance importance);
    public abstract string Figure(string code);
    public abstract string PictureOf(string title, bool isBefore);
    public abstract string PictureNote { get; }
    public abstract string PresumedNote { get; }
    public abstract string Minor(int count);
    public abstract string TechnicalNote(int count);
    public abstract string Unchanged(int count);
    public abstract string Nothing { get; }
    public abstract string Alike(string percent);
    public abstract string Count(int entries);
    public abstract string FiguresNote { get; }
    public abstract string PictureText(int steps, int decisions, int events, int marks);
}
