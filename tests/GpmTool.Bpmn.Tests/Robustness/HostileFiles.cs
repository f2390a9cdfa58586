using System.IO.Compression;
using System.Text;

namespace GpmTool.Robustness;

/// <summary>Files that were made to do harm: small ones that want to become large, large ones, and ones that ask for other files.</summary>
internal static class HostileFiles
{
    private const string Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private const string Root = $"<definitions xmlns=\"{Model}\" targetNamespace=\"urn:x\">\n";

    /// <summary>A file that has to be refused, and how.</summary>
    /// <param name="Name">What it tries.</param>
    /// <param name="Content">The file.</param>
    /// <param name="Code">The code of the refusal.</param>
    /// <param name="Line">The line that the refusal names.</param>
    public sealed record HostileFile(string Name, byte[] Content, string Code, int Line);

    /// <summary>BPMN files.</summary>
    public static IEnumerable<HostileFile> Models()
    {
        var laughs = "<!DOCTYPE definitions [\n<!ENTITY a0 \"lol\">\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">\n")) + $"]>\n{Root}<process id=\"p\" name=\"&a9;\"/></definitions>";
        yield return Of("a billion laughs", "\n" + laughs, "bpmn.bound", 2);
        yield return new("a billion laughs in UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(laughs)], "bpmn.bound", 1);
        yield return Of("one long entity many times", $"<!DOCTYPE d [<!ENTITY a \"{new string('a', 100_000)}\">]>\n{Root}<process name=\"{string.Concat(Enumerable.Repeat("&a;", 100_000))}\"/></definitions>", "bpmn.bound", 1);
        yield return Of("an external entity", $"<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n{Root}<process id=\"p\" name=\"&x;\"/></definitions>", "bpmn.bound", 1);
        yield return Of("an external document type", $"<?xml version=\"1.0\"?>\n<!DOCTYPE d SYSTEM \"http://127.0.0.1:9/d.dtd\">\n{Root}</definitions>", "bpmn.bound", 2);
        yield return Of("a parameter entity", $"<!DOCTYPE d [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x\"> %x;]>\n{Root}</definitions>", "bpmn.bound", 1);
        yield return Of("a million levels", $"{Root}<process>{string.Concat(Enumerable.Repeat("<subProcess>", 1_000_000))}", "bpmn.bound", 2);
        yield return Of("a million levels of extensions", $"{Root}<process><extensionElements>\n{string.Concat(Enumerable.Repeat("<x>", 1_000_000))}", "bpmn.bound", 3);
        yield return Of("ten million attributes", $"{Root}\n<process{string.Concat(Enumerable.Repeat(" a=''", 10_000_000))}/></definitions>", "bpmn.bound", 0);
        yield return Of("four million attributes", $"{Root}\n<process{string.Concat(Enumerable.Repeat(" a=''", 4_000_000))}/></definitions>", "bpmn.bound", 3);
        yield return new("two million attributes in UTF-16", Encoding.Unicode.GetBytes($"\uFEFF{Root}<process{string.Concat(Enumerable.Repeat(" a=''", 2_000_000))}/></definitions>"), "bpmn.bound", 2);
        yield return Of("two million elements", $"{Root}<process>\n{string.Concat(Enumerable.Repeat("<task/>", 2_000_000))}</process></definitions>", "bpmn.bound", 3);
        yield return Of("two million declarations", $"{Root}<process>\n{string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"<a xmlns='u{i}'/>"))}</process></definitions>", "bpmn.bound", 3);
        yield return Of("no end", $"{Root}<process name=\"{new string('x', 30_000_000)}", "bpmn.not-xml", 2);
        yield return new("nothing but zeros", new byte[30_000_000], "bpmn.not-xml", 1);
    }

    /// <summary>Workbooks.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Workbooks()
    {
        yield return ("a part of a gigabyte", Zip(("xl/workbook.xml", 1 << 30)));
        yield return ("a thousand parts of ten megabytes", Zip([.. Enumerable.Range(0, 1_000).Select(i => ($"xl/{i}.xml", 10 << 20))]));
        yield return ("a hundred thousand parts", Zip([.. Enumerable.Range(0, 100_000).Select(i => ($"{i}", 0))]));
    }

    private static HostileFile Of(string name, string text, string code, int line) => new(name, Encoding.UTF8.GetBytes(text), code, line);

    private static byte[] Zip(params (string Name, int Length)[] entries)
    {
        var zeros = new byte[1 << 20];
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, length) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                for (var left = length; left > 0; left -= zeros.Length) entry.Write(zeros, 0, Math.Min(left, zeros.Length));
            }
        }

        return buffer.ToArray();
    }
}
