using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Pairs;

namespace Prefdissect.Tests.Dissecting.Similarities;

public class SimilarityTests
{
    private static readonly Lazy<SimilarityMatrix> Published = new(() => Similarity.Of(PublishedJudges.All));

    [Fact]
    public void Models_of_up_to_14_billion_parameters_are_alike_to_0_828() => MeanOver((one, other) => one <= 14 && other <= 14).ShouldBe(0.828);

    [Fact]
    public void Models_of_30_billion_parameters_and_more_are_alike_to_0_883() => MeanOver((one, other) => one >= 30 && other >= 30).ShouldBe(0.883);

    [Fact]
    public void A_small_and_a_large_model_are_alike_to_0_737() => MeanOver((one, other) => (one <= 14) != (other <= 14)).ShouldBe(0.737);

    [Fact]
    public void People_and_GPT_4_Turbo_are_alike_to_0_742() => Math.Round(Published.Value["human", "gpt-4-1106-preview"].Value!.Value, 3).ShouldBe(0.742);

    [Fact]
    public void The_default_is_the_mean_over_the_11_scenarios_of_all_29_properties()
    {
        Published.Value.Groups.ShouldBe(Group.PublishedScenarios);
        Published.Value.Metric.ShouldBe("pearson");
        Published.Value.Judges.ShouldBe(PublishedJudges.Names);
        foreach (var row in Published.Value.Cells) row.ShouldAllBe(cell => cell.Groups == 11 && cell.Properties == 29 && cell.Reason == null);
    }

    [Fact]
    public void The_default_groups_are_all_11_scenarios_or_all_pairs_and_a_scenario_more_changes_nothing()
    {
        var everywhere = Group.PublishedScenarios.Append(Group.All).ToList();
        Similarity.DefaultGroups([.. Fitted("one", everywhere), .. Fitted("other", everywhere)]).ShouldBe(Group.PublishedScenarios);
        Similarity.DefaultGroups([.. Fitted("one", everywhere), .. Fitted("other", everywhere.Skip(1))]).ShouldBe([Group.All]);
        Similarity.DefaultGroups([.. Fitted("one", ["all"]), .. Fitted("other", ["all"])]).ShouldBe([Group.All]);
        Similarity.DefaultGroups([.. Fitted("one", ["all", "Code"]), .. Fitted("other", ["all", "Code"])]).ShouldBe([Group.All]);
        Similarity.DefaultGroups([.. Fitted("one", ["Code", "x=1"]), .. Fitted("other", ["Code"])]).ShouldBe(["Code"]);
        Similarity.DefaultGroups(Fitted("one", ["x=2", "x=1"])).ShouldBe(["x=1", "x=2"]);
        Similarity.DefaultGroups([]).ShouldBe([Group.All]);

        static IEnumerable<JudgeWeights> Fitted(string judge, IEnumerable<string> groups) =>
            groups.Select(group => PublishedJudges.MeanWeights("human") with { Judge = judge, Group = group });
    }

    [Theory]
    [InlineData("pearson", 1)]
    [InlineData("spearman", 1)]
    [InlineData("l1", 0)]
    [InlineData("l2", 0)]
    public void Every_metric_is_symmetric_and_largest_on_the_diagonal(string metric, double largest)
    {
        var matrix = Similarity.Of(PublishedJudges.All, SimilarityMetrics.Parse(metric));
        for (var i = 0; i < 33; i++)
        {
            matrix[i, i].Value!.Value.ShouldBe(largest, 1e-12);
            for (var j = 0; j < 33; j++)
            {
                matrix[i, j].Value.ShouldBe(matrix[j, i].Value);
                matrix[i, j].Value!.Value.ShouldBeLessThanOrEqualTo(largest + 1e-12);
            }
        }
    }

    [Theory]
    [InlineData("pearson", 0.86602540378443865)]
    [InlineData("spearman", 5 / 6.0)]
    [InlineData("l1", -1.0)]
    [InlineData("l2", -0.61237243569579447)]
    public void Four_weights_by_hand(string metric, double expected) =>
        // Deviations (−1, 0, 0, 1) and (−1, −1, 0, 2): 3/√(2·6). Of the ranks (−1½, 0, 0, 1½) and (−1, −1, ½, 1½): 3.75/4.5. Differences 1, 0, 1, 2.
        SimilarityMetrics.Parse(metric).Of([1, 2, 2, 3], [2, 2, 3, 5])!.Value.ShouldBe(expected, 1e-12);

    [Fact]
    public void Equal_weights_share_the_middle_of_their_ranks() => SpearmanSimilarity.MidRanks([5, 1, 5, 2, 5]).ShouldBe([4, 1, 4, 2, 4]);

