using GpmTool.Model;

namespace GpmTool.Api.Infrastructure.Problems;

/// <summary>A finding in the language of the request.</summary>
/// <param name="Severity">How serious it is; an error blocks publication and delivery.</param>
/// <param name="Code">A stable name.</param>
/// <param name="Message">What was found.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="ElementId">The element it concerns.</param>
/// <param name="ElementName">The name of the element.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Line">The line or row of the file, from 1, where a file was read.</param>
/// <param name="Outcome">What became of it, where a file was read.</param>
internal sealed record FindingResponse(Severity Severity, string Code, string Message, string Remedy, string? ElementId, string? ElementName, string? Place, int? Line, Outcome? Outcome)
{
    /// <summary>Shows a finding in the language of the request.</summary>
    public static FindingResponse Of(Finding finding) => new(
        finding.Severity, finding.Code, new Text(finding.Message.German, finding.Message.English).ToString(), new Text(finding.Remedy.German, finding.Remedy.English).ToString(), finding.ElementId, finding.ElementName, finding.Place, finding.Line, finding.Outcome);
}
