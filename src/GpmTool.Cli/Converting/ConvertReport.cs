using GpmTool.Cli.Checking;

namespace GpmTool.Cli.Converting;

/// <summary>What became of all files.</summary>
/// <param name="Files">File by file.</param>
/// <param name="Converted">How many were written.</param>
/// <param name="Degraded">How many of those lost something.</param>
/// <param name="Failed">How many could not be converted.</param>
internal sealed record ConvertReport(IReadOnlyList<ConvertedFile> Files, int Converted, int Degraded, int Failed);

/// <summary>What became of one file.</summary>
/// <param name="In">The file that was read.</param>
/// <param name="Out">The file that was written.</param>
/// <param name="Companions">Companion definitions written beside it.</param>
/// <param name="Degraded">What could not be taken over as it was.</param>
/// <param name="Problem">Why it could not be converted.</param>
internal sealed record ConvertedFile(string In, string? Out, IReadOnlyList<string> Companions, IReadOnlyList<FindingLine> Degraded, ErrorLine? Problem = null);
