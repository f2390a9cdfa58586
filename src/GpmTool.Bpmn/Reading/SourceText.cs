using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// The bytes of a file as UTF-8, whatever they were. A byte order mark decides, then the XML declaration; a file that
/// says UTF-8 and is not is read as Windows-1252, the superset of Latin-1 that such tools really write.
/// </summary>
internal sealed class SourceText
{
    // A tag ends before the next '<': only where two of those are this far apart can it hold very many attributes.
    private const int LongTag = 32 * 1024;

    // Windows-1252 differs from Latin-1 in 0x80 to 0x9F only (five codes are not used).
    private const string Windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly bool _isDeclaredOtherwise;

    private SourceText(ReadOnlyMemory<byte> utf8, bool isDeclaredOtherwise, LocalText? note) =>
        (_utf8, _isDeclaredOtherwise, Note) = (utf8, isDeclaredOtherwise, note);

    /// <summary>What had to be assumed about the encoding.</summary>
    public LocalText? Note { get; }

    /// <exception cref="BpmnFormatException">The file breaks a bound.</exception>
    public static SourceText Of(ReadOnlyMemory<byte> content, BpmnReadOptions options)
    {
        if (content.Length > options.MaxBytes) throw BpmnFormatException.TooLarge(options.MaxBytes);
        var source = Decode(content);
        CheckTags(source._utf8.Span, options);
        return source;
    }

    /// <summary>A text that declares no encoding: what a byte order mark says, else UTF-8, else Windows-1252.</summary>
    public static string PlainText(ReadOnlyMemory<byte> content) => Encoding.UTF8.GetString(Decode(content)._utf8.Span);

    /// <summary>Where a text stands first, both from 1; (1, 1) where it is not.</summary>
    public (int Line, int Column) PlaceOf(ReadOnlySpan<byte> text)
    {
        var before = _utf8.Span[..Math.Max(0, _utf8.Span.IndexOf(text))];
        return (before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
    }

    /// <summary>Opens the text: no document types, nothing is fetched.</summary>
    public XmlReader Open(BpmnReadOptions options)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            MaxCharactersInDocument = options.MaxBytes,
            CloseInput = true,
        };
        var bytes = MemoryMarshal.TryGetArray(_utf8, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(_utf8.ToArray(), writable: false);
        return _isDeclaredOtherwise ? XmlReader.Create(new StreamReader(bytes, Encoding.UTF8), settings) : XmlReader.Create(bytes, settings);
    }

