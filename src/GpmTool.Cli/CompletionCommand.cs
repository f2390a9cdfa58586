using System.CommandLine;
using GpmTool.Cli.Output;

namespace GpmTool.Cli;

/// <summary><c>gpm completion SHELL</c>: the script that makes a shell complete gpm's commands and options.</summary>
internal static class CompletionCommand
{
    // Each asks the program itself, with the line and the place of the cursor.
    private const string Bash = """
        _gpm() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$(gpm "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _gpm gpm
        """;

    private const string Zsh = """
        #compdef gpm
        _gpm() {
          local -a words
          words=("${(@f)$(gpm "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -- $words
          _files
        }
        compdef _gpm gpm
        """;

    private const string Fish = """
        complete -c gpm -a '(gpm "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName gpm -ScriptBlock {
          param($word, $line, $cursor)
          gpm "[suggest:$cursor]" "$line" 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish, pwsh" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", Say.In("Ein Skript ausgeben, mit dem die Shell Befehle und Optionen vervollständigt.", "Print a script that makes the shell complete commands and options.")) { shell };
        command.SetAction(parsed =>
        {
            Terminal.Out.Line(parsed.GetRequiredValue(shell) switch { "zsh" => Zsh, "fish" => Fish, "pwsh" => PowerShell, _ => Bash });
            return ExitCode.Fine;
        });
        return command;
    }
}
