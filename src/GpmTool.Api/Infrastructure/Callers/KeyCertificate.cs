using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GpmTool.Api.Infrastructure.Hosting;

namespace GpmTool.Api.Infrastructure.Callers;

/// <summary>The certificate that encrypts the keys of the cookies where they are stored.</summary>
internal static class KeyCertificate
{
    /// <summary>Reads <c>Accounts:KeyCertificate</c>, a PKCS#12 file with <c>Accounts:KeyCertificatePassword</c>; null without one.</summary>
    /// <exception cref="StartRefusedException">It cannot be read or has no private RSA key.</exception>
    public static X509Certificate2? Read(IConfiguration configuration)
    {
        if (configuration["Accounts:KeyCertificate"] is not { Length: > 0 } path) return null;
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, configuration["Accounts:KeyCertificatePassword"]);
            if (certificate.HasPrivateKey && certificate.GetRSAPublicKey() is not null) return certificate;
            throw Refused(path, "braucht einen privaten RSA-Schlüssel.", "needs a private RSA key.");
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw Refused(path, "ist nicht lesbar; stimmt das Passwort (Accounts:KeyCertificatePassword)?", "cannot be read; is the password right (Accounts:KeyCertificatePassword)?");
        }
    }

    private static StartRefusedException Refused(string path, string german, string english) => new($"GpmTool startet nicht: Accounts:KeyCertificate „{path}“ {german} / Accounts:KeyCertificate '{path}' {english}");
}
