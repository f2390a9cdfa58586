using GpmTool.Robustness;

namespace GpmTool.Bpmn.Tests.Robustness;

/// <summary>Files that were made to do harm are refused before they cost more than a few copies of themselves.</summary>
[TestFixture]
public class HostileFileTests
{
    // The file in UTF-8, in UTF-16 on the way there, and what the XML reader holds of it.
    private const int Copies = 6;
    private const int Small = 2_000_000;

    private static IEnumerable<TestCaseData> Models() => HostileFiles.Models().Select(file => new TestCaseData(file.Content, file.Code, file.Line).SetArgDisplayNames(file.Name));

    [TestCaseSource(nameof(Models)), CancelAfter(60_000)]
    public void A_model_is_refused_at_its_place(byte[] content, string code, int line, CancellationToken cancellation)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refusal = Should.Throw<BpmnFormatException>(() => BpmnDocument.Read(content, cancellation: cancellation));

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Copies * (long)content.Length + Small);
        (refusal.Code, refusal.Line).ShouldBe((code, line));
        refusal.Remedy.German.ShouldNotBeEmpty();
    }

    [Test, CancelAfter(60_000)]
    public void A_stream_is_not_read_beyond_the_bound(CancellationToken cancellation)
    {
        using var endless = new Endless();

        Should.Throw<BpmnFormatException>(() => BpmnDocument.Read(endless, new BpmnReadOptions { MaxBytes = 1_000_000 }, cancellation)).Code.ShouldBe("bpmn.bound");

        endless.Given.ShouldBeLessThan(1_200_000);
    }

    [Test]
    public void Nothing_is_fetched()
    {
        // A reference in a place where XML tools may follow it is carried as text.
        var graph = Bpmn.Read($"""<?xml-stylesheet href="file:///etc/passwd"?>{Bpmn.Head}<import importType="http://www.w3.org/2001/XMLSchema" location="file:///etc/passwd" namespace="urn:a"/><process id="p"><extensionElements><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/></extensionElements></process></definitions>""").Graph;

        Bpmn.Write(graph).ShouldNotContain("root:");
        Bpmn.Write(graph).ShouldContain("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/>");
    }

    private static IEnumerable<TestCaseData> Workbooks() => HostileFiles.Workbooks().Select(file => new TestCaseData(file.Content).SetArgDisplayNames(file.Name));

    [TestCaseSource(nameof(Workbooks)), CancelAfter(60_000)]
    public void A_workbook_is_refused_packed(byte[] content, CancellationToken cancellation)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refusal = Should.Throw<StepTableException>(() => StepTable.Read(content, "bombe", cancellation));

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Copies * (long)content.Length + 100_000_000);
        refusal.Faults.ShouldHaveSingleItem().Code.ShouldBe("table.too-large");
    }

    /// <summary>Gives blanks for ever.</summary>
    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
