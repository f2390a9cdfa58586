using System.CommandLine;
using System.CommandLine.Help;
using System.Text.Json;
using GpmTool.Cli.Output;

namespace GpmTool.Cli;

/// <summary>Runs a command line: the one place where failures become messages and exit codes.</summary>
internal static class CommandRunner
{
    /// <summary>Runs it; the result is the exit code of the process.</summary>
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is System.CommandLine.Invocation.ParseErrorAction)
        {
            foreach (var error in parsed.Errors) Terminal.Error.Line($"gpm: {error.Message}");
            Terminal.Error.Line(Say.In($"Hilfe: gpm {Path(parsed.CommandResult)}--help", $"Help: gpm {Path(parsed.CommandResult)}--help"));
            return ExitCode.Failed;
        }

        try
        {
            if (parsed.Action is HelpAction) return await HelpAsync(parsed);
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (CommandFailure failure)
        {
            return Fail(failure.Code, Say.It(failure.Text), Say.It(failure.Remedy), IsJson(parsed));
        }
        catch (OperationCanceledException)
        {
            return Fail("cancelled", Say.In("Abgebrochen.", "Cancelled."), null, IsJson(parsed));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail("file-access", exception.Message, Say.In("Prüfen Sie Pfad und Rechte.", "Check the path and the rights."), IsJson(parsed));
        }
        finally
        {
            Terminal.Out.Flush();
        }
    }

    // The library's own words are only partly there in German.
    private static async Task<int> HelpAsync(ParseResult parsed)
    {
        await using var text = new StringWriter();
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = text });
        Terminal.Out.Raw(text.ToString().ReplaceLineEndings("\n")
            .Replace("Description:\n", Say.In("Beschreibung:\n", "Description:\n"), StringComparison.Ordinal)
            .Replace("Show help and usage information", Say.In("Diese Hilfe.", "This help."), StringComparison.Ordinal));
        return code;
    }

    private static int Fail(string code, string message, string? remedy, bool json)
    {
        if (json) Terminal.Error.Line(JsonSerializer.Serialize(new ErrorLine(code, message, remedy), CliJson.Compact.ErrorLine));
        else Terminal.Error.Line($"gpm: {message}{(remedy is null ? "" : $"\n     {remedy}")}");
        return ExitCode.Failed;
    }

    private static bool IsJson(ParseResult parsed) => parsed.GetResult("--format")?.Tokens is [{ Value: "json" or "jsonl" }];

    private static string Path(System.CommandLine.Parsing.CommandResult result)
    {
        var names = new List<string>();
        for (var one = result; one?.Parent is System.CommandLine.Parsing.CommandResult parent; one = parent) names.Insert(0, one.Command.Name);
        return names.Count == 0 ? "" : string.Join(' ', names) + " ";
    }
}

/// <summary>A failure, for programs.</summary>
/// <param name="Code">A stable name.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record ErrorLine(string Code, string Message, string? Remedy);
