using System.Globalization;
using CsvHelper;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Dissecting.Writers;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;

namespace Prefdissect.Tests.Reporting;

public sealed class DissectionTablesTests
{
    private static readonly JudgeFit Three = FitsByHand.Fit(
        "human", Group.All, FitsByHand.Weight("clear", -0.4, 0.05), FitsByHand.Weight("lengthy", 0.5, 0.04), FitsByHand.Weight("friendly", 0.01, 0.05));

    [Fact]
    public void Rows_stand_from_the_most_liked_to_the_most_disliked()
    {
        var table = Report(Three).Table;
        table.Rows.Select(row => row[0]).ShouldBe(["lengthy", "friendly", "clear"]);
        table.Rows.Select(row => row[2]).ShouldBe(["liked", "unclear", "disliked"]);
    }

    [Fact]
    public void Values_of_a_row_are_those_of_the_fit_with_the_interval_beside_them()
    {
        // σ(0.5), σ(0.5 ± 1.96 · 0.04) by hand: 0.62246, 0.60386, 0.64072.
        Report(Three).Table.Rows[0].ShouldBe(["lengthy", "62.2 [60.4, 64.1]", "liked", "0.50", ">0.999"]);
        // σ(−0.4), σ(−0.4 ± 0.098): 0.40131, 0.37800, 0.42507.
        Report(Three).Table.Rows[2].ShouldBe(["clear", "40.1 [37.8, 42.5]", "disliked", "−0.40", "<0.001"]);
    }

    [Fact]
    public void Simulated_judges_have_their_planted_degree_beside_them_and_say_so_in_the_title()
    {
        var view = FitsByHand.View(Three).Simulated();
        var report = DissectionTables.Of(view)[0];
        report.Simulated.ShouldBeTrue();
        report.Title.ShouldEndWith("simulated");
        report.Table.Columns[^1].Heading.ShouldBe("planted %");
        report.Table.Rows.Select(row => row[^1]).ShouldBe(["62.7", "50.0", "40.6"]); // σ(0.52), σ(0), σ(−0.38)
    }

    [Fact]
    public void Judges_that_are_not_simulated_have_no_planted_column()
    {
        var report = Report(Three);
        report.Title.ShouldBe("human · all pairs · 1,234 pairs · 1,239 votes · rated by surface");
        report.Table.Columns.Select(column => column.Heading).ShouldNotContain("planted %");
    }

    [Fact]
    public void What_was_not_fitted_as_usual_is_said_under_the_table()
    {
        Lines(Three).ShouldNotContain(line => line.Contains("as usual"));
        var other = Three with { Options = new DissectionOptions { Prior = "normal:1", Ties = TieRule.Half, Control = Control.Model, Folds = FoldScheme.Paper, Draws = 100 } };
        Lines(other).ShouldContain("not fitted as usual: prior normal:1, ties count half each way, writers held fixed, folds by pair");
        Lines(Three with { Options = new DissectionOptions { Folds = FoldScheme.None } }).ShouldContain("not fitted as usual: no folds");
    }

    [Fact]
    public void The_summary_counts_verdicts_and_expected_wrong_signs()
    {
        var fit = FitsByHand.Fit("human", Group.All, FitsByHand.Weight("lengthy", 0.1, 0.05), FitsByHand.Weight("clear", 0.101, 0.051), FitsByHand.Weight("polite", 0));
        var expected = Rounded.Number(fit.ExpectedWrongSigns, 2);
        expected.ShouldBe("0.05");
        Lines(fit)[0].ShouldBe($"2 liked, 0 disliked, 1 unclear; about {expected} of the 2 signs called may be wrong");
    }

    [Fact]
    public void A_fit_that_calls_nothing_says_so() =>
        Lines(FitsByHand.Fit("human", Group.All, FitsByHand.Weight("polite", 0)))[0].ShouldBe("0 liked, 0 disliked, 1 unclear: no 95 % interval is clear of 50 %");

    [Fact]
    public void Health_is_rounded_so_that_its_bounds_stay_true() =>
        Lines(Three).ShouldContain("healthy: R-hat ≤ 1.002, ESS ≥ 5,300, no divergences");

