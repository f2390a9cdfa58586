using Lucene.Net.Tartarus.Snowball.Ext;

namespace GpmTool.Api.Infrastructure.Search;

/// <summary>Snowball's German2 stem of a folded word: "stoerungen" and "stoerung" share one.</summary>
internal static class GermanStem
{
    // The stemmer keeps state between its calls: one per thread.
    [ThreadStatic]
    private static German2Stemmer? stemmer;

    /// <summary>The stem of a folded word.</summary>
    public static string Of(string word)
    {
        stemmer ??= new German2Stemmer();
        stemmer.SetCurrent(word);
        return stemmer.Stem() ? stemmer.Current : word;
    }
}
