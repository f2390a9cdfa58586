using System.CommandLine;

namespace GpmTool.Cli.Output;

/// <summary>The forms of output.</summary>
internal static class Formats
{
    /// <summary>For people.</summary>
    public const string Text = "text";

    /// <summary>For programs.</summary>
    public const string Json = "json";

    /// <summary>The option with these forms; the first is the default.</summary>
    public static Option<string> Option(params string[] forms)
    {
        var option = new Option<string>("--format")
        {
            Description = Say.In("Form der Ausgabe.", "Form of the output."),
            DefaultValueFactory = _ => forms[0],
            HelpName = string.Join('|', forms),
        };
        option.AcceptOnlyFromAmong(forms);
        return option;
    }
}
