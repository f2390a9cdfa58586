using System.Text.Json;
using GpmTool.Api.Infrastructure.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Infrastructure.Problems;

/// <summary>Turns every exception into a problem: the one switch.</summary>
internal sealed class FailureHandler(ILogger<FailureHandler> logger) : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var problem = Problem(exception, httpContext.Request);
        if (problem.StatusCode >= StatusCodes.Status500InternalServerError)
            logger.LogError(exception, "{Method} {Path} failed", httpContext.Request.Method, httpContext.Request.Path);
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    private static ProblemResult Problem(Exception exception, HttpRequest request) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => MalformedJson(json),
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad => Failure.BadRequest("bad-request",
            new($"Die Anfrage ist nicht lesbar: {bad.Message}", $"The request is not readable: {bad.Message}"),
            new("Vergleichen Sie sie mit der Beschreibung unter /swagger.", "Compare it with the description at /swagger.")),
        DbUpdateConcurrencyException => Failure.Outdated(),
        // Who names the state it has seen and finds another's first entry there has seen an outdated one.
        DbUpdateException update when update.IsCollision() && request.Headers.IfMatch.Count > 0 => Failure.Outdated(),
        DbUpdateException update when update.IsCollision() => Failure.Conflict("conflict",
            new("Ein anderer Vorgang hat gleichzeitig denselben Eintrag angelegt.", "Another request created the same entry at the same time."),
            new("Lesen Sie den Stand neu und wiederholen Sie die Anfrage.", "Read the present state and repeat the request.")),
        BadHttpRequestException bad => StatusFailure.Of(bad.StatusCode, request),
        _ => StatusFailure.Of(StatusCodes.Status500InternalServerError, request),
    };

    private static ProblemResult MalformedJson(JsonException json)
    {
        var line = (json.LineNumber ?? 0) + 1;
        var column = (json.BytePositionInLine ?? 0) + 1;
        var path = json.Path is null or "$" ? "" : $" ({json.Path})";
        return Failure.BadRequest("malformed-json",
            new($"Kein gültiges JSON in Zeile {line}, Spalte {column}{path}: {json.Message}", $"No valid JSON in line {line}, column {column}{path}: {json.Message}"),
            new("Berichtigen Sie die genannte Stelle.", "Correct the place named."));
    }
}
