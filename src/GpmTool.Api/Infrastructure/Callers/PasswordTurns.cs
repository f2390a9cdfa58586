namespace GpmTool.Api.Infrastructure.Callers;

/// <summary>
/// People log in in turn, on half of the processors at most: checking a password takes long on purpose, and who logs in must not
/// keep those waiting who work.
/// </summary>
internal sealed class PasswordTurns : IDisposable
{
    private readonly SemaphoreSlim turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Waits for a turn, first come first served; disposing of the result ends it.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        return new Turn(turns);
    }

    /// <inheritdoc />
    public void Dispose() => turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