    private static SourceText Decode(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Utf8(content[3..], isDeclaredOtherwise: true, "UTF-8");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return Converted(Encoding.UTF32.GetString(bytes[4..]));
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Converted(Encoding.Unicode.GetString(bytes[2..]));
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Converted(Encoding.BigEndianUnicode.GetString(bytes[2..]));
        if (bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'<', 0])) return Converted(Encoding.Unicode.GetString(bytes));
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, (byte)'<'])) return Converted(Encoding.BigEndianUnicode.GetString(bytes));
        var declared = Declared(bytes);
        return declared?.ToUpperInvariant() switch
        {
            null or "UTF-8" or "UTF8" or "US-ASCII" => Utf8(content, declared is not null && !declared.Equals("UTF-8", StringComparison.OrdinalIgnoreCase), declared ?? "UTF-8"),
            "ISO-8859-1" or "LATIN1" or "WINDOWS-1252" or "CP1252" => Converted(SingleByte(bytes)),
            "ISO-8859-15" => Converted(Latin9(bytes)),
            _ => Utf8(content, isDeclaredOtherwise: true, declared!, isAssumed: true),
        };
    }

    private static SourceText Utf8(ReadOnlyMemory<byte> content, bool isDeclaredOtherwise, string declared, bool isAssumed = false)
    {
        if (System.Text.Unicode.Utf8.IsValid(content.Span))
        {
            return new SourceText(content, isDeclaredOtherwise, isAssumed
                ? new($"Die Datei gibt als Kodierung „{declared}“ an, ist aber UTF-8 und wurde so gelesen.", $"The file declares the encoding '{declared}' but is UTF-8, and was read as such.")
                : null);
        }

        return Converted(SingleByte(content.Span), new(
            $"Die Datei gibt als Kodierung „{declared}“ an, enthält aber Zeichen in Latin-1 (Windows-1252) und wurde so gelesen.",
            $"The file declares the encoding '{declared}' but holds Latin-1 (Windows-1252) characters, and was read as such."));
    }

    private static SourceText Converted(string text, LocalText? note = null) => new(Encoding.UTF8.GetBytes(text), true, note);

    private static string SingleByte(ReadOnlySpan<byte> bytes) => string.Create(bytes.Length, bytes, static (text, bytes) =>
    {
        for (var i = 0; i < text.Length; i++) text[i] = bytes[i] is >= 0x80 and <= 0x9F ? Windows[bytes[i] - 0x80] : (char)bytes[i];
    });

    private static string Latin9(ReadOnlySpan<byte> bytes) => string.Create(bytes.Length, bytes, static (text, bytes) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = bytes[i] switch
            {
                0xA4 => '€',
                0xA6 => 'Š',
                0xA8 => 'š',
                0xB4 => 'Ž',
                0xB8 => 'ž',
                0xBC => 'Œ',
                0xBD => 'œ',
                0xBE => 'Ÿ',
                var other => (char)other,
            };
        }
    });

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("<?xml"u8)) return null;
        var end = bytes.IndexOf("?>"u8);
        if (end is < 0 or > 512) return null;
        var text = Encoding.Latin1.GetString(bytes[..end]);
        var at = text.IndexOf("encoding", StringComparison.Ordinal);
        if (at < 0) return null;
        var open = text.AsSpan(at).IndexOfAny('"', '\'');
        if (open < 0) return null;
        var rest = text.AsSpan(at + open + 1);
        var close = rest.IndexOf(text[at + open]);
        return close < 0 ? null : rest[..close].Trim().ToString();
    }

    private static void CheckTags(ReadOnlySpan<byte> text, BpmnReadOptions options)
    {
        var rest = text;
        var elements = 0;
        while (rest.IndexOf((byte)'<') is var open and >= 0)
        {
            rest = rest[(open + 1)..];
            // Tags in comments count as well: nobody has that many.
            if (!rest.IsEmpty && rest[0] is not ((byte)'/' or (byte)'!' or (byte)'?') && ++elements > options.MaxElements)
                throw TooManyElements(options, text[..^rest.Length].Count((byte)'\n') + 1, text.Length - rest.Length - text[..^rest.Length].LastIndexOf((byte)'\n') - 1);
            var next = rest.IndexOf((byte)'<');
            var tag = next < 0 ? rest : rest[..next];
            if (tag.Length > LongTag && !tag.StartsWith("!"u8) && Attributes(tag, options.MaxAttributes) > options.MaxAttributes)
            {
                var line = text[..^rest.Length].Count((byte)'\n') + 1;
                throw TooManyAttributes(options, line, 1);
            }
        }
    }

    private static BpmnFormatException TooManyElements(BpmnReadOptions options, int line, int column) => BpmnFormatException.Bound(
        new($"Die Datei hat mehr als {options.MaxElements} Elemente (Zeile {line}).", $"The file has more than {options.MaxElements} elements (line {line})."), line, column);

    internal static BpmnFormatException TooManyAttributes(BpmnReadOptions options, int line, int column) => BpmnFormatException.Bound(
        new($"Ein Element hat mehr als {options.MaxAttributes} Attribute (Zeile {line}).", $"An element has more than {options.MaxAttributes} attributes (line {line})."), line, column);

    private static int Attributes(ReadOnlySpan<byte> tag, int most)
    {
        var count = 0;
        while (count <= most && tag.IndexOfAny((byte)'"', (byte)'\'', (byte)'>') is var at and >= 0 && tag[at] != '>')
        {
            count++;
            var rest = tag[(at + 1)..];
            var close = rest.IndexOf(tag[at]);
            if (close < 0) break;
            tag = rest[(close + 1)..];
        }

        return count;
    }
}
