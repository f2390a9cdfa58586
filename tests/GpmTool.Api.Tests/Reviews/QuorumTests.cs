using CsCheck;
using GpmTool.Api.Features.LifeCycle;
using GpmTool.Api.Features.Reviews.Agreement;
using GpmTool.Persistence;

namespace GpmTool.Api.Tests.Reviews;

/// <summary>Whether enough authorities agree.</summary>
public class QuorumTests
{
    private static readonly string[] Districts = [.. Enumerable.Range(1, 12).Select(number => $"b{number:00}")];
    private static readonly QuorumRule Rule = new([new QuorumPart(["s1", "s2"]), new QuorumPart(Districts, 9)]);

    [Test]
    public void All_Senate_administrations_and_nine_of_twelve_districts()
    {
        Holds(Rule, agreed: 8).ShouldBeFalse();
        Holds(Rule, agreed: 9).ShouldBeTrue();
        var one = Stances(12);
        one["s2"] = null;
        Quorum.Of(Rule, one, isOver: true).Holds.ShouldBeFalse();
    }

    [Test]
    public void Who_is_not_concerned_is_left_out()
    {
        var stances = Stances(5);
        foreach (var district in Districts[5..]) stances[district] = Stance.NotConcerned;
        var result = Quorum.Of(Rule, stances, isOver: false);
        result.Holds.ShouldBeTrue("all five that are concerned agree");
        stances["b01"] = null;
        Quorum.Of(Rule, stances, isOver: false).Holds.ShouldBeFalse();
    }

    [Test]
    public void Somebody_has_to_agree_at_all()
    {
        var stances = Stances(0).ToDictionary(pair => pair.Key, _ => (Stance?)Stance.NotConcerned);
        Quorum.Of(Rule, stances, isOver: true).Holds.ShouldBeFalse();
    }

    [Test]
    public void Silence_counts_by_rule_and_only_after_the_deadline()
    {
        var silent = Stances(1);
        var counting = Rule with { SilenceCounts = true };
        Quorum.Of(counting, silent, isOver: false).Holds.ShouldBeFalse();
        Quorum.Of(counting, silent, isOver: true).Holds.ShouldBeTrue();
        Quorum.Of(Rule, silent, isOver: true).Holds.ShouldBeFalse();
    }

    [Test]
    public void Objections_block_by_rule()
    {
        var stances = Stances(11);
        stances["b12"] = Stance.Objection;
        var result = Quorum.Of(Rule, stances, isOver: false);
        (result.Holds, result.IsBlocked, result.Objecting.Single()).ShouldBe((false, true, "b12"));
        Quorum.Of(Rule with { ObjectionsBlock = false }, stances, isOver: false).Holds.ShouldBeTrue();
    }

    [Test]
    public void Without_a_rule_one_agreement_and_no_objection_are_enough()
    {
        Quorum.Of(null, new Dictionary<string, Stance?> { ["a"] = Stance.Agreed, ["b"] = null }, isOver: false).Holds.ShouldBeTrue();
        Quorum.Of(null, new Dictionary<string, Stance?> { ["a"] = Stance.Agreed, ["b"] = Stance.Objection }, isOver: false).Holds.ShouldBeFalse();
        Quorum.Of(null, new Dictionary<string, Stance?> { ["a"] = null }, isOver: true).Holds.ShouldBeFalse();
    }

    private static readonly Gen<Dictionary<string, Stance?>> AnyStances = Gen.OneOf(Gen.Enum<Stance>().Select(stance => (Stance?)stance), Gen.Const((Stance?)null)).Array[14]
        .Select(stances => new[] { "s1", "s2" }.Concat(Districts).Zip(stances).ToDictionary(pair => pair.First, pair => pair.Second));

    [Test]
    public void More_agreement_never_loses_a_quorum() => Gen.Select(AnyStances, Gen.Int[0, 13], Gen.Bool, Gen.Bool, Gen.Bool).Sample((stances, index, silence, block, over) =>
    {
        var rule = Rule with { SilenceCounts = silence, ObjectionsBlock = block };
        var more = new Dictionary<string, Stance?>(stances) { [stances.Keys.ElementAt(index)] = Stance.Agreed };
        // Somebody who was left out of the count becomes one of those who are needed: the only case in which more agreement asks for more.
        var wasLeftOut = stances.Values.ElementAt(index) == Stance.NotConcerned;
        return !Quorum.Of(rule, stances, over).Holds || Quorum.Of(rule, more, over).Holds || wasLeftOut;
    });

    [Test]
    public void Every_authority_is_counted_once() => AnyStances.Sample(stances =>
    {
        var result = Quorum.Of(Rule, stances, isOver: false);
        return result.Agreed.Count + result.Objecting.Count + result.NotConcerned.Count + result.Silent.Count == stances.Count;
    });

    private static bool Holds(QuorumRule rule, int agreed) => Quorum.Of(rule, Stances(agreed), isOver: false).Holds;

    private static Dictionary<string, Stance?> Stances(int agreed) =>
        new[] { "s1", "s2" }.Select(key => (key, (Stance?)Stance.Agreed)).Concat(Districts.Select((key, i) => (key, i < agreed ? (Stance?)Stance.Agreed : null))).ToDictionary(pair => pair.key, pair => pair.Item2);
}
