namespace GpmTool.Api.Features.Models;

/// <summary>The media types in which a document comes and goes.</summary>
internal static class MediaTypes
{
    /// <summary>An Elsa 3 workflow definition.</summary>
    public const string Elsa = "application/json";

    /// <summary>The GPM view.</summary>
    public const string View = "application/vnd.gpmtool.graph+json";

    /// <summary>BPMN 2.0.</summary>
    public const string Bpmn = "application/bpmn+xml";

    /// <summary>A picture.</summary>
    public const string Picture = "image/svg+xml";

    /// <summary>A step table as an XLSX file.</summary>
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A step table as CSV.</summary>
    public const string Csv = "text/csv";

    /// <summary>What can be sent as one document.</summary>
    public static readonly string[] Documents = [Elsa, View, Bpmn];

    /// <summary>The extension of a file of that type, with its dot; null: it is no document.</summary>
    public static string? Extension(string? mediaType) => mediaType switch
    {
        Elsa => ".json",
        View => ".gpm.json",
        Bpmn => ".bpmn",
        Workbook => ".xlsx",
        Csv => ".csv",
        _ => null,
    };
}
