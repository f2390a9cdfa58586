namespace GpmTool.Api.Infrastructure.Problems;

/// <summary>Gives a bare status code (from routing, the server or a filter) its problem.</summary>
internal static class StatusFailure
{
    /// <summary>The problem of a status that arrived without a body.</summary>
    public static ProblemResult Of(int status, HttpRequest request) => status switch
    {
        StatusCodes.Status400BadRequest => Failure.BadRequest("bad-request",
            new("Die Anfrage ist nicht lesbar.", "The request is not readable."),
            new("Vergleichen Sie sie mit der Beschreibung unter /swagger.", "Compare it with the description at /swagger.")),
        StatusCodes.Status401Unauthorized => Rights.Refusals.NotLoggedIn(),
        StatusCodes.Status403Forbidden => Rights.Refusals.NotAllowed(),
        StatusCodes.Status404NotFound => new(status, "unknown-route",
            new("Adresse unbekannt", "Unknown address"),
            new($"Unter {request.Path} gibt es nichts.", $"There is nothing at {request.Path}."),
            new("Die vorhandenen Adressen zeigt /swagger.", "/swagger shows the addresses that exist.")),
        StatusCodes.Status405MethodNotAllowed => new(status, "method-not-allowed",
            new("Methode nicht erlaubt", "Method not allowed"),
            new($"{request.Path} kennt {request.Method} nicht.", $"{request.Path} does not know {request.Method}."),
            new("Die erlaubten Methoden nennt der Kopf Allow.", "The header Allow names the methods allowed.")),
        StatusCodes.Status406NotAcceptable => new(status, "not-acceptable",
            new("Format nicht lieferbar", "Format not available"),
            new("Das verlangte Format (Accept) gibt es hier nicht.", "The format asked for (Accept) does not exist here."),
            new("Verlangen Sie application/json.", "Ask for application/json.")),
        StatusCodes.Status413PayloadTooLarge => new(status, "too-large",
            new("Inhalt zu groß", "Content too large"),
            new("Der gesendete Inhalt überschreitet die Höchstgröße.", "The content sent exceeds the limit."),
            new("Teilen Sie den Inhalt auf oder erhöhen Sie Kestrel:Limits:MaxRequestBodySize.", "Split the content or raise Kestrel:Limits:MaxRequestBodySize.")),
        StatusCodes.Status415UnsupportedMediaType => new(status, "unsupported-media-type",
            new("Format nicht unterstützt", "Format not supported"),
            new($"„{request.ContentType ?? "(ohne Content-Type)"}“ wird hier nicht gelesen.", $"\"{request.ContentType ?? "(no Content-Type)"}\" is not read here."),
            new("Senden Sie JSON mit Content-Type: application/json.", "Send JSON with Content-Type: application/json.")),
        StatusCodes.Status503ServiceUnavailable => new(status, "unavailable",
            new("Zurzeit nicht verfügbar", "Not available at present"),
            new("Ein Teil des Dienstes antwortet nicht.", "A part of the service does not answer."),
            new("Versuchen Sie es später erneut; /health/ready zeigt den Zustand.", "Try again later; /health/ready shows the state.")),
        >= 500 => new(status, "internal-error",
            new("Interner Fehler", "Internal error"),
            new("Bei der Verarbeitung ist ein unerwarteter Fehler aufgetreten; gespeichert wurde nichts.", "An unexpected error occurred; nothing was stored."),
            new("Melden Sie den Fehler mit der traceId.", "Report the error with the traceId.")),
        _ => new(status, "request-refused",
            new("Anfrage abgelehnt", "Request refused"),
            new($"Die Anfrage wurde mit Status {status} abgelehnt.", $"The request was refused with status {status}."),
            new("Vergleichen Sie sie mit der Beschreibung unter /swagger.", "Compare it with the description at /swagger.")),
    };
}
