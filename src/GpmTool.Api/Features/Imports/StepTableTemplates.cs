using GpmTool.Api.Features.Models;
using GpmTool.Bpmn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GpmTool.Api.Features.Imports;

/// <summary>The table that offices fill in who do not draw.</summary>
internal static class StepTableTemplates
{
    /// <summary>Gives the template as XLSX, or as CSV with <c>Accept: text/csv</c> or <c>form=csv</c>.</summary>
    public static FileContentHttpResult Get(HttpRequest request, string? form = null) =>
        form == "csv" || (form is null && request.GetTypedHeaders().Accept.Any(accept => accept.MediaType == MediaTypes.Csv))
            ? TypedResults.File(StepTable.TextTemplate(), MediaTypes.Csv, "schritttabelle.csv")
            : TypedResults.File(StepTable.WorkbookTemplate(), MediaTypes.Workbook, "schritttabelle.xlsx");
}
