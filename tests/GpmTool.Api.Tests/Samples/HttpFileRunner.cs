using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GpmTool.Api.Tests.Samples;

/// <summary>Sends the requests of an .http file one after the other and holds each answer to what the file expects.</summary>
internal sealed partial class HttpFileRunner(HttpFile file, HttpClient client)
{
    private readonly Dictionary<string, (HttpResponseMessage Response, string Body)> answers = new(StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var request in file.Requests)
        {
            var answer = await SendAsync(request, cancellation);
            while (request.Until is { } until && Value(answer.Body, until.Path) != until.Value)
            {
                await Task.Delay(100, cancellation);
                answer = await SendAsync(request, cancellation);
            }

            if (request.Name is { } name) answers[name] = answer;
        }
    }

    private async Task<(HttpResponseMessage Response, string Body)> SendAsync(HttpFileRequest request, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), Fill(request.Address));
        if (request.Body.Count > 0) message.Content = new ByteArrayContent(Body(request));
        foreach (var (name, value) in request.Headers)
        {
            if (name == "Content-Type") message.Content.ShouldNotBeNull(request.Title).Headers.TryAddWithoutValidation(name, Fill(value)).ShouldBeTrue();
            else message.Headers.TryAddWithoutValidation(name, Fill(value)).ShouldBeTrue(name);
        }

        var response = await client.SendAsync(message, cancellation);
        var body = await response.Content.ReadAsStringAsync(cancellation);
        ((int)response.StatusCode).ShouldBeOneOf(request.Expected, $"{request.Title}: {body}");
        return (response, body);
    }

    private byte[] Body(HttpFileRequest request)
    {
        using var bytes = new MemoryStream();
        for (var i = 0; i < request.Body.Count; i++)
        {
            if (i > 0) bytes.Write("\r\n"u8);
            if (request.Body[i].StartsWith("< ", StringComparison.Ordinal)) bytes.Write(File.ReadAllBytes(Path.Combine(file.Folder, request.Body[i][2..])));
            else bytes.Write(Encoding.UTF8.GetBytes(Fill(request.Body[i])));
        }

        return bytes.ToArray();
    }

    private string Fill(string text)
    {
        // A variable may be made of others.
        for (var depth = 0; depth < 5 && Reference().IsMatch(text); depth++) text = Reference().Replace(text, match => Known(match.Groups[1].Value));
        return text;
    }

    private string Known(string reference)
    {
        if (file.Variables.TryGetValue(reference, out var value)) return value;
        var parts = reference.Split('.', 4);
        parts.Length.ShouldBe(4, $"unknown variable {reference}");
        var (response, body) = answers[parts[0]];
        return parts[2] == "headers" ? response.Headers.GetValues(parts[3]).Single() : Value(body, parts[3]);
    }

    private static string Value(string body, string path)
    {
        var value = JsonSerializer.Deserialize<JsonElement>(body);
        foreach (var step in Step().Matches(path).Select(match => match.Value))
            value = step[0] == '[' ? value[int.Parse(step[1..^1], null)] : value.GetProperty(step[1..]);
        return value.ToString();
    }

    [GeneratedRegex(@"\{\{([^{}]+)\}\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\.\w+|\[\d+\]")]
    private static partial Regex Step();
}
