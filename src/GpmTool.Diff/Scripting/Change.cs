using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// The smallest change of a graph: an element comes, goes, or differs in one thing. Ids are those of the first graph; new elements
/// carry the ids they get there.
/// </summary>
/// <param name="Set">The set the element is in.</param>
/// <param name="Id">The element.</param>
/// <param name="Member">What differs; null: the whole element comes or goes. For a lane's member: the node.</param>
/// <param name="Before">The element before; null: it comes.</param>
/// <param name="After">The element after; null: it goes.</param>
public sealed record Change(ElementSet Set, string Id, string? Member, GraphElement? Before, GraphElement? After)
{
    /// <summary>Whether the element, or the member of a lane, comes.</summary>
    public bool IsAddition => Before is null;

    /// <summary>Whether the element, or the member of a lane, goes.</summary>
    public bool IsRemoval => After is null;

    /// <summary>What the change is about; two changes with the same address cannot both be made.</summary>
    internal (ElementSet Set, string Id, string? Member) Address => (Set, Id, Member);

    internal string? Old => Member is not null && Before is not null && Set != ElementSet.LaneMember ? Facets.Of(Set, Member).Show(Before) : null;

    internal string? New => Member is not null && After is not null && Set != ElementSet.LaneMember ? Facets.Of(Set, Member).Show(After) : null;

    /// <summary>What is said of the element, without ids: the whole old and new value of what differs, every attribute of what comes.</summary>
    internal IEnumerable<string> Contents
    {
        get
        {
            if (Set == ElementSet.LaneMember)
            {
                if (After is not null) yield return $"{Set} {After.Name}";
                yield break;
            }

            foreach (var facet in Facets.Of(Set))
            {
                if (Member is not null ? Member != facet.Name : After is null) continue;
                var (old, now) = (Before is null ? null : facet.Full(Before), After is null ? null : facet.Full(After));
                if (old is not null || now is not null) yield return JsonSerializer.Serialize<string?[]>([$"{Set}", facet.Name, old, now]);
            }
        }
    }
}
