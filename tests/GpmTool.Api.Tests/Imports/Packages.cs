using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using GpmTool.Api.Tests.Infrastructure;

namespace GpmTool.Api.Tests.Imports;

/// <summary>Packages that tests send.</summary>
internal static class Packages
{
    public const string Authorities = """[{"key":"bezirk-a","name":"Bezirk A","kind":"districtOffice"},{"key":"bezirk-b","name":"Bezirk B","kind":"districtOffice"}]""";
    public const string Fields = """[{"key":"fm","name":"Facility Management","coordinatingAuthority":"bezirk-a","groups":[{"key":"tgm","name":"Technisches Gebäudemanagement"}]}]""";

    public static string Process(string key, string name = "Störungsmeldung bearbeiten", string more = "") => $$"""{"key":"{{key}}","name":"{{name}}","policyField":"fm","group":"tgm"{{more}}}""";

    /// <summary>A ZIP of these files.</summary>
    public static byte[] Zip(params (string Path, string Text)[] files)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return buffer.ToArray();
    }

    /// <summary>A ZIP that says a file had another size, in both of the places where it says so.</summary>
    public static byte[] WithSize(byte[] zip, string path, int size)
    {
        var name = Encoding.UTF8.GetBytes(path);
        var changed = 0;
        for (var at = 0; at + 46 + name.Length <= zip.Length; at++)
        {
            // Local headers ("PK34") have the name at 30 and the size at 22, the directory's ("PK12") at 46 and 24.
            var (names, sizes) = BitConverter.ToUInt32(zip, at) switch { 0x04034b50 => (30, 22), 0x02014b50 => (46, 24), _ => (0, 0) };
            if (names == 0 || !zip.AsSpan(at + names, name.Length).SequenceEqual(name)) continue;
            BitConverter.TryWriteBytes(zip.AsSpan(at + sizes), size);
            changed++;
        }

        return changed == 2 ? zip : throw new InvalidOperationException($"{changed} headers of {path}");
    }

    /// <summary>The files of a ZIP by path.</summary>
    public static Dictionary<string, string> Unzip(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }

    /// <summary>Sends a package.</summary>
    public static async Task<HttpResponseMessage> SendPackageAsync(this HttpClient client, byte[] package, string query = "", string type = "application/zip", string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/imports?{query}") { Content = new ByteArrayContent(package) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    /// <summary>Sends a package and waits for its end.</summary>
    public static async Task<JsonElement> ImportAsync(this HttpClient client, byte[] package, string query = "", string type = "application/zip") =>
        await client.EndOfImportAsync((await (await client.SendPackageAsync(package, query, type)).JsonAsync(202)).Text("id")!);

    /// <summary>Waits for the end of an import.</summary>
    public static async Task<JsonElement> EndOfImportAsync(this HttpClient client, string id)
    {
        for (var i = 0; i < 12_000; i++)
        {
            var import = await (await client.GetAsync($"/api/v1/imports/{id}")).JsonAsync(200);
            if (import.Text("state") is "completed" or "failed") return import;
            await Task.Delay(50);
        }

        throw new TimeoutException($"Import {id} did not end.");
    }

    /// <summary>The counts of an import: created, new version, unchanged, skipped, rejected.</summary>
    public static int[] Counts(this JsonElement import)
    {
        var counts = import.GetProperty("counts");
        return [.. new[] { "created", "newVersion", "unchanged", "skipped", "rejected" }.Select(name => counts.GetProperty(name).GetInt32())];
    }
}
