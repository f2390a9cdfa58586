using System.Text;
using GpmTool.Robustness;

namespace GpmTool.Bpmn.Tests.Robustness;

[TestFixture]
public class MutationTests
{
    [Test]
    public void Broken_files_are_refused_or_come_back()
    {
        var file = Bpmn.Fixture("everything.bpmn");
        var refused = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var broken = new Mutations(seed).Break(file);
            string? fault;
            try
            {
                fault = Mutations.Fault(broken, out var isRefused);
                if (isRefused) refused++;
            }
            catch (Exception exception)
            {
                fault = exception.ToString();
            }

            if (fault is not null) Assert.Fail($"seed {seed}: {fault}\n{Encoding.UTF8.GetString(broken)}");
        }

        // Enough of both, or the test would prove little.
        refused.ShouldBeInRange(300, 1200);
    }
}
