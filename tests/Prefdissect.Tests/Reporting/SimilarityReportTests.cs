using System.Text.Json;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Figures;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;

namespace Prefdissect.Tests.Reporting;

public sealed class SimilarityReportTests
{
    private static readonly HashSet<string> Nobody = [];
    private static readonly Provenance Provenance = new() { Command = "similarity" };

    // c has only two properties, too few to be compared.
    private static SimilarityMatrix Small { get; } = Similarity.Of([Judge("a", 1, 2, 4), Judge("b", 1, 2, 3), Judge("c", 1, 2)]);

    [Fact]
    public void The_JSON_has_the_fields_that_are_promised_and_null_where_nothing_can_be_stated()
    {
        using var output = new StringWriter();
        DocumentJson.Write(output, SimilarityDocument.Of(Small, new HashSet<string> { "b", "elsewhere" }, Provenance));
        var json = JsonDocument.Parse(output.ToString()).RootElement;
        json.GetProperty("judges").EnumerateArray().Select(judge => judge.GetString()).ShouldBe(["a", "b", "c"]);
        json.GetProperty("metric").GetString().ShouldBe("pearson");
        json.GetProperty("group").GetString().ShouldBe("all");
        json.GetProperty("simulated").GetBoolean().ShouldBeTrue();
        json.GetProperty("simulatedJudges").EnumerateArray().Single().GetString().ShouldBe("b");
        json.GetProperty("provenance").GetProperty("command").GetString().ShouldBe("similarity");
        json.GetProperty("matrix")[0][1].GetDouble().ShouldBe(Small["a", "b"].Value!.Value);
        json.GetProperty("matrix")[0][2].ValueKind.ShouldBe(JsonValueKind.Null);
        json.GetProperty("properties")[0][2].GetInt32().ShouldBe(2);
        json.GetProperty("reasons")[0][2].GetString()!.ShouldContain("2 properties in common");
        json.GetProperty("groupsUsed")[0][1].GetInt32().ShouldBe(1);
    }

    [Fact]
    public void A_small_matrix_is_shown_whole_with_a_dash_for_what_is_missing()
    {
        var table = SimilarityTables.Of(Small);
        table.Rows[0].ShouldBe(["1", "a", "1.00", "0.98", "–"]);
        SimilarityTables.Lines(Small).ShouldContain(line => line.Kind == LineKind.Warning && line.Text.Contains("2 pairs of judges", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pearson", 4, 2, 1, true)]
    [InlineData("pearson", 1, 2, 3, false)]
    [InlineData("spearman", 4, 2, 1, true)]
    [InlineData("l1", 4, 2, 1, false)]
    public void Colours_part_at_0_where_judges_prefer_the_opposite_and_only_there(string metric, double x, double y, double z, bool diverging)
    {
        var matrix = Similarity.Of([Judge("a", 1, 2, 4), Judge("b", x, y, z)], SimilarityMetrics.Parse(metric));
        var map = SimilarityFigure.Of(matrix, Nobody, Provenance);
        map.Ramp.IsDiverging.ShouldBe(diverging);
        map.ToSvg(new Canvas(800)).Contains(ColourRamp.Diverging.At(1), StringComparison.Ordinal).ShouldBe(diverging);
    }

    [Fact]
    public void A_large_matrix_is_shown_as_the_nearest_three_of_each_judge()
    {
        var matrix = Similarity.Of(PublishedJudges.All);
        var table = SimilarityTables.Of(matrix);
        table.Columns.Count.ShouldBe(4);
        table.Rows.Count.ShouldBe(33);
        table.Title!.ShouldContain("mean over the 11 scenarios");
        table.Title!.ShouldContain("29 properties");
        for (var i = 0; i < 33; i++)
        {
            var best = Enumerable.Range(0, 33).Where(j => j != i).MaxBy(j => matrix[i, j].Value);
            table.Rows[i][1].ShouldStartWith(matrix.Judges[best] + " (");
        }
    }

    [Fact]
    public void CSV_is_always_the_whole_matrix_in_full_precision()
    {
        var matrix = Similarity.Of(PublishedJudges.All);
        var table = SimilarityTables.Csv(matrix);
        table.Columns.Count.ShouldBe(34);
        double.Parse(table.Rows[3][8], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(matrix[3, 7].Value!.Value);
    }

    [Fact]
    public void Four_judges_are_clustered_and_three_are_not()
    {
        JudgeWeights[] four = [Judge("a", 1, 2, 4), Judge("b", -1, -2, -3), Judge("c", 1, 2, 3.5), Judge("d", 3, 1, 2)];
        var figure = SimilarityFigure.Of(Similarity.Of(four), Nobody, Provenance);
        var order = figure.RowTree!.LeafOrder.Select(leaf => figure.RowNames[leaf]).ToList();
        Math.Abs(order.IndexOf("a") - order.IndexOf("c")).ShouldBe(1);
        SimilarityFigure.Of(Similarity.Of([.. four.Take(3)]), Nobody, Provenance).RowTree.ShouldBeNull();
    }

    [Fact]
    public void Values_that_are_missing_leave_a_cell_empty_and_the_order_as_it_came()
    {
        var figure = SimilarityFigure.Of(Similarity.Of([Judge("a", 1, 2, 4), Judge("b", 1, 2), Judge("c", 1, 2, 3), Judge("d", 1, 3, 2)]), Nobody, Provenance);
        figure.RowTree.ShouldBeNull();
        figure.Values[0, 1].ShouldBeNull();
        figure.ToSvg(new Canvas(358)).ShouldNotContain("NaN");
    }

    [Theory, InlineData("pearson"), InlineData("spearman"), InlineData("l1"), InlineData("l2")]
    public void Every_metric_can_be_drawn_in_both_widths(string metric)
    {
        var figure = SimilarityFigure.Of(Similarity.Of(PublishedJudges.All, SimilarityMetrics.Parse(metric)), Nobody, Provenance);
        figure.ToSvg(new Canvas(960)).ShouldContain("gpt-4");
        figure.ToSvg(new Canvas(358)).ShouldContain("<svg");
        figure.Caption.Title.ShouldContain("33 judges");
    }

    [Fact]
    public void Simulated_judges_put_a_badge_on_the_heat_map()
    {
        SimilarityFigure.Of(Small, new HashSet<string> { "b" }, Provenance).Caption.Simulated.ShouldBe("simulated data");
        SimilarityFigure.Of(Small, Nobody, Provenance).Caption.Simulated.ShouldBeNull();
    }

    [Fact]
    public void Judges_of_a_study_stand_beside_the_published_judges_nearest_to_them()
    {
        var view = FitsByHand.View(FitsByHand.Whole("mine", Group.All, 1), FitsByHand.Whole("mine", "Code", 2));
        var matrix = StudySimilarity.Of(view)!;
        matrix.Judges.ShouldBe(["mine", view.Nearest["mine"][0].Judge, view.Nearest["mine"][1].Judge]);
        matrix["mine", view.Nearest["mine"][0].Judge].Value!.Value.ShouldBe(view.Nearest["mine"][0].Similarity, 1e-12);
        StudySimilarity.Of(FitsByHand.View(FitsByHand.Whole("mine", "Code", 2))).ShouldBeNull();
    }

    private static JudgeWeights Judge(string name, params double[] weights) =>
        new(name, Group.All, weights.Select((weight, i) => (Name: $"p{i}", weight)).ToDictionary(of => of.Name, of => of.weight));
}
