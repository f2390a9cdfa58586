using System.Diagnostics;
using System.Text.RegularExpressions;
using GpmTool.Cli.Tests.Infrastructure;

namespace GpmTool.Cli.Tests.Git;

/// <summary>What a run of git gave.</summary>
internal sealed record GitRun(int ExitCode, string Output, string Error);

/// <summary>A real repository, set up with the very lines of docs/cli/git.md; the user's own settings take no part.</summary>
internal sealed class GitRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _home;

    public GitRepository()
    {
        _home = Directory.CreateDirectory(_folder["home"]).FullName;
        Directory.CreateDirectory(_folder["repo"]);
        var gpm = _folder.Write("bin/gpm", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "gpm.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(gpm, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        foreach (var line in Block("bash").Split('\n', StringSplitOptions.RemoveEmptyEntries)) Run("sh", "-c", line).ExitCode.ShouldBe(0, line);
        Git("init", "-q", "-b", "main");
        Git("config", "user.email", "test@example.org");
        Git("config", "user.name", "Test");
        Write(".gitattributes", Block("gitattributes"));
        Commit("Anfang");
    }

    /// <summary>A file of the repository.</summary>
    public string this[string name] => Path.Combine(_folder["repo"], name);

    /// <summary>Runs git, which has to succeed.</summary>
    public string Git(params string[] args)
    {
        var run = Try(args);
        run.ExitCode.ShouldBe(0, $"git {string.Join(' ', args)}: {run.Output}{run.Error}");
        return run.Output;
    }

    /// <summary>Runs git, whatever comes of it.</summary>
    public GitRun Try(params string[] args) => Run("git", args);

    /// <summary>Writes a file.</summary>
    public void Write(string name, string text) => _folder.Write(Path.Combine("repo", name), text);

    /// <summary>Commits everything.</summary>
    public void Commit(string message)
    {
        Git("add", "-A");
        Git("commit", "-qm", message);
    }

    /// <summary>One commit with the first text, and a branch each for the two descendants; "main" has ours.</summary>
    public void Fork(string name, string origin, string ours, string theirs)
    {
        Write(name, origin);
        Commit("Ausgang");
        Git("checkout", "-qb", "andere");
        Write(name, theirs);
        Commit("Andere");
        Git("checkout", "-q", "main");
        Write(name, ours);
        Commit("Eigene");
    }

    public void Dispose() => _folder.Dispose();

    private static string Block(string language)
    {
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Samples.Catalogue)!, "docs", "cli", "git.md"));
        return Regex.Match(text, $"^```{language}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value is { Length: > 0 } block ? block : throw new InvalidOperationException($"docs/cli/git.md has no block \"{language}\".");
    }

    private GitRun Run(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = _folder["repo"], RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = start.Environment["XDG_CONFIG_HOME"] = _home;
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["PATH"] = _folder["bin"] + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["LC_ALL"] = "de_DE.UTF-8";
        start.Environment["GIT_PAGER"] = "cat";
        start.Environment["DOTNET_CLI_HOME"] = _home;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new GitRun(process.ExitCode, output, error.Result);
    }
}
