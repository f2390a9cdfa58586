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
    private const string Soll = "soll.json";
    private const string IstPrefix = "ist-";
    private const string Extension = ".json";

    /// <summary>Whether a file of this name holds authorities: <c>authorities.json</c>, or one of several <c>authorities-*.json</c>.</summary>
    public static bool IsAuthorities(string file) =>
        file == Authorities || (file.StartsWith(AuthoritiesPrefix, StringComparison.Ordinal) && file.EndsWith(Extension, StringComparison.Ordinal) && file.Length > AuthoritiesPrefix.Length + Extension.Length);

    /// <summary>The folder of a process.</summary>
    public static string Folder(string policyField, string process) => $"{policyField}/{process}";

    /// <summary>The file of a model; the owner of a Soll is "".</summary>
    public static string ModelFile(string ownerKey) => ownerKey.Length == 0 ? Soll : $"{IstPrefix}{ownerKey}{Extension}";

    /// <summary>Which model a path names; null outside the layout.</summary>
    public static (string Process, Stage Stage, string? Authority)? Model(string path)
    {
        var parts = path.Split('/');
        if (parts.Length < 3) return null;
        var (process, file) = (parts[^2], parts[^1]);
        if (file == Soll) return (process, Stage.Soll, null);
        return file.StartsWith(IstPrefix, StringComparison.Ordinal) && file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && file.Length > IstPrefix.Length + Extension.Length
            ? (process, Stage.Ist, file[IstPrefix.Length..^Extension.Length])
            : null;
    }
}
