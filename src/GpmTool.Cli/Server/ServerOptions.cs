using System.CommandLine;
using GpmTool.Cli.Output;

namespace GpmTool.Cli.Server;

/// <summary>Where the server is and who asks.</summary>
internal static class ServerOptions
{
    private const string KeyVariable = "GPM_API_KEY";
    private const string ServerVariable = "GPM_SERVER";

    /// <summary>The option.</summary>
    public static Option<string> Option() => new("--server")
    {
        Description = Say.In($"Adresse des Servers; ohne Angabe {ServerVariable}. Ist {KeyVariable} gesetzt, wird der Schlüssel mitgesendet.", $"Address of the server; unless given {ServerVariable}. If {KeyVariable} is set, the key is sent along."),
        HelpName = "URL",
    };

    /// <summary>The key of the environment.</summary>
    public static string? Key => Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key ? key : null;

    /// <summary>The address, with a slash at its end.</summary>
    /// <exception cref="CommandFailure">None was given, or it is none.</exception>
    public static Uri Address(string? given)
    {
        var text = given ?? Environment.GetEnvironmentVariable(ServerVariable);
        if (string.IsNullOrWhiteSpace(text)) throw new CommandFailure("server-missing",
            new("Der Server fehlt.", "The server is missing."), new($"Geben Sie --server URL an oder setzen Sie {ServerVariable}.", $"Give --server URL or set {ServerVariable}."));
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            ? uri
            : throw new CommandFailure("server-invalid",
                new($"„{text}“ ist keine Adresse eines Servers.", $"'{text}' is no address of a server."), new("Beispiel: --server https://gpm.example.org", "Example: --server https://gpm.example.org"));
    }
}
