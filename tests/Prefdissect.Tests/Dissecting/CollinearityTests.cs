using Prefdissect.Dissecting;
using Prefdissect.Properties;

namespace Prefdissect.Tests.Dissecting;

public class CollinearityTests
{
    private static readonly Property[] Three = [.. new[] { "polite", "clear", "novel" }.Select(PublishedProperties.Of)];

    [Fact]
    public void Properties_that_never_go_together_have_condition_number_1()
    {
        var found = Of([1, 0, 0], [0, 1, 0], [0, 0, -1], [-1, 0, 0]);
        found.Pairs.ShouldBeEmpty();
        found.ConditionNumber!.Value.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Two_properties_with_correlation_r_have_condition_number_1_plus_r_by_1_minus_r()
    {
        // polite and clear agree in ten pairs and disagree in one: r = (10 − 1)/11; eigenvalues 1 + r, 1, 1 − r.
        var found = Of([.. Enumerable.Repeat<int[]>([1, 1, 0], 10), [1, -1, 0], [0, 0, 1]]);
        var pair = found.Pairs.ShouldHaveSingleItem();
        (pair.One, pair.Other).ShouldBe(("polite", "clear"));
        pair.Correlation.ShouldBe(9 / 11.0, 1e-12);
        found.ConditionNumber!.Value.ShouldBe((1 + 9 / 11.0) / (1 - 9 / 11.0), 1e-9);
    }

    [Fact]
    public void Turning_a_pair_round_changes_nothing()
    {
        int[][] rows = [[1, 1, 0], [1, -1, 1], [0, 1, 1], [1, 1, 1], [-1, 0, 1]];
        var turned = rows.Select((row, i) => i % 2 == 0 ? row : [.. row.Select(x => -x)]).ToArray();
        Of(turned).ConditionNumber!.Value.ShouldBe(Of(rows).ConditionNumber!.Value, 1e-9);
    }

    [Fact]
    public void A_property_that_another_determines_leaves_no_condition_number_but_a_reason()
    {
        var found = Of([1, -1, 0], [-1, 1, 1], [0, 0, 1]);
        found.Pairs.ShouldHaveSingleItem().Correlation.ShouldBe(-1, 1e-12);
        (found.ConditionNumber, found.Reason).ShouldBe((null, "some properties of the fit determine another"));
    }

    [Fact]
    public void Nothing_to_fit_is_the_reason_given() => Of().Reason!.ShouldContain("no votes");

    private static Collinearity Of(params int[][] rows) =>
        Collinearity.Of(Design.Build(Three, rows.Select((signs, i) => new JudgedPair(PlantedVotes.Compared(Three, i, signs), new VoteCounts(1, 0, 0)))));
}
