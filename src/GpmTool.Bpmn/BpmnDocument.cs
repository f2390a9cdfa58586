using System.Xml;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>A BPMN 2.0 file (OMG formal/2013-12-09), read and written with its diagram interchange.</summary>
public static class BpmnDocument
{
    /// <summary>
    /// Reads a file. What a process model can hold is never refused for being incomplete or unknown: it is carried,
    /// and the findings say what became of it. O(bytes).
    /// </summary>
    /// <param name="content">The file in any encoding, with or without a byte order mark.</param>
    /// <param name="options">The bounds; null for the usual ones.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="BpmnFormatException">The file is no BPMN 2.0, no well-formed XML, or breaks a bound.</exception>
    public static BpmnReading Read(ReadOnlyMemory<byte> content, BpmnReadOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new BpmnReadOptions();
        var source = SourceText.Of(content, options);
        try
        {
            using var xml = source.Open(options);
            return new GraphReader(new XmlCursor(xml, options, cancellation), new ImportReport(), source.Note).Read();
        }
        catch (XmlException exception)
        {
            throw BpmnFormatException.Of(exception, source.PlaceOf("<!DOCTYPE"u8));
        }
    }

    /// <summary>
    /// Whether a file is XML: its first character is '&lt;' in any encoding, behind blanks and a byte order mark. A file that is named so
    /// (.bpmn, .xml) is a broken one, unless it begins like JSON.
    /// </summary>
    public static bool IsXml(ReadOnlySpan<byte> content, string? name = null)
    {
        foreach (var one in content)
            if (one is (byte)'<' or (byte)'{') return one == '<';
            else if (one is not (0 or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) break;
        return Path.GetExtension(name)?.ToUpperInvariant() is ".BPMN" or ".XML";
    }

    /// <summary>Reads a file from a stream, which is left open.</summary>
    /// <exception cref="BpmnFormatException">The file is no BPMN 2.0, no well-formed XML, or breaks a bound.</exception>
    public static BpmnReading Read(Stream content, BpmnReadOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new BpmnReadOptions();
        using var copy = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int count; (count = content.Read(part)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (copy.Length + count > options.MaxBytes) throw BpmnFormatException.TooLarge(options.MaxBytes);
            copy.Write(part, 0, count);
        }

        return Read(copy.GetBuffer().AsMemory(0, (int)copy.Length), options, cancellation);
    }

    /// <summary>
    /// Writes a graph as a file. The same graph always gives the same bytes; what the source file had beside the graph is
    /// written as it was. Times, documents and the like stand in our own elements (namespace <c>urn:gpmtool:bpmn:1</c>).
    /// O(elements).
    /// </summary>
    public static BpmnWriting Write(ProcessGraph graph) => GraphWriter.Write(graph);
}
