using GpmTool.Api.Infrastructure.Callers;

namespace GpmTool.Api.Tests.Accounts;

/// <summary>Who logs in waits for a turn; some processors are always left to those who work.</summary>
public class PasswordTurnsTests
{
    [Test]
    public async Task A_turn_is_waited_for_until_one_ends_and_given_up_with_the_request()
    {
        using var turns = new PasswordTurns();
        var taken = new List<IDisposable>();
        for (var i = 0; i < Math.Max(1, Environment.ProcessorCount / 2); i++) taken.Add(await turns.TakeAsync(CancellationToken.None));
        using var gone = new CancellationTokenSource();
        var first = turns.TakeAsync(gone.Token);
        var second = turns.TakeAsync(CancellationToken.None);
        first.IsCompleted.ShouldBeFalse();

        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        second.IsCompleted.ShouldBeFalse("nobody has ended a turn");
        taken[0].Dispose();
        (await second.WaitAsync(TimeSpan.FromMinutes(10))).Dispose();
    }
}
