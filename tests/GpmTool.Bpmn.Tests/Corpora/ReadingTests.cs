namespace GpmTool.Bpmn.Tests.Corpora;

[TestFixture]
public class ReadingTests
{
    // The number of files that the public sets held when the test was written.
    [TestCase("miwg/Reference", 21)]
    [TestCase("miwg/vendors", 405)]
    [TestCase("variants", 490)]
    [TestCase("mutations", 600)]
    [TestCase("pmmc", 10)]
    [TestCase("fim", 1)]
    public void Every_file_of_others_is_read(string folder, int atLeast)
    {
        var files = PublicCorpora.Files(folder).ToList();
        files.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        Assert.Multiple(() =>
        {
            foreach (var file in files)
            {
                try
                {
                    BpmnDocument.Read(File.ReadAllBytes(file)).Graph.ShouldNotBeNull();
                }
                catch (Exception exception)
                {
                    Assert.Fail($"{file}: {exception}");
                }
            }
        });
    }
}
