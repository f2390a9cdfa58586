using System.Net;

namespace GpmTool.Client.Sample;

/// <summary>The API refused a request. Decide by <see cref="Code"/>; the texts are for people.</summary>
internal sealed class GpmProblemException(HttpStatusCode status, Problem problem)
    : Exception($"{(int)status} {problem.Code}: {problem.Detail} {problem.Remedy}".TrimEnd())
{
    /// <summary>The stable name of the failure.</summary>
    public string Code => problem.Code;
}
