using System.Text.RegularExpressions;

namespace GpmTool.Architecture.Tests;

/// <summary>Style sheets of features stay loaded while somebody goes from page to page, so none may change what another feature has.</summary>
public sealed partial class StyleSheetTests
{
    [Test]
    public void A_class_belongs_to_one_feature()
    {
        var owners = Repository.Files(Path.Combine("src", "GpmTool.Web", "src"), ".css")
            .SelectMany(path => Leading(File.ReadAllText(path)).Select(name => (name, Owner: Owner(Repository.Relative(path)))))
            .ToLookup(pair => pair.name, pair => pair.Owner);
        owners.Count.ShouldBeGreaterThan(100);
        owners.Where(owner => owner.Distinct().Count() > 1).Select(owner => $"{owner.Key}: {string.Join(", ", owner.Distinct())}").ShouldBeEmpty();
    }

    /// <summary>The classes that selectors begin with; one that <c>:has</c> ties to something of the feature does not count.</summary>
    private static IEnumerable<string> Leading(string css) =>
        Rule().Matches(Comment().Replace(css, ""))
            .SelectMany(rule => Comma().Split(rule.Groups[1].Value))
            .Select(selector => First().Match(selector.Trim()))
            .Where(first => first.Success)
            .Select(first => first.Groups[1].Value)
            .Distinct();

    /// <summary>The feature, or the folder of what all pages share.</summary>
    private static string Owner(string path)
    {
        var folders = path.Split('/')[3..];
        return folders[0] == "features" ? folders[1] : folders[0];
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"([^{};@]+)\{")]
    private static partial Regex Rule();

    [GeneratedRegex(@",(?![^(]*\))")]
    private static partial Regex Comma();

    [GeneratedRegex(@"^\.(gpm-[\w-]+)(?!:has)(?![\w-])")]
    private static partial Regex First();
}
