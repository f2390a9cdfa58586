using System.CommandLine;
using System.Text;
using GpmTool.Cli.Checking;
using GpmTool.Cli.Comparing;
using GpmTool.Cli.Converting;
using GpmTool.Cli.Merging;
using GpmTool.Cli.Output;
using GpmTool.Cli.Server;

namespace GpmTool.Cli;

/// <summary>The program.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Language.Choose(args);

        var root = new RootCommand(Say.In("Prozessmodelle prüfen, umwandeln und vergleichen; Kataloge von und zu einem GpmTool-Server bringen.", "Check, convert and compare process models; bring catalogues to and from a GpmTool server."))
        {
            Language.Option,
            CheckCommand.Create(),
            ConvertCommand.Create(),
            DiffCommand.Create(),
            MergeCommand.Create(),
            GitDiff.Create(),
            ImportCommand.Create(),
            ExportCommand.Create(),
            PublishCommand.Create(),
            ListCommand.Create(),
            ElsaCommand.Create(),
            CompletionCommand.Create(),
        };
        return await CommandRunner.RunAsync(root, args);
    }
}
