namespace GpmTool.Api.Infrastructure.Hosting;

/// <summary>Runs the program; a refusal to start is a message, not a stack trace.</summary>
internal static class Start
{
    /// <summary>Gives the exit code: 0, or 1 when the start was refused.</summary>
    public static async Task<int> RunAsync(Func<Task> program)
    {
        try
        {
            await program();
            return 0;
        }
        catch (StartRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }
}
