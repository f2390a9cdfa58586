using System.Text;
using GpmTool.Bpmn;
using GpmTool.Elsa;

namespace GpmTool.Robustness;

/// <summary>
/// Breaks BPMN files in many ways and watches what reading, storing and writing make of them. Whatever a file holds, it
/// is refused with a <see cref="BpmnFormatException"/> or comes back from the stored document and from its own BPMN.
/// </summary>
internal sealed class Mutations(int seed)
{
    private static readonly string[] Pieces =
    [
        "<task/>", "<subProcess id=\"s\">", "</subProcess>", "<!-- x -->", "<![CDATA[<&]]>", "<?pi x?>", "&#xA;", "&amp;", "&x;", " ", "\n", "<incoming>f</incoming>", "<laneSet/>",
        "<documentation>d</documentation>", "<extensionElements/>", "<x:y xmlns:x=\"urn:x\"/>", "<y xmlns=\"\"/>", "<timeDuration>P1D</timeDuration>", "<conditionExpression/>",
        "<dataInputAssociation/>", "<ioSpecification/>", "<text>t</text>", "<eventDefinitionRef>e</eventDefinitionRef>", "<bpmn:process id=\"q\"/>", "<collaboration><participant/></collaboration>",
        "<gpm:step xmlns:gpm=\"urn:gpmtool:bpmn:1\" rag=\"9\"/>", "<definitions/>", " gpm:elementId=\"1 a\"", " gpm:eventName=\"n\"", " id=\"\"", " name=\"&#x1F600;\"", " xmlns=\"urn:z\"", " xmlns:bpmn=\"urn:z\"", "\u0001", "]]>",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A broken copy of a file.</summary>
    public byte[] Break(byte[] file)
    {
        var tokens = Tokens(Encoding.UTF8.GetString(file));
        for (var changes = _random.Next(1, 8); changes > 0; changes--) Change(tokens);
        var bytes = Encoding.UTF8.GetBytes(string.Concat(tokens));
        if (_random.Next(10) == 0 && bytes.Length > 0) bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        return _random.Next(30) == 0 ? bytes[.._random.Next(bytes.Length + 1)] : bytes;
    }

    /// <summary>Reads, stores and writes a file; the result says what is wrong, null if nothing is.</summary>
    public static string? Fault(byte[] file, out bool isRefused)
    {
        isRefused = false;
        BpmnReading reading;
        try
        {
            reading = BpmnDocument.Read(file);
        }
        catch (BpmnFormatException)
        {
            isRefused = true;
            return null;
        }

        var stored = ElsaDocument.Read(ElsaDocument.Write(reading.Graph, "definition")).Graph;
        if (stored != reading.Graph) return "The stored document gives another graph.";
        var written = BpmnDocument.Write(stored);
        var again = BpmnDocument.Write(BpmnDocument.Read(written.Xml).Graph);
        return again.Xml.Span.SequenceEqual(written.Xml.Span) ? null : "Written a second time it is another file.";
    }

    private void Change(List<string> tokens)
    {
        if (tokens.Count == 0) return;
        var at = _random.Next(tokens.Count);
        var other = _random.Next(tokens.Count);
        switch (_random.Next(9))
        {
            case 0: tokens.RemoveAt(at); break;
            case 1: tokens.Insert(other, tokens[at]); break;
            case 2: (tokens[at], tokens[other]) = (tokens[other], tokens[at]); break;
            case 3: tokens.Insert(at, Pieces[_random.Next(Pieces.Length)]); break;
            case 4: tokens[at] = Cut(tokens[at]); break;
            case 5: tokens[at] = Swap(tokens[at], tokens[other]); break;
            case 6: tokens[at] = Rename(tokens[at], tokens[other]); break;
            case 7 when tokens[at].Length > 0: tokens[at] = tokens[at].Insert(_random.Next(tokens[at].Length), Pieces[_random.Next(Pieces.Length)]); break;
            default: MoveElement(tokens, at, other); break;
        }
    }

    // A part that begins and ends well moves elsewhere: the file stays well-formed and says something else.
    private static void MoveElement(List<string> tokens, int at, int to)
    {
        var depth = 0;
        for (var end = at; end < tokens.Count && end < at + 200; end++)
        {
            if (tokens[end].StartsWith("</", StringComparison.Ordinal)) depth--;
            else if (tokens[end].StartsWith('<') && !tokens[end].EndsWith("/>", StringComparison.Ordinal) && !tokens[end].StartsWith("<!", StringComparison.Ordinal)) depth++;
            if (depth < 0) return;
            if (depth > 0 || end == at) continue;
            var part = tokens.GetRange(at, end - at + 1);
            tokens.RemoveRange(at, part.Count);
            tokens.InsertRange(Math.Min(to, tokens.Count), part);
            return;
        }
    }

    private string Cut(string token)
    {
        var (start, length) = Value(token);
        return length < 0 ? token : token.Remove(start, _random.Next(length + 1));
    }

    private string Swap(string token, string other)
    {
        var (start, length) = Value(token);
        var (from, count) = Value(other);
        return length < 0 || count < 0 ? token : token.Remove(start, length).Insert(start, other.Substring(from, count));
    }

    private static string Rename(string token, string other)
    {
        string Name(string text) => new(text.Skip(1).TakeWhile(letter => char.IsLetterOrDigit(letter) || letter == ':').ToArray());
        return token.StartsWith('<') && other.StartsWith('<') && Name(token).Length > 0 && Name(other).Length > 0 ? "<" + Name(other) + token[(1 + Name(token).Length)..] : token;
    }

    /// <summary>Where one of the attribute values of a tag stands.</summary>
    private (int Start, int Length) Value(string token)
    {
        var starts = Enumerable.Range(0, token.Length).Where(i => token[i] == '"').ToList();
        if (starts.Count < 2) return (0, -1);
        var open = starts[_random.Next(starts.Count / 2) * 2];
        var close = token.IndexOf('"', open + 1);
        return (open + 1, close - open - 1);
    }

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text[at] == '<' ? text.IndexOf('>', at) + 1 : text.IndexOf('<', at);
            if (end <= 0) end = text.Length;
            tokens.Add(text[at..end]);
            at = end;
        }

        return tokens;
    }
}