    [Fact]
    public void A_fit_with_complaints_shows_each_of_them_as_a_warning()
    {
        var fit = Three with { Health = FitsByHand.Healthy with { Divergences = 7, Problems = ["The chains disagree.", "7 of 8000 transitions diverged."] } };
        var warning = Report(fit).Lines.Single(line => line.Kind == LineKind.Warning).Text;
        warning.ShouldBe("not healthy: The chains disagree. 7 of 8000 transitions diverged");
    }

    [Fact]
    public void Pairs_left_out_and_properties_not_fitted_are_listed_with_reasons()
    {
        var lines = Lines(Three);
        lines.ShouldContain("left out 20 of 1,254 pairs: 7 with only ties, 3 with equal responses, 10 on which a property is not measured");
        lines.ShouldContain(line => line.StartsWith("not fitted, not measured by this annotator: novel, funny, harmless, ", StringComparison.Ordinal));
        lines.ShouldContain("not fitted, equal in every pair: polite");
    }

    [Fact]
    public void A_stale_fit_says_how_to_renew_it()
    {
        var view = FitsByHand.View(Three) with { Stale = new HashSet<FitSubject> { Three.Subject } };
        DissectionTables.Of(view)[0].Lines.ShouldContain(line => line.Kind == LineKind.Warning && line.Text.Contains("prefdissect fit", StringComparison.Ordinal));
    }

    [Fact]
    public void The_nearest_published_judges_stand_with_the_number_of_common_properties()
    {
        var view = FitsByHand.View(Three);
        var nearest = view.Nearest["human"];
        var line = Report(Three).Lines[^1].Text;
        line.ShouldContain("3 common properties");
        line.ShouldContain($"{nearest[0].Judge} ({Rounded.Number(nearest[0].Similarity, 2)})");
    }

    [Fact]
    public void Names_cannot_steer_a_terminal_or_fill_it()
    {
        var report = Report(FitsByHand.Fit("\u001b[31mred\r\nsecond\u202e" + new string('x', 10_000), "a=\u0007", FitsByHand.Weight("clear", 1)));
        report.Title.Any(char.IsControl).ShouldBeFalse();
        report.Title.ShouldNotContain('\u202e');
        report.Title.Length.ShouldBeLessThan(300);
    }

    [Fact]
    public void The_flat_table_has_the_fields_of_the_JSON_entry_and_comes_back_from_CSV_to_the_last_digit()
    {
        var view = FitsByHand.View(Three, FitsByHand.Whole("a,\"b\"\nc", "x=1", 3)).Simulated();
        using var text = new StringWriter();
        CsvTable.Write(text, DissectionTables.Weights(view));
        using var csv = new CsvReader(new StringReader(text.ToString()), CultureInfo.InvariantCulture);
        var read = csv.GetRecords<dynamic>().Select(row => (IDictionary<string, object>)row).ToList();
        var entries = DissectDocument.Of(view, new Provenance { Command = "dissect" }).Weights;
        read.Count.ShouldBe(32);
        for (var i = 0; i < entries.Count; i++)
        {
            read[i]["judge"].ShouldBe(entries[i].Judge);
            read[i]["property"].ShouldBe(entries[i].Property);
            read[i]["verdict"].ShouldBe(entries[i].Verdict);
            read[i]["simulated"].ShouldBe("true");
            Number("mean").ShouldBe(entries[i].Mean);
            Number("low").ShouldBe(entries[i].Low);
            Number("degreeHigh").ShouldBe(entries[i].DegreeHigh);
            Number("probabilityPositive").ShouldBe(entries[i].ProbabilityPositive);
            Number("planted").ShouldBe(entries[i].Planted!.Value);

            double Number(string field) => double.Parse((string)read[i][field], CultureInfo.InvariantCulture);
        }
    }

    private static FitReport Report(JudgeFit fit) => DissectionTables.Of(FitsByHand.View(fit))[0];

    private static List<string> Lines(JudgeFit fit) => [.. Report(fit).Lines.Select(line => line.Text)];
}
