using GpmTool.Api.Infrastructure.Hosting;
using MailKit.Security;
using MimeKit;

namespace GpmTool.Api.Features.Notifications;

/// <summary>How e-mail is sent, as <c>Mail:…</c>. Without a host none is.</summary>
internal sealed record MailSettings
{
    /// <summary>The mail server.</summary>
    public string? Host { get; init; }

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is protected: <c>StartTls</c>, <c>Tls</c> or <c>None</c>.</summary>
    public string Security { get; init; } = "StartTls";

    /// <summary>The name to log in with.</summary>
    public string? User { get; init; }

    /// <summary>The password; from the environment or a secret.</summary>
    public string? Password { get; init; }

    /// <summary>The sender's address.</summary>
    public string From { get; init; } = "";

    /// <summary>The address of the web page that links begin with.</summary>
    public string BaseAddress { get; init; } = "";

    /// <summary>The hour at which daily mails are sent (Europe/Berlin).</summary>
    public int DigestHour { get; init; } = 7;

    /// <summary>How often is looked for mails to send.</summary>
    public int SweepSeconds { get; init; } = 10;

    /// <summary>How long sending one mail may take; after that nobody knows whether it was sent.</summary>
    public int LeaseSeconds { get; init; } = 120;

    /// <summary>How often sending is tried.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>Whether mails are sent at all.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);

    /// <summary>The protection of the connection.</summary>
    public SecureSocketOptions Socket => Security.ToUpperInvariant() switch
    {
        "STARTTLS" => SecureSocketOptions.StartTls,
        "TLS" => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    /// <summary>Reads the settings and says clearly what is wrong with them.</summary>
    public static MailSettings Read(IConfiguration configuration) => (configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings()).Checked();

    /// <summary>Refuses the start when something is wrong.</summary>
    public MailSettings Checked()
    {
        if (!IsConfigured) return this;
        Refuse(Port is < 1 or > 65535, "Mail:Port", "liegt zwischen 1 und 65535", "is between 1 and 65535");
        Refuse(!new[] { "STARTTLS", "TLS", "NONE" }.Contains(Security.ToUpperInvariant()), "Mail:Security", "ist StartTls, Tls oder None", "is StartTls, Tls or None");
        Refuse(User is null != Password is null, "Mail:User", "und Mail:Password gehören zusammen", "and Mail:Password belong together");
        Refuse(User is not null && Socket == SecureSocketOptions.None, "Mail:Security", "muss bei einer Anmeldung StartTls oder Tls sein, sonst wäre das Passwort lesbar", "must be StartTls or Tls with a log-in, else the password could be read");
        Refuse(!MailboxAddress.TryParse(From, out var sender) || !sender.Address.Contains('@', StringComparison.Ordinal), "Mail:From", "ist eine E-Mail-Adresse", "is an e-mail address");
        Refuse(!Uri.TryCreate(BaseAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"), "Mail:BaseAddress", "ist die Adresse der Webseite, etwa https://gpm.example.org", "is the address of the web page, such as https://gpm.example.org");
        Refuse(DigestHour is < 0 or > 23, "Mail:DigestHour", "liegt zwischen 0 und 23", "is between 0 and 23");
        foreach (var (name, value) in new[] { ("SweepSeconds", SweepSeconds), ("LeaseSeconds", LeaseSeconds), ("MaxAttempts", MaxAttempts) })
            Refuse(value < 1, $"Mail:{name}", "ist mindestens 1", "is 1 at least");
        return this;
    }

    /// <summary>The address of a page.</summary>
    public string LinkTo(string path) => BaseAddress.TrimEnd('/') + path;

    private static void Refuse(bool isWrong, string name, string german, string english)
    {
        if (isWrong) throw new StartRefusedException($"GpmTool startet nicht: {name} {german}. / {name} {english}.");
    }
}

/// <summary>When people are reminded, as <c>Notifications:…</c>.</summary>
internal sealed record ReminderSettings
{
    /// <summary>Days before a deadline.</summary>
    public int ReminderDays { get; init; } = 3;

    /// <summary>How often deadlines are looked at.</summary>
    public int ScanMinutes { get; init; } = 15;

    /// <summary>Reads the settings.</summary>
    public static ReminderSettings From(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Notifications").Get<ReminderSettings>() ?? new ReminderSettings();
        return settings is { ReminderDays: >= 0 and <= 365, ScanMinutes: >= 1 and <= 1440 } ? settings
            : throw new StartRefusedException("GpmTool startet nicht: Notifications:ReminderDays liegt zwischen 0 und 365, Notifications:ScanMinutes zwischen 1 und 1440. / Notifications:ReminderDays is between 0 and 365, Notifications:ScanMinutes between 1 and 1440.");
    }
}
