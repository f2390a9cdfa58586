namespace GpmTool.Catalogue.Tests.Entries;

public sealed class The_readme_lists_the_catalogue
{
    [Test]
    public void Its_table_is_that_of_the_files()
    {
        var rows = File.ReadLines(Path.Combine(Catalogue.Root, "README.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        rows.ShouldBe(Catalogue.ProcessNames.Select(process =>
        {
            var entry = Catalogue.Json($"{process}/process.json");
            var districts = string.Join(", ", Catalogue.IstOf(process).Select(model => model.Authority![^1..].ToUpperInvariant()));
            return $"| `{entry.GetProperty("key").GetString()}` | {entry.GetProperty("name").GetString()} | {entry.GetProperty("group").GetString()!.ToUpperInvariant()} | {districts} |";
        }));
    }
}
