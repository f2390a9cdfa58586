using System.CommandLine;
using System.Globalization;
using GpmTool.Model;

namespace GpmTool.Cli.Output;

/// <summary>The language of help and messages: --lang, else the locale; German where that is neither.</summary>
internal static class Language
{
    /// <summary>The option; its value is read before the commands are made, because their help is in that language.</summary>
    public static Option<string> Option { get; } = Make();

    /// <summary>Sets the language for this process.</summary>
    public static void Choose(string[] args)
    {
        var said = Said(args);
        var isEnglish = (said ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) == "en";
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo(isEnglish ? "en" : "de");
        // Numbers and dates for programs are the same everywhere.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        Option.Description = Say.In("Sprache: de oder en.", "Language: de or en.");
    }

    private static string? Said(string[] args)
    {
        for (var i = 0; i < args.Length && args[i] != "--"; i++)
        {
            if (args[i] == "--lang" && i + 1 < args.Length) return args[i + 1];
            if (args[i].StartsWith("--lang=", StringComparison.Ordinal) || args[i].StartsWith("--lang:", StringComparison.Ordinal)) return args[i][7..];
        }

        return null;
    }

    private static Option<string> Make()
    {
        var option = new Option<string>("--lang") { Recursive = true, HelpName = "de|en" };
        option.AcceptOnlyFromAmong("de", "en");
        return option;
    }
}

/// <summary>Sentences in the chosen language.</summary>
internal static class Say
{
    /// <summary>Whether the language is English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>One of the two.</summary>
    public static string In(string german, string english) => IsEnglish ? english : german;

    /// <summary>The text in the chosen language.</summary>
    public static string It(LocalText text) => In(text.German, text.English);

    /// <summary>A count with its word: "1 Warnung", "2 Warnungen".</summary>
    public static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
