using System.Text.Json;

namespace GpmTool.Api.Features.Models;

/// <summary>What the audit entries of versions say beside who, when and what.</summary>
internal static class AuditDetails
{
    /// <summary>The version's number and the note.</summary>
    public static string Of(int version, string? note) => JsonSerializer.Serialize(new { version, note });
}
