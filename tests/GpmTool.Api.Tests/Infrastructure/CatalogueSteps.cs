namespace GpmTool.Api.Tests.Infrastructure;

/// <summary>Steps that many tests begin with.</summary>
internal static class CatalogueSteps
{
    /// <summary>A policy field, a group, two authorities and a process.</summary>
    public static async Task PrepareAsync(this HttpClient client, string process = "stoerung", string name = "Störungsmeldung bearbeiten")
    {
        await client.SendJsonAsync(HttpMethod.Post, "/api/v1/policy-fields", new { key = "fm", name = "Facility Management" });
        await client.SendJsonAsync(HttpMethod.Post, "/api/v1/process-groups", new { key = "tgm", name = "Technisches Gebäudemanagement", policyField = "fm" });
        foreach (var key in new[] { "bezirk-a", "bezirk-b" })
            await client.SendJsonAsync(HttpMethod.Post, "/api/v1/authorities", new { key, name = key, kind = "districtOffice" });
        await (await client.SendJsonAsync(HttpMethod.Post, "/api/v1/processes", new { key = process, policyField = "fm", group = "tgm", content = new { name } })).JsonAsync(201);
    }

    /// <summary>Approves a frozen version of a Soll, as a coordination does where its field demands no co-signature.</summary>
    public static async Task ApproveAsync(this HttpClient client, string model, int version = 1)
    {
        var path = $"/api/v1/models/{model}/versions/{version}/life-cycle";
        foreach (var state in new[] { "methodReview", "approved" })
            await (await client.SendJsonAsync(HttpMethod.Post, path, new { state }, (await client.GetAsync(path)).ETag())).JsonAsync(200);
    }

    /// <summary>A model of that process; gives its id and the ETag of its draft.</summary>
    public static async Task<(string Id, string ETag)> ModelAsync(this HttpClient client, string document, string process = "stoerung", string query = "stage=Soll")
    {
        var response = await client.SendJsonAsync(HttpMethod.Post, $"/api/v1/processes/{process}/models?{query}", document);
        var json = await response.JsonAsync(201);
        return (json.GetProperty("id").GetString()!, response.ETag());
    }
}
