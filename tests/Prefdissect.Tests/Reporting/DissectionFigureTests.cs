using System.Xml.Linq;
using Prefdissect.Dissecting;
using Prefdissect.Figures;
using Prefdissect.Pairs;
using Prefdissect.Reporting;

namespace Prefdissect.Tests.Reporting;

public sealed class DissectionFigureTests
{
    private static readonly Provenance Provenance = new() { Command = "dissect" };

    [Fact]
    public void One_judge_is_ranked_by_its_median_degree_without_headings()
    {
        var figure = Figure(FitsByHand.Whole("human", Group.All, 1));
        figure.Rows.Select(row => row.Points[0]!.Centre).ShouldBeInOrder(SortDirection.Descending);
        figure.Rows.ShouldAllBe(row => row.Group == null);
    }

    [Fact]
    public void Several_judges_share_rows_in_published_order_under_headings_of_their_kind()
    {
        var figure = Figure(FitsByHand.Whole("a", Group.All, 1), FitsByHand.Whole("b", Group.All, 2));
        figure.Series.ShouldBe(["a", "b"]);
        figure.Rows.Select(row => row.Group).Distinct().ShouldBe(["Basic", "Errors", "Query-specific"]);
        figure.Rows[0].Label.ShouldBe("harmless");
        figure.Rows[19].Label.ShouldBe("contain rich info");
        figure.Rows[20].Label.ShouldBe("lengthy"); // the last of the basic ones, though its id is 28
    }

    [Fact]
    public void Marks_are_quantiles_of_the_degree()
    {
        var weight = FitsByHand.Weight("lengthy", 0.5, 0.1);
        var point = Figure(FitsByHand.Fit("human", Group.All, weight)).Rows[0].Points[0]!;
        point.Centre.ShouldBe(Degree.Of(weight.Posterior.Median));
        point.Inner.ShouldBe(new Interval(Degree.Of(weight.Posterior.Q25), Degree.Of(weight.Posterior.Q75)));
        point.Outer.ShouldBe(new Interval(Degree.Of(weight.Low), Degree.Of(weight.High)));
        point.Second.ShouldBeNull();
    }

    [Fact]
    public void A_judge_without_a_property_leaves_its_place_empty()
    {
        var figure = Figure(FitsByHand.Fit("a", Group.All, FitsByHand.Weight("clear", 1)), FitsByHand.Fit("b", Group.All, FitsByHand.Weight("lengthy", 1)));
        figure.Rows.Select(row => (row.Label, row.Points[0] is null, row.Points[1] is null)).ShouldBe([("clear", false, true), ("lengthy", true, false)]);
    }

    [Fact]
    public void Simulated_judges_show_their_planted_degree_and_a_badge()
    {
        var fit = FitsByHand.Fit("sim", Group.All, FitsByHand.Weight("lengthy", 0.5), FitsByHand.Weight("clear", 0));
        var figure = DissectionFigure.Of(FitsByHand.View(fit).Simulated(), Group.All, Provenance);
        figure.Caption.Simulated.ShouldBe("simulated data");
        figure.Rows[0].Points[0]!.Second.ShouldBe(Degree.Of(0.52));
        figure.Rows[1].Points[0]!.Second.ShouldBe(0.5);
    }

    [Fact]
    public void The_caption_says_who_how_many_rated_by_whom_and_from_which_data()
    {
        var view = FitsByHand.View(FitsByHand.Whole("human", Group.All, 1));
        var caption = DissectionFigure.Of(view, Group.All, Provenance).Caption;
        caption.Title.ShouldBe("What human likes and dislikes on all pairs");
        var notes = string.Join('\n', caption.Footnotes);
        notes.ShouldContain("human, all pairs: 1,234 pairs");
        notes.ShouldContain("Ratings by surface");
        notes.ShouldContain($"data {view.DataHash![..12]} ");
        notes.ShouldContain(Provenance.Version);
        notes.ShouldContain("not a cause");
        caption.Simulated.ShouldBeNull();
    }

    [Fact]
    public void Stale_and_unhealthy_fits_are_marked_under_the_figure()
    {
        var fit = FitsByHand.Whole("human", Group.All, 1) with { Health = FitsByHand.Healthy with { Problems = ["x"] } };
        var view = FitsByHand.View(fit) with { Stale = new HashSet<FitSubject> { fit.Subject } };
        DissectionFigure.Of(view, Group.All, Provenance).Caption.Footnotes[0].ShouldContain("(out of date, sampling not healthy)");
    }

    [Fact]
    public void A_group_that_is_not_fitted_is_refused_by_name() =>
        Should.Throw<ArgumentException>(() => DissectionFigure.Of(FitsByHand.View(FitsByHand.Whole("human", Group.All, 1)), "Code", Provenance)).Message.ShouldContain("Code");

    [Fact]
    public void Hostile_names_draw_as_text()
    {
        var name = "<script>alert(1)</script>\"'&]]>\0" + new string('漢', 10_000);
        var svg = Figure(FitsByHand.Fit(name, "g=" + name, FitsByHand.Weight("clear", 0.3))).ToSvg(new Canvas(358));
        XDocument.Parse(svg).Descendants().ShouldNotContain(element => element.Name.LocalName == "script");
    }

    [Fact]
    public void The_map_of_many_judges_frames_what_is_not_clear_of_indifference_and_says_so()
    {
        var view = FitsByHand.View(
            FitsByHand.Fit("a", Group.All, FitsByHand.Weight("lengthy", 0.5), FitsByHand.Weight("clear", 0.01)), FitsByHand.Fit("b", Group.All, FitsByHand.Weight("clear", -0.5)));
        var figure = new DissectionFigure(view, Provenance).MapOf(Group.All);
        figure.RowNames.ShouldBe(["clear", "lengthy"]);
        figure.Values.Cast<double?>().Select(value => value is { } known ? Math.Round(known, 9) : (double?)null).ShouldBe([.. new double?[] { Points(0.01), Points(-0.5), Points(0.5), null }]);
        figure.Hollow!.Cast<bool>().ShouldBe([true, false, false, false]);
        figure.Caption.Subtitle!.ShouldContain("hollow where the 95 % interval includes 50 %");
        figure.Caption.Title.ShouldBe("What 2 judges like and dislike on all pairs");

        var clear = new DissectionFigure(FitsByHand.View(FitsByHand.Fit("b", Group.All, FitsByHand.Weight("clear", -0.5))), Provenance).MapOf(Group.All);
        clear.Hollow.ShouldBeNull();
        clear.Caption.Subtitle!.ShouldNotContain("hollow");

        static double Points(double weight) => Math.Round(100 * (Degree.Of(FitsByHand.Weight("any", weight).Posterior.Median) - 0.5), 9);
    }

    private static DotAndWhisker Figure(params JudgeFit[] fits) => DissectionFigure.Of(FitsByHand.View(fits), fits[0].Subject.Group, Provenance);
}
