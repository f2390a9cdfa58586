using CsCheck;
using GpmTool.Api.Features.Reviews.Agreement;
using GpmTool.Persistence;

namespace GpmTool.Api.Tests.Reviews;

/// <summary>What positions come to, over the rounds of a review.</summary>
public class StandingsTests
{
    private static readonly DifferenceId A = new("bezirk-a", "k1", "d1");
    private static readonly DifferenceId AChanged = new("bezirk-a", "k1", "d2");
    private static readonly DifferenceId B = new("bezirk-a", "k2", "d1");
    private static readonly DifferenceId Foreign = new("bezirk-b", "k9", "d1");

    [Test]
    public void Who_said_nothing_stands_nowhere()
    {
        var standing = Standings.Of([Round(A, B)], []);
        standing.Stance.ShouldBeNull();
        standing.Open.ShouldBe([A, B]);
    }

    [TestCase(Stance.Agreed)]
    [TestCase(Stance.Objection)]
    [TestCase(Stance.NotConcerned)]
    public void A_position_on_the_whole_leaves_nothing_open(Stance stance)
    {
        var standing = Standings.Of([Round(A, B)], [new Said(1, null, stance)]);
        standing.Stance.ShouldBe(stance);
        standing.Open.ShouldBeEmpty();
        standing.IsWholeObjection.ShouldBe(stance == Stance.Objection);
    }

    [Test]
    public void Single_positions_on_all_differences_are_a_position_on_the_whole()
    {
        Standings.Of([Round(A, B)], [new Said(1, A, Stance.Agreed)]).Stance.ShouldBeNull();
        Standings.Of([Round(A, B)], [new Said(1, A, Stance.Agreed), new Said(1, B, Stance.NotConcerned)]).Stance.ShouldBe(Stance.Agreed);
        Standings.Of([Round(A, B)], [new Said(1, A, Stance.NotConcerned), new Said(1, B, Stance.NotConcerned)]).Stance.ShouldBe(Stance.NotConcerned);
    }

    [Test]
    public void An_objection_to_one_difference_stands_beside_an_agreement_on_the_whole_until_it_is_taken_back()
    {
        Said[] said = [new(1, null, Stance.Agreed), new(1, A, Stance.Objection)];
        var standing = Standings.Of([Round(A, B)], said);
        standing.Stance.ShouldBe(Stance.Objection);
        standing.Objections.ShouldBe([A]);
        Standings.Of([Round(A, B)], [.. said, new(1, A, Stance.Agreed)]).Stance.ShouldBe(Stance.Agreed);
        Standings.Of([Round(A, B)], [.. said, new(1, null, Stance.Agreed)]).Stance.ShouldBe(Stance.Agreed);
    }

    [Test]
    public void An_objection_to_what_others_are_asked_about_counts_too() =>
        Standings.Of([new RoundDifferences(new HashSet<DifferenceId> { A, Foreign }, [A])], [new Said(1, null, Stance.Agreed), new Said(1, Foreign, Stance.Objection)]).Stance.ShouldBe(Stance.Objection);

    [Test]
    public void A_new_round_keeps_what_is_untouched_and_asks_about_the_rest()
    {
        var standing = Standings.Of([Round(A, B), Round(AChanged, B)], [new Said(1, null, Stance.Agreed)]);
        standing.Stance.ShouldBeNull();
        standing.Open.ShouldBe([AChanged]);
        standing.Kept.ShouldBe([B]);
        Standings.Of([Round(A, B), Round(AChanged, B)], [new Said(1, null, Stance.Agreed), new Said(2, AChanged, Stance.Agreed)]).Stance.ShouldBe(Stance.Agreed);
    }

    [Test]
    public void An_agreement_stays_where_nothing_new_is_asked() =>
        Standings.Of([Round(A, B), Round(B)], [new Said(1, null, Stance.Agreed)]).Stance.ShouldBe(Stance.Agreed);