    [Fact]
    public void Correlations_do_not_change_with_scale_even_at_the_ends_of_the_numbers()
    {
        double[] one = [1, 2, 4, 3], other = [2, 1, 5, 6];
        var expected = SimilarityMetrics.Pearson.Of(one, other)!.Value;
        foreach (var scale in new[] { 1e-300, 1e-9, 1e9, 1e300 })
            SimilarityMetrics.Pearson.Of([.. one.Select(weight => weight * scale)], other)!.Value.ShouldBe(expected, 1e-12);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.0)]
    [InlineData(1e-30)]
    public void Weights_that_do_not_vary_have_no_correlation_but_a_reason(double weight)
    {
        var flat = Weights("flat", Enumerable.Repeat(weight, 29));
        var cell = Similarity.Between(flat, Weights("other", Enumerable.Range(0, 29).Select(p => (double)p)));
        cell.Value.ShouldBeNull();
        cell.Reason!.ShouldContain("do not vary");
    }

    [Fact]
    public void Judges_are_compared_on_the_properties_that_both_have()
    {
        var one = new JudgeWeights("one", "all", new Dictionary<string, double> { ["a"] = 1, ["b"] = 2, ["c"] = 3, ["x"] = 100 });
        var other = new JudgeWeights("other", "all", new Dictionary<string, double> { ["y"] = -7, ["c"] = 6, ["b"] = 4, ["a"] = 2 });
        var cell = Similarity.Between(one, other);
        cell.Value!.Value.ShouldBe(1, 1e-12);
        cell.Properties.ShouldBe(3);
    }

    [Fact]
    public void Two_properties_in_common_are_too_few()
    {
        var one = new JudgeWeights("one", "all", new Dictionary<string, double> { ["a"] = 1, ["b"] = 2, ["x"] = 3 });
        var other = new JudgeWeights("other", "all", new Dictionary<string, double> { ["a"] = 2, ["b"] = 1, ["y"] = 3 });
        Similarity.Between(one, other).ShouldBe(new SimilarityCell(null, "2 properties in common, fewer than 3", 0, 2));
    }

    [Fact]
    public void Judges_without_a_group_in_common_have_no_similarity_but_a_reason()
    {
        var matrix = Similarity.Of([Weights("one", [1, 2, 3], "Code"), Weights("other", [1, 2, 3], "Advice")]);
        matrix["one", "other"].ShouldBe(new SimilarityCell(null, "no group in common", 0, 0));
        matrix["one", "one"].Value!.Value.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void A_study_without_scenarios_is_compared_over_all() =>
        Similarity.Of([Weights("one", [1, 2, 4]), Weights("other", [4, 2, 1])]).Groups.ShouldBe([Group.All]);

    [Fact]
    public void Neither_order_of_properties_nor_of_judges_changes_a_digit() =>
        Prop.ForAll(Gen.Shuffle(PublishedJudges.Weights("human", "Code").Values.ToArray()).ToArbitrary(), shuffled =>
        {
            var human = new JudgeWeights("human", "Code", shuffled.ToDictionary());
            var gpt = PublishedJudges.Weights("gpt-4-1106-preview", "Code");
            return Similarity.Between(human, gpt).Value == Similarity.Between(PublishedJudges.Weights("human", "Code"), gpt).Value
                && Similarity.Between(gpt, human).Value == Similarity.Between(human, gpt).Value;
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void The_same_judge_twice_in_a_group_is_refused() =>
        Should.Throw<ArgumentException>(() => Similarity.Of([Weights("one", [1, 2, 3]), Weights("one", [1, 2, 3])])).Message.ShouldContain("'one'");

    [Fact]
    public void A_metric_that_is_not_there_is_refused_with_the_list() =>
        Should.Throw<FormatException>(() => SimilarityMetrics.Parse("cosine")).Message.ShouldContain("pearson, spearman, l1, l2");

    [Fact]
    public void The_nearest_published_judge_of_a_published_judge_is_itself()
    {
        var ranking = NearestJudge.RankingFor(PublishedJudges.MeanWeights("qwen-72b-chat"));
        ranking.Count.ShouldBe(33);
        ranking[0].Judge.ShouldBe("published:qwen-72b-chat");
        ranking[0].Similarity.ShouldBe(1, 1e-12);
        ranking.Select(near => near.Similarity).ShouldBe(ranking.Select(near => near.Similarity).OrderDescending());
    }

    [Fact]
    public void Twelve_properties_are_enough_to_name_the_nearest_and_their_number_is_told()
    {
        var human = PublishedJudges.MeanWeights("human");
        var some = human with { Values = human.Values.Take(12).Append(new("mine alone", 3.0)).ToDictionary() };
        var nearest = NearestJudge.RankingFor(some)[0];
        (nearest.Judge, nearest.Properties).ShouldBe(("published:human", 12));
    }

    private static double MeanOver(Func<double, double, bool> chosen)
    {
        var matrix = Published.Value;
        var values =
            from i in Enumerable.Range(0, 33)
            from j in Enumerable.Range(i + 1, 32 - i)
            let one = PublishedJudges.SizeInBillions(matrix.Judges[i])
            let other = PublishedJudges.SizeInBillions(matrix.Judges[j])
            where one is not null && other is not null && chosen(one.Value, other.Value)
            select matrix[i, j].Value!.Value;
        return Math.Round(values.Average(), 3);
    }

    private static JudgeWeights Weights(string judge, IEnumerable<double> values, string group = Group.All) =>
        new(judge, group, values.Select((value, p) => (Name: $"p{p:00}", Value: value)).ToDictionary(pair => pair.Name, pair => pair.Value));
}
