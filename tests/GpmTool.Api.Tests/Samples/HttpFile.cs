using System.Globalization;
using System.Text.RegularExpressions;

namespace GpmTool.Api.Tests.Samples;

/// <summary>A request of an .http file, with its variables still in it.</summary>
/// <param name="Title">What stands behind ###.</param>
/// <param name="Name">Its name for later requests.</param>
/// <param name="Expected">The statuses it may answer with.</param>
/// <param name="Until">Path and value that the answer has to have in the end.</param>
/// <param name="Method">The method.</param>
/// <param name="Address">The address.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">The lines of its body.</param>
internal sealed record HttpFileRequest(string Title, string? Name, int[] Expected, (string Path, string Value)? Until, string Method, string Address, IReadOnlyList<(string Name, string Value)> Headers, IReadOnlyList<string> Body);

/// <summary>
/// An .http file as editors read it: variables (<c>@name = value</c>), requests between <c>###</c>, comments, bodies with files
/// (<c>&lt; path</c>). The comment <c># expect 200 or 409</c>, with <c>until $.state is completed</c> where it has to be sent
/// again, is ours.
/// </summary>
internal sealed partial class HttpFile
{
    private HttpFile(string path) => Folder = Path.GetDirectoryName(path)!;

    /// <summary>Where it stands; files are named from there.</summary>
    public string Folder { get; }

    /// <summary>The variables of the file.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>The requests in their order.</summary>
    public List<HttpFileRequest> Requests { get; } = [];

    /// <summary>Reads a file.</summary>
    public static HttpFile Read(string path)
    {
        var file = new HttpFile(path);
        var title = "";
        var lines = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            if (!line.StartsWith("###", StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }

            file.Add(title, lines);
            (title, lines) = (line[3..].Trim(), []);
        }

        file.Add(title, lines);
        return file;
    }

    private void Add(string title, List<string> lines)
    {
        string? name = null;
        int[]? expected = null;
        (string, string)? until = null;
        var i = 0;
        for (; i < lines.Count && (lines[i].Length == 0 || lines[i][0] is '#' or '@'); i++)
        {
            if (Variable().Match(lines[i]) is { Success: true } variable) Variables[variable.Groups[1].Value] = variable.Groups[2].Value;
            else if (Named().Match(lines[i]) is { Success: true } named) name = named.Groups[1].Value;
            else if (Expect().Match(lines[i]) is { Success: true } expect)
            {
                expected = [.. expect.Groups[1].Value.Split(" or ").Select(status => int.Parse(status, CultureInfo.InvariantCulture))];
                if (expect.Groups[2].Success) until = (expect.Groups[2].Value, expect.Groups[3].Value);
            }
        }

        if (i == lines.Count) return;
        var request = lines[i++].Split(' ', 2);
        var headers = new List<(string, string)>();
        for (; i < lines.Count && lines[i].Length > 0; i++)
        {
            var parts = lines[i].Split(':', 2);
            headers.Add((parts[0].Trim(), parts[1].Trim()));
        }

        List<string> body = [.. lines.Skip(i + 1)];
        while (body is [.., ""]) body.RemoveAt(body.Count - 1);
        Requests.Add(new HttpFileRequest(title, name, expected.ShouldNotBeNull($"{title}: no # expect"), until, request[0], request[1], headers, body));
    }

    [GeneratedRegex(@"^@(\w+) = (.+)$")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^# @name (\w+)$")]
    private static partial Regex Named();

    [GeneratedRegex(@"^# expect (\d{3}(?: or \d{3})*)(?: until (\$\S*) is (\S+))?$")]
    private static partial Regex Expect();
}
