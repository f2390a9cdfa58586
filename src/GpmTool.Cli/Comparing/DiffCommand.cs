using System.CommandLine;
using System.CommandLine.Parsing;
using GpmTool.Cli.Files;
using GpmTool.Cli.Output;
using GpmTool.Diff;
using GpmTool.Model;
using GpmTool.Reports;

namespace GpmTool.Cli.Comparing;

/// <summary><c>gpm diff BEFORE AFTER</c>: what changes from one model to the other; <c>--pairs</c> and <c>--pair-list</c>: many pairs in one go.</summary>
internal static class DiffCommand
{
    private const string Markdown = "md";
    private const string Html = "html";
    private const string Xlsx = "xlsx";
    private const string Lines = "jsonl";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var before = new Argument<string?>("BEFORE") { Description = Say.In("Das erste Modell.", "The first model."), Arity = ArgumentArity.ZeroOrOne };
        var after = new Argument<string?>("AFTER") { Description = Say.In("Das zweite Modell.", "The second model."), Arity = ArgumentArity.ZeroOrOne };
        var pairs = new Option<string>("--pairs") { Description = Say.In("Ordner, dessen Unterordner je ein Paar before.* und after.* enthalten.", "Folder whose sub-folders hold a pair before.* and after.* each."), HelpName = "DIR" };
        var list = new Option<string>("--pair-list") { Description = Say.In("Datei mit einem Paar je Zeile: Name, erstes und zweites Modell, durch Tabulator getrennt.", "File with a pair on each line: name, first and second model, separated by tabs."), HelpName = "FILE" };
        var pins = new Option<string>("--pins") { Description = Say.In("Datei mit festgelegten Entsprechungen: {\"same\":[{\"beforeId\":…,\"afterId\":…}],\"different\":[…]}.", "File of pinned correspondences: {\"same\":[{\"beforeId\":…,\"afterId\":…}],\"different\":[…]}."), HelpName = "FILE" };
        var thesaurus = new Option<string>("--thesaurus") { Description = Say.In("Datei mit bedeutungsgleichen Wörtern statt der mitgelieferten.", "File of words that mean the same, instead of the one that comes with gpm."), HelpName = "FILE" };
        var weights = new Option<string>("--weights") { Description = Say.In("Datei mit Gewichten des Abgleichs: {\"kind\":0.14,…}.", "File of the matching's weights: {\"kind\":0.14,…}."), HelpName = "FILE" };
        var ignore = new Option<string[]>("--ignore")
        {
            Description = Say.In("Was nicht zählt, durch Komma getrennt: layout (Vorgabe), extension, documentation, document; nothing: alles zählt.", "What does not count, separated by commas: layout (default), extension, documentation, document; nothing: everything counts."),
            HelpName = "layout,…",
            CustomParser = Ignored,
            DefaultValueFactory = _ => ["layout"],
        };
        var format = Formats.Option(Formats.Text, Formats.Json, Markdown, Html, Xlsx, Lines);
        var command = new Command("diff", Say.In("Zwei Modelle vergleichen, auch ohne gemeinsame IDs. Exitcode 0: gleich, 1: verschieden, 2: nicht vergleichbar.", "Compare two models, also without common ids. Exit code 0: equal, 1: different, 2: trouble.")) { before, after, pairs, list, pins, thesaurus, weights, ignore, format };
        command.Validators.Add(result => Validate(result, before, after, pairs, list, format));
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new ComparisonOptions { Ignored = IgnorableKinds.Of(parsed.GetRequiredValue(ignore)) };
            if (parsed.GetValue(pins) is { } pinFile) options = options with { Pins = await ComparisonFiles.PinsAsync(pinFile, cancellation) };
            if (parsed.GetValue(thesaurus) is { } words) options = options with { Thesaurus = await ComparisonFiles.ThesaurusAsync(words, cancellation) };
            if (parsed.GetValue(weights) is { } weightFile) options = options with { Weights = await ComparisonFiles.WeightsAsync(weightFile, cancellation) };
            return parsed.GetValue(pairs) is { } folder ? await PairRunner.RunAsync(PairRunner.In(folder), options, cancellation)
                : parsed.GetValue(list) is { } file ? await PairRunner.RunAsync(await PairRunner.OfAsync(file, cancellation), options, cancellation)
                : await OneAsync(parsed.GetValue(before)!, parsed.GetValue(after)!, parsed.GetRequiredValue(format), options, cancellation);
        });
        return command;
    }

    private static string[] Ignored(ArgumentResult result)
    {
        var words = result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToArray();
        if (Array.Find(words, word => !IgnorableKinds.Words.Contains(word)) is { } unknown)
            result.AddError(Say.In($"--ignore kennt \"{unknown}\" nicht; möglich sind {string.Join(", ", IgnorableKinds.Words)}.", $"--ignore does not know \"{unknown}\"; possible are {string.Join(", ", IgnorableKinds.Words)}."));
        return words;
    }

    private static void Validate(CommandResult result, Argument<string?> before, Argument<string?> after, Option<string> pairs, Option<string> list, Option<string> format)
    {
        var many = (result.GetResult(pairs) is null ? 0 : 1) + (result.GetResult(list) is null ? 0 : 1);
        var files = (result.GetValue(before) is null ? 0 : 1) + (result.GetValue(after) is null ? 0 : 1);
        var isLines = result.GetResult(format) is { Tokens: [{ Value: Lines }] };
        if (many > 1 || (many > 0 && files > 0)) result.AddError(Say.In("Entweder --pairs DIR oder --pair-list FILE oder zwei Dateien.", "Either --pairs DIR or --pair-list FILE or two files."));
        else if (many == 0 && files < 2) result.AddError(Say.In("Es fehlt das zu vergleichende Modell: gpm diff BEFORE AFTER.", "A model to compare is missing: gpm diff BEFORE AFTER."));
        else if (many > 0 != isLines) result.AddError(Say.In("--pairs oder --pair-list und --format jsonl gehören zusammen.", "--pairs or --pair-list and --format jsonl belong together."));
    }

    private static async Task<int> OneAsync(string before, string after, string format, ComparisonOptions options, CancellationToken cancellation)
    {
        var (left, right) = (await ModelFile.ReadAsync(before, cancellation), await ModelFile.ReadAsync(after, cancellation));
        var result = ProcessComparison.Compare(left.Graph, right.Graph, options);
        var report = ComparisonReport.Of(left.Graph, right.Graph, result, new ReportOptions
        {
            Language = Say.IsEnglish ? ReportLanguage.English : ReportLanguage.German,
            BeforeTitle = Title(left.Graph, before),
            AfterTitle = Title(right.Graph, after),
        });
        await WriteAsync(report, format, cancellation);
        return result.Operations.Count == 0 ? ExitCode.Fine : ExitCode.Reported;
    }

    private static async Task WriteAsync(ComparisonReport report, string format, CancellationToken cancellation)
    {
        if (format == Formats.Text)
        {
            DiffText.Write(report);
            return;
        }

        using var document = new MemoryStream();
        switch (format)
        {
            case Html: HtmlReport.Write(report, document); break;
            case Xlsx: XlsxReport.Write(report, document); break;
            case Formats.Json: JsonReport.Write(report, document); break;
            default:
                await using (var writer = new StreamWriter(document, leaveOpen: true) { NewLine = "\n" }) MarkdownReport.Write(report, writer);
                break;
        }

        if (format == Formats.Json) document.WriteByte((byte)'\n');
        Terminal.Out.Flush();
        document.Position = 0;
        await using var output = Console.OpenStandardOutput();
        await document.CopyToAsync(output, cancellation);
    }

    // The name says what it is about, the file which of several.
    private static string Title(ProcessGraph graph, string file) => string.IsNullOrWhiteSpace(graph.Name) ? Path.GetFileName(file) : $"{graph.Name} ({Path.GetFileName(file)})";
}
