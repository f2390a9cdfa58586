using System.Runtime.CompilerServices;

namespace GpmTool.Bpmn.Tests;

/// <summary>Files of the project beside the tests.</summary>
internal static class Repository
{
    public static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
