using GpmTool.Persistence;

namespace GpmTool.Api.Features.Catalogue.Layout;

/// <summary>Where things stand in the layout: <c>&lt;policy field&gt;/&lt;process&gt;/{process.json, soll.json, ist-&lt;authority&gt;.json}</c>.</summary>
internal static class LayoutPaths
{
    /// <summary>The policy fields with their groups.</summary>
    public const string Fields = "policy-fields.json";

    /// <summary>The authorities, where one file holds them.</summary>
    public const string Authorities = "authorities.json";

    /// <summary>What files outside the layout are.</summary>
    public const string Mapping = "mapping.json";

    /// <summary>The entry of the catalogue.</summary>
    public const string Process = "process.json";

    private const string AuthoritiesPrefix = "authorities-";
    private const string SollStem = "soll";
    private const string IstPrefix = "ist-";
    private const string Extension = ".json";

    // The longer first: a GPM view ends like a definition, too.
    private static readonly string[] Extensions = [".gpm.json", Extension, ".bpmn", ".xlsx", ".csv"];

    /// <summary>Whether a file of this name holds authorities: <c>authorities.json</c>, or one of several <c>authorities-*.json</c>.</summary>
    public static bool IsAuthorities(string file) =>
        file == Authorities || (file.StartsWith(AuthoritiesPrefix, StringComparison.Ordinal) && file.EndsWith(Extension, StringComparison.Ordinal) && file.Length > AuthoritiesPrefix.Length + Extension.Length);

    /// <summary>The folder of a process.</summary>
    public static string Folder(string policyField, string process) => $"{policyField}/{process}";

    /// <summary>The file of a model; the owner of a Soll is "".</summary>
    public static string ModelFile(string ownerKey) => ownerKey.Length == 0 ? SollStem + Extension : $"{IstPrefix}{ownerKey}{Extension}";

    /// <summary>The name of a document's file without its extension; null: no document has such a name.</summary>
    public static string? Stem(string path)
    {
        var file = path[(path.LastIndexOf('/') + 1)..];
        return Array.Find(Extensions, extension => file.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) is { } found ? file[..^found.Length] : null;
    }

    /// <summary>Which model a path names; null outside the layout.</summary>
    public static (string Process, Stage Stage, string? Authority)? Model(string path)
    {
        var parts = path.Split('/');
        if (parts.Length < 3 || Stem(path) is not { } stem) return null;
        var process = parts[^2];
        if (stem == SollStem) return (process, Stage.Soll, null);
        return stem.StartsWith(IstPrefix, StringComparison.Ordinal) && stem.Length > IstPrefix.Length ? (process, Stage.Ist, stem[IstPrefix.Length..]) : null;
    }
}
