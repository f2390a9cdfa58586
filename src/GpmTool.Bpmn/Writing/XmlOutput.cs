using System.Buffers;
using System.Globalization;
using System.Text;

namespace GpmTool.Bpmn;

/// <summary>
/// Writes XML as UTF-8: two blanks a level, one element a line, text where it stands. Line breaks in attributes are
/// written as references, so that a reader does not take them for blanks.
/// </summary>
internal sealed class XmlOutput
{
    private static readonly SearchValues<char> AttributeSpecial = SearchValues.Create(Special("&<>\"\t\n\r"));
    private static readonly SearchValues<char> TextSpecial = SearchValues.Create(Special("&<>\r"));

    private byte[] _buffer = new byte[16 * 1024];
    private int _length;
    private Level[] _levels = new Level[16];
    private int _depth;
    private bool _isOpen;

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    /// <summary>Characters that XML cannot hold and that were replaced by U+FFFD.</summary>
    public int Replaced { get; private set; }

    public int Depth => _depth;

    public void Declaration() => Ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");

    public void Start(string prefix, string local)
    {
        Place();
        if (_depth == _levels.Length) Array.Resize(ref _levels, 2 * _depth);
        // Inside mixed content no white space may be added.
        _levels[_depth] = new Level(prefix, local, false, _depth > 0 && _levels[_depth - 1].IsInline);
        _depth++;
        Byte((byte)'<');
        Name(prefix, local);
        _isOpen = true;
    }

    public void Attribute(string name, string value)
    {
        Byte((byte)' ');
        Utf8(name);
        Byte((byte)'=');
        Byte((byte)'"');
        Escaped(value, AttributeSpecial);
        Byte((byte)'"');
    }

    public void Attribute(string name, double value)
    {
        Byte((byte)' ');
        Ascii(name);
        Byte((byte)'=');
        Byte((byte)'"');
        Room(32);
        value.TryFormat(_buffer.AsSpan(_length), out var count, provider: CultureInfo.InvariantCulture);
        _length += count;
        Byte((byte)'"');
    }

    /// <summary>The content of the open element is written without white space of ours.</summary>
    public void Inline() => _levels[_depth - 1].IsInline = true;

    public void Text(string text)
    {
        if (text.Length == 0) return;
        Close();
        if (_depth > 0) _levels[_depth - 1].IsInline = true;
        Escaped(text, TextSpecial);
    }

    public void CData(string text)
    {
        Close();
        _levels[_depth - 1].IsInline = true;
        Ascii("<![CDATA[");
        Utf8(Clean(text).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal));
        Ascii("]]>");
    }

    public void Comment(string text)
    {
        Place();
        Ascii("<!--");
        Utf8(Clean(text));
        Ascii("-->");
    }

    public void Instruction(string name, string text)
    {
        Place();
        Ascii("<?");
        Utf8(name);
        if (text.Length > 0) Byte((byte)' ');
        Utf8(Clean(text));
        Ascii("?>");
    }

    public void End()
    {
        _depth--;
        ref var level = ref _levels[_depth];
        if (_isOpen)
        {
            _isOpen = false;
            Ascii("/>");
            return;
        }

        if (level.HasChildren && !level.IsInline) NewLine();
        Ascii("</");
        Name(level.Prefix, level.Local);
        Byte((byte)'>');
    }

    public void Finish() => Byte((byte)'\n');

    private void Place()
    {
        Close();
        if (_depth > 0)
        {
            _levels[_depth - 1].HasChildren = true;
            if (_levels[_depth - 1].IsInline) return;
        }

        if (_length > 0) NewLine();
    }

    private void Close()
    {
        if (!_isOpen) return;
        _isOpen = false;
        Byte((byte)'>');
    }

    private void NewLine()
    {
        var blanks = 2 * _depth;
        Room(blanks + 1);
        _buffer[_length++] = (byte)'\n';
        _buffer.AsSpan(_length, blanks).Fill((byte)' ');
        _length += blanks;
    }

    private void Name(string prefix, string local)
    {
        if (prefix.Length > 0)
        {
            Utf8(prefix);
            Byte((byte)':');
        }

        Utf8(local);
    }

    private void Escaped(string text, SearchValues<char> special)
    {
        // Surrogates and what lies above them are rare: only then is the text looked at letter by letter.
        var rest = text.AsSpan().ContainsAnyInRange('\uD800', '\uFFFF') ? Clean(text).AsSpan() : text.AsSpan();
        for (int at; (at = rest.IndexOfAny(special)) >= 0;)
        {
            Utf8(rest[..at]);
            switch (rest[at])
            {
                case '&': Ascii("&amp;"); break;
                case '<': Ascii("&lt;"); break;
                case '>': Ascii("&gt;"); break;
                case '"': Ascii("&quot;"); break;
                case '\t': Ascii("&#x9;"); break;
                case '\n': Ascii("&#xA;"); break;
                case '\r': Ascii("&#xD;"); break;
                default:
                    Replaced++;
                    Utf8("\uFFFD");
                    break;
            }

            rest = rest[(at + 1)..];
        }

        Utf8(rest);
    }

    /// <summary>The text without what XML cannot hold: control characters, halves of pairs, U+FFFE and U+FFFF.</summary>
    private string Clean(string text)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (!System.Xml.XmlConvert.IsXmlChar(text[i]))
            {
                (clean ??= new StringBuilder(text))[i] = '\uFFFD';
                Replaced++;
            }
        }

        return clean?.ToString() ?? text;
    }

    // XML 1.0 has no control characters but tab and line breaks.
    private static string Special(string marks) => marks + string.Concat(Enumerable.Range(0, 0x20).Where(code => code is not (9 or 10 or 13)).Select(code => (char)code));

    private void Ascii(string text)
    {
        Room(text.Length);
        foreach (var letter in text) _buffer[_length++] = (byte)letter;
    }

    private void Utf8(ReadOnlySpan<char> text)
    {
        Room(3 * text.Length);
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    private void Byte(byte value)
    {
        Room(1);
        _buffer[_length++] = value;
    }

    private void Room(int bytes)
    {
        if (_buffer.Length - _length < bytes) Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + bytes));
    }

    private struct Level(string prefix, string local, bool hasChildren, bool isInline)
    {
        public readonly string Prefix = prefix;
        public readonly string Local = local;
        public bool HasChildren = hasChildren;
        public bool IsInline = isInline;
    }
}
