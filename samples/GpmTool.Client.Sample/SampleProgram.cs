using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Client.Sample;

/// <summary>Walks through the API of a running server: <c>GPM_API_KEY=… dotnet run --project samples/GpmTool.Client.Sample -- http://localhost:5080</c>.</summary>
internal static class SampleProgram
{
    private static async Task<int> Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (!Uri.TryCreate(args is [var given] ? given : "http://localhost:5080", UriKind.Absolute, out var server))
        {
            await Console.Error.WriteLineAsync("The address of the server has to be absolute, for example http://localhost:5080.");
            return 1;
        }

        if (Environment.GetEnvironmentVariable("GPM_API_KEY") is not { Length: > 0 } key)
        {
            await Console.Error.WriteLineAsync("GPM_API_KEY has to hold a key of the server; a start in development prints one.");
            return 1;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) => (pressed.Cancel, _) = (true, stop.CancelAsync());
        var services = new ServiceCollection();
        services.AddHttpClient<GpmClient>(http =>
        {
            http.BaseAddress = new Uri(server, "/api/v1/");
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        });
        await using var provider = services.BuildServiceProvider();
        try
        {
            await new Walk(provider.GetRequiredService<GpmClient>(), Console.Out).RunAsync(stop.Token);
            return 0;
        }
        catch (Exception exception) when (exception is GpmProblemException or HttpRequestException or InvalidDataException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
