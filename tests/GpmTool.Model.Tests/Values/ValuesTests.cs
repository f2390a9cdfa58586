using CsCheck;

namespace GpmTool.Model.Tests.Values;

[TestFixture]
public class ValuesTests
{
    [TestCase("P14D", "P14D")]
    [TestCase("P2W", "P14D")]
    [TestCase("PT90M", "PT1H30M")]
    [TestCase("P1Y6M", "P1Y6M")]
    [TestCase("PT0S", "PT0S")]
    [TestCase("PT1.5S", "PT1.5S")]
    public void A_duration_is_normalised(string text, string expected) => IsoDuration.Parse(text).ToString().ShouldBe(expected);

    [TestCase("")]
    [TestCase("P")]
    [TestCase("PT")]
    [TestCase("-P1D")]
    [TestCase("P1.5D")]
    [TestCase("PT1M1H")]
    [TestCase("14.00:00:00")]
    public void What_is_no_duration_is_refused(string text) => IsoDuration.TryParse(text, null, out _).ShouldBeFalse();

    [Test]
    public void Every_duration_reads_back_from_its_text() =>
        Gen.Long[0, TimeSpan.TicksPerDay * 400].Sample(ticks =>
        {
            var duration = IsoDuration.From(TimeSpan.FromTicks(ticks));
            IsoDuration.Parse(duration.ToString()).ShouldBe(duration);
        });

    [Test]
    public void A_month_is_no_fixed_number_of_days() => IsoDuration.Parse("P1M").ShouldNotBe(IsoDuration.Parse("P30D"));

    [Test]
    public void Money_keeps_its_digits_and_drops_trailing_zeros()
    {
        Money.Parse("12.50 EUR").ToString().ShouldBe("12.5 EUR");
        Money.Parse("12.50 EUR").ShouldBe(Money.Of(12.5m));
        Money.TryParse("12,50 EUR", null, out _).ShouldBeFalse();
        Money.TryParse("12.50", null, out _).ShouldBeFalse();
    }

    [Test]
    public void A_probability_lies_between_zero_and_one()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Probability.Of(1.01));
        Should.Throw<ArgumentOutOfRangeException>(() => Probability.Of(double.NaN));
        Probability.Of(0.3).Value.ShouldBe(0.3);
    }

    [Test]
    public void The_expected_time_of_a_triangular_time_is_the_mean_of_its_corners() =>
        TimeDistribution.Triangular(IsoDuration.FromMinutes(5), IsoDuration.FromMinutes(10), IsoDuration.FromMinutes(30)).ExpectedTime().ShouldBe(TimeSpan.FromMinutes(15));

    [Test]
    public void A_distribution_says_which_parameter_is_missing()
    {
        new TimeDistribution { Kind = DistributionKind.Uniform, Min = IsoDuration.Zero }.Fault()!.ShouldContain("Max");
        TimeDistribution.Uniform(IsoDuration.FromDays(2), IsoDuration.FromDays(1)).Fault().ShouldNotBeNull();
        TimeDistribution.Exponential(IsoDuration.FromDays(1)).Fault().ShouldBeNull();
    }

    [Test]
    public void Lists_compare_by_their_members()
    {
        ValueList<string> left = ["a", "b"];
        left.ShouldBe((ValueList<string>)["a", "b"]);
        (left == ["b", "a"]).ShouldBeFalse();
        default(ValueList<string>).Equals([]).ShouldBeTrue();
    }
}
