using System.Collections;
using System.Data.Common;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Api.Tests.Models;

namespace GpmTool.Api.Tests.Storage;

/// <summary>
/// Gives values by the type that is asked for. Only a few columns need one of their own: names of states, dates that must
/// be missing, documents that are read.
/// </summary>
internal sealed class FakeReader(IReadOnlyList<FakeResult> results) : DbDataReader
{
    /// <summary>The one id of all rows.</summary>
    public static readonly Guid Id = new("0199a000-0000-7000-8000-000000000001");

    /// <summary>The one key of all rows.</summary>
    public const string Key = "schluessel";

    private static readonly DateTime Day = new(2026, 11, 25, 8, 0, 0, DateTimeKind.Unspecified);
    private int result;
    private int row = -1;

    public override int FieldCount => Current.Columns.Count;

    public override bool HasRows => Current.Rows > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => 1;

    public override int Depth => 0;

    private FakeResult Current => result < results.Count ? results[result] : new FakeResult([], 0);

    public override object this[int ordinal] => throw new NotSupportedException();

    public override object this[string name] => throw new NotSupportedException();

    public override bool Read() => ++row < Current.Rows;

    public override bool NextResult()
    {
        (result, row) = (result + 1, -1);
        return result < results.Count;
    }

    public override bool IsDBNull(int ordinal) => Current.Columns[ordinal] is "ArchivedAt" or "AuthorityId" or "Comparison" or "ConcludedAt" or "RevokedAt" or "DisabledAt" or "LockedUntil" or "ExternalLogIn" or "ReadAt" || (Current.Columns[ordinal] == "PolicyFieldId" && Current.Columns.Contains("SecretHash")) || Current.Nulls.Contains(Current.Columns[ordinal]);

    public override string GetString(int ordinal) => Current.Columns[ordinal] switch
    {
        _ when Current.Texts is { } texts => texts[row],
        "Stage" => "Soll",
        "State" when Current.Columns.Contains("RequestHash") => "Running",
        "State" when Current.Columns.Contains("ProcessName") => "Open",
        "State" when Current.Columns.Contains("ResubmissionOn") => Current.LifeCycle,
        "State" or "From" or "To" => "Draft",
        "RuleJson" or "QuorumJson" => $$"""{"parts":[{"authorities":["{{Key}}"]}]}""",
        "MentionsJson" => "[]",
        "Subject" => "Whole",
        "Stance" => "Agreed",
        "SignedAs" or "WrittenAs" => "AuthorityLead",
        "Mode" => "BestEffort",
        "Conflict" => "Skip",
        "Outcome" or "Key" when Current.Columns.Count == 2 && Current.Columns.Contains("Count") => "Created", // the counts of an import
        "Outcome" => "Created",
        "Kind" when Current.Columns.Contains("Outcome") => "Model",
        "Kind" when Current.Columns.Contains("MailState") => "ReviewOpened",
        "Kind" => "DistrictOffice",
        "MailState" => "Pending",
        "Mail" => "AtOnce",
        "Language" => "de",
        "ArgumentsJson" => "{\"Process\":\"prüfen\"}",
        "Encoding" => "Identity",
        "OwnerKey" => "",
        "Role" => "Modeller",
        "Scopes" => TestKey.Scopes,
        "DetailsJson" or "ManifestJson" or "ProblemJson" => "{}",
        "FindingsJson" => "[]",
        "Text" => "prüfen, kontrollieren",
        _ => Key,
    };

    public override bool GetBoolean(int ordinal) => Current.Columns[ordinal] == "IsFrozen" ? Current.IsFrozen : Current.Exists;

    public override T GetFieldValue<T>(int ordinal) => (T)(object)(typeof(T) switch
    {
        var type when type == typeof(byte[]) => Current.Columns[ordinal] == "SecretHash" ? TestKey.Text.Hash : Current.Columns[ordinal] is "Differences" or "Whole" ? GpmTool.Api.Features.Models.StoredDocuments.Pack("[]"u8.ToArray()) : Current.Columns[ordinal] is "Content" or "Bytes" ? System.Text.Encoding.UTF8.GetBytes(Documents.Elsa(calls: Key)) : new byte[32],
        var type when type == typeof(DateOnly) => DateOnly.FromDateTime(Day),
        var type when type == typeof(DateTime) => GetDateTime(ordinal),
        var type when type == typeof(Guid) => Id,
        var type when type == typeof(string) => GetString(ordinal),
        var type when type == typeof(int) => GetInt32(ordinal),
        var type when type == typeof(long) => GetInt64(ordinal),
        var type when type == typeof(bool) => GetBoolean(ordinal),
        var type => throw new NotSupportedException(type.Name),
    });

    public override Guid GetGuid(int ordinal) => Id;

    public override int GetInt32(int ordinal) => Current.Columns[ordinal] switch
    {
        "Number" when Current.Columns.Contains("VersionNumber") => 1, // the round of a review
        "Number" or "LatestNumber" => 2, // the draft is not the only version
        "LastNumber" or "Revision" => 7, // what is new gets another
        _ => 1,
    };

    public override long GetInt64(int ordinal) => 1;

    public override double GetDouble(int ordinal) => 1;

    public override DateTime GetDateTime(int ordinal) => Current.Columns[ordinal] is "ExpiresAt" or "InvitationUntil" ? Day.AddYears(1000) : Day;

    public override string GetName(int ordinal) => Current.Columns[ordinal];

    public override int GetOrdinal(string name) => Current.Columns.ToList().IndexOf(name);

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override byte GetByte(int ordinal) => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override char GetChar(int ordinal) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override string GetDataTypeName(int ordinal) => throw new NotSupportedException();

    public override decimal GetDecimal(int ordinal) => throw new NotSupportedException();

    public override Type GetFieldType(int ordinal) => throw new NotSupportedException();

    public override float GetFloat(int ordinal) => throw new NotSupportedException();

    public override short GetInt16(int ordinal) => throw new NotSupportedException();

    public override object GetValue(int ordinal) => throw new NotSupportedException();

    public override int GetValues(object[] values) => throw new NotSupportedException();
}
