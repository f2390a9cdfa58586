namespace GpmTool.Api.Infrastructure.Problems;

/// <summary>The failures several features share. A failure only one feature knows is built in that feature.</summary>
internal static class Failure
{
    /// <summary>404: there is no such thing. <paramref name="kind"/> is the thing's name, such as "Prozess"/"Process".</summary>
    public static ProblemResult NotFound(Text kind, string key) => new(
        StatusCodes.Status404NotFound, "not-found",
        new("Nicht gefunden", "Not found"),
        new($"{kind.German} „{key}“ ist nicht vorhanden.", $"{kind.English} \"{key}\" does not exist."),
        new("Prüfen Sie den Schlüssel; die Liste zeigt alle vorhandenen.", "Check the key; the list shows all that exist."));

    /// <summary>409: the key is taken.</summary>
    public static ProblemResult Duplicate(Text kind, string key) => new(
        StatusCodes.Status409Conflict, "duplicate-key",
        new("Schlüssel bereits vergeben", "Key already taken"),
        new($"{kind.German} „{key}“ gibt es schon.", $"{kind.English} \"{key}\" already exists."),
        new("Wählen Sie einen anderen Schlüssel oder ändern Sie den vorhandenen Eintrag.", "Choose another key or change the existing entry."));

    /// <summary>409: the entry is archived and therefore not to be changed.</summary>
    public static ProblemResult Archived(Text kind, string key) => new(
        StatusCodes.Status409Conflict, "archived",
        new("Archiviert", "Archived"),
        new($"{kind.German} „{key}“ ist archiviert und kann nicht geändert werden.", $"{kind.English} \"{key}\" is archived and cannot be changed."),
        new("Legen Sie bei Bedarf einen neuen Eintrag an.", "Create a new entry if you need one."));

    /// <summary>400: one field names something that does not exist or does not fit.</summary>
    public static ProblemResult Field(string field, Text message) =>
        Validation(new Dictionary<string, string[]> { [field] = [message.ToString()] });

    /// <summary>400: the input breaks rules; messages by field name.</summary>
    public static ProblemResult Validation(IReadOnlyDictionary<string, string[]> errors) => new(
        StatusCodes.Status400BadRequest, "validation-failed",
        new("Eingabe unvollständig oder fehlerhaft", "Input incomplete or wrong"),
        new($"Zu beanstanden: {string.Join(", ", errors.Keys)}.", $"Objections to: {string.Join(", ", errors.Keys)}."),
        new("Berichtigen Sie die genannten Felder (errors).", "Correct the fields named in errors."))
    { Errors = errors };

    /// <summary>400: the request cannot be read.</summary>
    public static ProblemResult BadRequest(string code, Text detail, Text remedy) => new(
        StatusCodes.Status400BadRequest, code, new("Anfrage nicht lesbar", "Request not readable"), detail, remedy);

    /// <summary>422: the request was read, but its content does not make sense.</summary>
    public static ProblemResult Unprocessable(string code, Text detail, Text remedy) => new(
        StatusCodes.Status422UnprocessableEntity, code,
        new("Inhalt nicht verarbeitbar", "Content cannot be processed"), detail, remedy);

    /// <summary>409: the state of the thing forbids the operation.</summary>
    public static ProblemResult Conflict(string code, Text detail, Text remedy, IReadOnlyList<StaleOperation>? operations = null) => new(
        StatusCodes.Status409Conflict, code, new("Im jetzigen Zustand nicht möglich", "Not possible in the present state"), detail, remedy)
    { Operations = operations };

    /// <summary>412: somebody else was quicker.</summary>
    public static ProblemResult Outdated() => new(
        StatusCodes.Status412PreconditionFailed, "outdated",
        new("Zwischenzeitlich geändert", "Changed in the meantime"),
        new("Der Eintrag wurde seit dem Lesen geändert.", "The entry was changed since it was read."),
        new("Lesen Sie den Eintrag neu und senden Sie die Änderung mit dem neuen ETag in If-Match.", "Read the entry again and send the change with the new ETag in If-Match."));

    /// <summary>428: the request does not say which version it changes.</summary>
    public static ProblemResult IfMatchMissing() => new(
        StatusCodes.Status428PreconditionRequired, "if-match-missing",
        new("If-Match fehlt", "If-Match missing"),
        new("Eine Änderung muss sagen, welchen Stand sie ändert.", "A change must say which version it changes."),
        new("Senden Sie den ETag der letzten Antwort im Kopf If-Match.", "Send the ETag of the last answer in the header If-Match."));
}
