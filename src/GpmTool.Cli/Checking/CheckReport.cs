using GpmTool.Cli.Output;
using GpmTool.Model;

namespace GpmTool.Cli.Checking;

/// <summary>What was found in all files.</summary>
/// <param name="Files">File by file.</param>
/// <param name="Errors">How many errors.</param>
/// <param name="Warnings">How many warnings.</param>
/// <param name="Infos">How many infos.</param>
/// <param name="Unreadable">How many files could not be read.</param>
internal sealed record CheckReport(IReadOnlyList<CheckedFile> Files, int Errors, int Warnings, int Infos, int Unreadable);

/// <summary>What was found in one file.</summary>
/// <param name="File">The file.</param>
/// <param name="IsBlocked">Whether an error blocks publication and delivery.</param>
/// <param name="Findings">What was found, the worst first.</param>
/// <param name="Problem">Why it could not be read.</param>
internal sealed record CheckedFile(string File, bool IsBlocked, IReadOnlyList<FindingLine> Findings, ErrorLine? Problem = null);

/// <summary>One finding.</summary>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Code">A stable name.</param>
/// <param name="Message">What was found.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="ElementId">The element.</param>
/// <param name="ElementName">Its name.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Line">The line of the file.</param>
/// <param name="Outcome">kept, degraded or dropped: what became of a part of a BPMN file.</param>
internal sealed record FindingLine(Severity Severity, string Code, string Message, string Remedy, string? ElementId, string? ElementName, string? Place, int? Line, Outcome? Outcome)
{
    /// <summary>Shows a finding in the chosen language.</summary>
    public static FindingLine Of(Finding finding) => new(finding.Severity, finding.Code, Say.It(finding.Message), Say.It(finding.Remedy), finding.ElementId, finding.ElementName, finding.Place, finding.Line, finding.Outcome);
}