    [Test]
    public void An_objection_to_a_difference_that_changed_is_answered_and_to_one_that_did_not_stands()
    {
        Said[] said = [new(1, null, Stance.Agreed), new(1, A, Stance.Objection)];
        var answered = Standings.Of([Round(A, B), Round(AChanged, B)], said);
        (answered.Stance, answered.Objections.Count).ShouldBe((null, 0));
        answered.Open.ShouldBe([AChanged]);
        Standings.Of([Round(A, B), Round(A)], said).Stance.ShouldBe(Stance.Objection);
    }

    [Test]
    public void An_objection_to_the_whole_stands_until_it_is_taken_back()
    {
        Said[] said = [new(1, null, Stance.Objection)];
        Standings.Of([Round(A), Round(B), Round()], said).Stance.ShouldBe(Stance.Objection);
        Standings.Of([Round(A), Round(B), Round()], [.. said, new(3, null, Stance.Agreed)]).Stance.ShouldBe(Stance.Agreed);
    }

    private static readonly Gen<DifferenceId> AnyDifference = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1], (key, digest) => new DifferenceId("x", $"k{key}", $"d{digest}"));
    private static readonly Gen<Stance> AnyStance = Gen.Enum<Stance>();
    private static readonly Gen<(List<RoundDifferences> Rounds, List<Said> Said)> AnyReview =
        from rounds in AnyDifference.HashSet[0, 5].List[1, 4]
        from said in Gen.Select(Gen.Int[1, rounds.Count], Gen.OneOf(AnyDifference.Select(difference => (DifferenceId?)difference), Gen.Const((DifferenceId?)null)), AnyStance).List[0, 6]
        select (rounds.Select(round => new RoundDifferences(round, [.. round.OrderBy(one => one.Key).ThenBy(one => one.Digest)])).ToList(),
            said.Where(one => one.Item2 is null || rounds[one.Item1 - 1].Contains(one.Item2.Value)).OrderBy(one => one.Item1).Select(one => new Said(one.Item1, one.Item2, one.Item3)).ToList());

    [Test]
    public void A_position_never_speaks_about_a_difference_that_is_not_there() => AnyReview.Sample(review =>
    {
        var standing = Standings.Of(review.Rounds, review.Said);
        var present = review.Rounds[^1].All;
        return standing.Positions.Keys.All(present.Contains) && standing.Objections.All(present.Contains) && standing.Kept.All(present.Contains) && standing.Open.All(present.Contains);
    });

    [Test]
    public void What_is_open_and_what_is_said_are_never_the_same() => AnyReview.Sample(review =>
    {
        var standing = Standings.Of(review.Rounds, review.Said);
        return !standing.Open.Any(standing.Positions.ContainsKey) && (standing.Stance is not (Stance.Agreed or Stance.NotConcerned) || (standing.Open.Count == 0 && standing.Objections.Count == 0 && !standing.IsWholeObjection));
    });

    [Test]
    public void A_round_in_which_nothing_changed_changes_nothing() => AnyReview.Sample(review =>
    {
        var (before, after) = (Standings.Of(review.Rounds, review.Said), Standings.Of([.. review.Rounds, review.Rounds[^1]], review.Said));
        return before.Stance == after.Stance && before.Objections.SequenceEqual(after.Objections);
    });

    [Test]
    public void Nobody_agrees_without_having_said_so() => AnyReview.Sample(review =>
        Standings.Of(review.Rounds, review.Said).Stance is not Stance.Agreed || review.Said.Any(one => one.Stance == Stance.Agreed));

    [Test]
    public void The_last_word_on_the_whole_counts_in_its_round() => AnyReview.SelectMany(review => AnyStance.Select(stance => (review, stance))).Sample(one =>
        Standings.Of(one.review.Rounds, [.. one.review.Said, new Said(one.review.Rounds.Count, null, one.stance)]).Stance == one.stance);

    private static RoundDifferences Round(params DifferenceId[] differences) => new(differences.ToHashSet(), differences);
}
