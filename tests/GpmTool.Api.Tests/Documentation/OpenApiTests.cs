using System.Text;
using System.Text.Json;
using GpmTool.Api.Tests.Infrastructure;

namespace GpmTool.Api.Tests.Documentation;

/// <summary>The description of the API: complete, and the same as the file that is checked in.</summary>
public class OpenApiTests : ApiTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    private static string Snapshot => Path.Combine(Repository.Root, "docs", "openapi.json");

    [Test]
    public async Task The_file_is_what_the_program_says()
    {
        var running = JsonSerializer.Serialize(await GetAsync("/swagger/v1/swagger.json"), Indented) + "\n";
        if (Environment.GetEnvironmentVariable("GPM_UPDATE_SNAPSHOTS") == "1") await File.WriteAllTextAsync(Snapshot, running, new UTF8Encoding(false));
        File.Exists(Snapshot).ShouldBeTrue("Run the test with GPM_UPDATE_SNAPSHOTS=1 to write docs/openapi.json.");
        (await File.ReadAllTextAsync(Snapshot)).ShouldBe(running, "docs/openapi.json is out of date: run this test with GPM_UPDATE_SNAPSHOTS=1 and review the difference.");
    }

    [Test]
    public async Task Every_operation_says_what_it_does_and_how_it_fails()
    {
        var document = await GetAsync("/swagger/v1/swagger.json");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(member => Methods.Contains(member.Name)))
            {
                var place = $"{operation.Name} {path.Name}";
                ids.Add(operation.Value.GetProperty("operationId").GetString()!).ShouldBeTrue(place);
                operation.Value.GetProperty("tags").GetArrayLength().ShouldBe(1, place);
                operation.Value.TryGetProperty("summary", out var summary).ShouldBeTrue(place);
                summary.GetString().ShouldNotBeNullOrWhiteSpace(place);
                var responses = operation.Value.GetProperty("responses").EnumerateObject().ToList();
                responses.Count(response => response.Name[0] == '2' || response.Name == "302").ShouldBe(1, place); // a browser is sent on to an identity provider
                if (path.Name.StartsWith("/api/", StringComparison.Ordinal)) responses.ShouldContain(response => response.Name == "400", place);
                foreach (var failure in responses.Where(response => response.Name[0] is '4' or '5'))
                    failure.Value.GetProperty("content").EnumerateObject().Select(content => content.Name).ShouldBe(["application/problem+json"], place);
                if (path.Name.Contains('{', StringComparison.Ordinal)) responses.ShouldContain(response => response.Name == "404", place);
                // A session, a name, roles and a release are set or gone: nobody edits a state that somebody else may have changed meanwhile.
                var isEdited = operation.Value.GetProperty("tags")[0].GetString() != "Accounts" && !path.Name.EndsWith("/name", StringComparison.Ordinal) && !path.Name.Contains("/staff-data/", StringComparison.Ordinal);
                if (operation.Name is "put" or "delete" && isEdited) responses.Count(response => response.Name is "412" or "428").ShouldBe(2, place);
            }
        }

        ids.Count.ShouldBeGreaterThan(30);
    }

    [Test]
    public async Task Every_schema_and_member_is_described()
    {
        var document = await GetAsync("/swagger/v1/swagger.json");
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            if (schema.Value.TryGetProperty("enum", out _)) continue;
            foreach (var member in schema.Value.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToList() : [])
                (member.Value.TryGetProperty("description", out _) || member.Value.TryGetProperty("$ref", out _) || member.Value.TryGetProperty("allOf", out _) || member.Value.TryGetProperty("oneOf", out _)).ShouldBeTrue($"{schema.Name}.{member.Name}");
        }
    }
}
