using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Figures.Tests.Drawing;

namespace Prefdissect.Figures.Tests;

public sealed class DotAndWhiskerTests
{
    [Theory]
    [InlineData(1, 1, 960)]
    [InlineData(29, 1, 1280)]
    [InlineData(29, 4, 1280)]
    [InlineData(40, 8, 960)]
    [InlineData(12, 11, 700)]
    [InlineData(29, 1, 390)]
    [InlineData(29, 4, 390)]
    [InlineData(3, 2, 280)]
    public void No_texts_overlap_and_nothing_is_drawn_outside(int rows, int series, double width)
    {
        var picture = new Picture(Sample.Dots(rows, series, withSecond: true).ToSvg(new Canvas(width)));

        Layouts.ShouldHold(picture);
        picture.Width.ShouldBe(width);
    }

    [Theory]
    [InlineData(960)]
    [InlineData(280)]
    public void Hostile_texts_stay_text_and_stay_inside(double width)
    {
        var text = string.Concat(Enumerable.Repeat(Sample.Hostile + new string('W', 60) + " ", 5));
        var point = new DotPoint(1e6) { Outer = new(-3e6, 2e6), Tooltip = text };
        var figure = new DotAndWhisker(
            new Caption(text) { Subtitle = text, Footnotes = [text, ""], Simulated = text, Description = text },
            [text, text],
            [new DotRow(text, [point, null]) { Group = text, Tooltip = text }, new DotRow("", [null, point])],
            new Axis(text, ValueFormat.Number(3)))
        { Reference = new ReferenceLine(0, text), Names = new DotNames(text, text, text, text) };

        var svg = figure.ToSvg(new Canvas(width));

        var picture = new Picture(svg);
        picture.Root.Descendants().ShouldNotContain(e => e.Name.LocalName == "script");
        svg.ShouldNotContain("<script");
        svg.ShouldNotContain("\u202E");
        Layouts.ShouldHold(picture);
    }

    [Fact]
    public void A_shortened_label_keeps_its_full_text_as_title()
    {
        var label = new string('m', 300);
        var figure = Sample.Dots(1, 1) with { Rows = [new DotRow(label, [new DotPoint(0.5)])] };

        var text = new Picture(figure.ToSvg(new Canvas())).All("text").Single(t => Picture.Shown(t).StartsWith("mmm", StringComparison.Ordinal));

        Picture.Shown(text).ShouldEndWith("…");
        text.Elements().Single().Name.LocalName.ShouldBe("title");
        text.Elements().Single().Value.ShouldBe(label);
    }

    [Fact]
    public void A_dot_is_hollow_exactly_where_its_outer_interval_holds_the_reference()
    {
        static bool? IsHollow(double low, double high, double? reference)
        {
            var point = new DotPoint((low + high) / 2) { Outer = new(low, high) };
            var figure = Sample.Dots(1, 1) with { Rows = [new DotRow("row", [point])], Reference = reference is { } r ? new ReferenceLine(r, "reference") : null };
            var picture = new Picture(figure.ToSvg(new Canvas()));
            return (picture.OfClass("hollow-").Count(), picture.OfClass("full-").Count()) switch { (1, 0) => true, (0, 1) => false, _ => null };
        }

        Check.QuickThrowOnFailure(Prop.ForAll<int, int, int>((a, b, c) =>
        {
            var (low, high, reference) = (Math.Min(a, b) / 7.0, Math.Max(a, b) / 7.0, c / 7.0);
            return IsHollow(low, high, reference) == (low <= reference && reference <= high);
        }));
        IsHollow(0.4, 0.6, null).ShouldBe(false);
        IsHollow(0.5, 0.6, 0.5).ShouldBe(true);
    }

    [Fact]
    public void Marks_and_bars_stand_where_their_values_are_on_the_axis()
    {
        var point = new DotPoint(0.25) { Inner = new(0.2, 0.3), Outer = new(0.1, 0.4), Second = 0.15 };
        var figure = new DotAndWhisker(new Caption("t"), ["s"], [new DotRow("r", [point])], new Axis("x", ValueFormat.Percent) { AtLeast = new(0, 1) });
        var picture = new Picture(figure.ToSvg(new Canvas()));
        double Tick(string label) => Picture.At(picture.All("text").First(t => Picture.Shown(t) == label), "x");
        var (zero, one) = (Tick("0\u00a0%"), Tick("100\u00a0%"));
        double Place(double value) => zero + (value * (one - zero));

        var outer = picture.OfClass("outer-0").Single();
        Picture.At(outer, "x1").ShouldBe(Place(0.1), 0.02);
        Picture.At(outer, "x2").ShouldBe(Place(0.4), 0.02);
        var inner = picture.OfClass("inner-0").Single();
        Picture.At(inner, "x1").ShouldBe(Place(0.2), 0.02);
        Picture.At(inner, "x2").ShouldBe(Place(0.3), 0.02);
        Picture.At(picture.OfClass("full-0").Single(), "cx").ShouldBe(Place(0.25), 0.02);
        Picture.At(picture.All("g").Single().Elements().Last(), "x1").ShouldBe(Place(0.15), 0.02);
    }

    [Fact]
    public void One_series_has_its_numbers_beside_it_and_several_have_a_key()
    {
        var row = new DotRow("r", [new DotPoint(0.623) { Outer = new(0.581, 0.662) }]);
        var one = Sample.Dots(1, 1) with { Rows = [row] };

        new Picture(one.ToSvg(new Canvas())).Texts.Select(t => t.Text).ShouldContainAll("62.3", "[58.1,", "66.2]");
        new Picture(one.ToSvg(new Canvas(390))).Texts.Select(t => t.Text).ShouldContain("62.3 [58.1, 66.2]");
        new Picture(Sample.Dots(3, 3).ToSvg(new Canvas())).Texts.Select(t => t.Text).ShouldContainAll("series 1", "series 2", "series 3");
        new Picture(one.ToSvg(new Canvas())).Texts.Select(t => t.Text).ShouldNotContain("series 1");
    }

    [Fact]
    public void A_row_without_a_point_draws_none()
    {
        var figure = Sample.Dots(1, 1) with { Rows = [new DotRow("empty", [null]), new DotRow("full", [new DotPoint(0.4)])] };

        new Picture(figure.ToSvg(new Canvas())).OfClass("full-").Count().ShouldBe(1);
    }

    [Fact]
    public void A_screen_reader_finds_title_and_description()
    {
        var root = new Picture(Sample.Dots(2, 1).ToSvg(new Canvas(960, "page-1"))).Root;

        root.Attribute("role")!.Value.ShouldBe("img");
        root.Attribute("aria-labelledby")!.Value.ShouldBe("page-1-title page-1-desc");
        XElement Named(string id) => root.Elements().Single(e => (string?)e.Attribute("id") == id);
        Named("page-1-title").Value.ShouldBe("What it shows");
        Named("page-1-desc").Value.ShouldContain("2 rows");
        Named("page-1-desc").Value.ShouldContain("row with a name 1");
    }

    [Fact]
    public void Two_figures_on_one_page_share_no_id_and_no_rule()
    {
        var page = Sample.Dots(2, 1).ToSvg(new Canvas(960, "a")) + Sample.Heat(3, true).ToSvg(new Canvas(960, "b"));
        var root = XDocument.Parse("<page>" + page + "</page>").Root!;

        var ids = root.Descendants().Attributes("id").Select(a => a.Value).ToList();
        ids.ShouldBeUnique();
        var rules = root.Descendants().First(e => e.Name.LocalName == "style").Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        rules.ShouldAllBe(r => r.Contains("#a", StringComparison.Ordinal));
    }

    [Fact]
    public void The_badge_is_drawn_where_data_are_simulated_and_only_there()
    {
        var figure = Sample.Dots(2, 1);

        new Picture(figure.ToSvg(new Canvas())).Texts.Select(t => t.Text).ShouldContain("simulated data");
        var plain = figure with { Caption = figure.Caption with { Simulated = null } };
        new Picture(plain.ToSvg(new Canvas())).OfClass("badge").ShouldBeEmpty();
    }

    [Fact]
    public void The_same_figure_is_the_same_text() =>
        Sample.Dots(29, 4, seed: 7).ToSvg(new Canvas()).ShouldBe(Sample.Dots(29, 4, seed: 7).ToSvg(new Canvas()));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_is_not_finite_is_refused_by_the_name_of_its_row(double bad)
    {
        DotPoint[] points = [new(bad), new(0) { Second = bad }, new(0) { Inner = new(0, bad) }, new(0) { Outer = new(bad, 0) }];
        foreach (var point in points)
        {
            var figure = Sample.Dots(1, 1) with { Rows = [new DotRow("fine", [new DotPoint(1)]), new DotRow("broken one", [point])] };
            Should.Throw<ArgumentException>(() => figure.ToSvg(new Canvas())).Message.ShouldContain("Row 2 ('broken one')");
        }
    }

    [Fact]
    public void An_interval_upside_down_and_a_point_too_few_are_refused_by_the_name_of_their_row()
    {
        var upside = Sample.Dots(1, 1) with { Rows = [new DotRow("upside", [new DotPoint(1) { Outer = new(2, 1) }])] };
        Should.Throw<ArgumentException>(() => upside.ToSvg(new Canvas())).Message.ShouldContain("'upside'");
        var few = Sample.Dots(1, 1) with { Rows = [new DotRow("few", [])] };
        Should.Throw<ArgumentException>(() => few.ToSvg(new Canvas())).Message.ShouldContain("'few'");
    }

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a\"><script>")]
    public void An_id_that_could_leave_its_attribute_is_refused(string id) => Should.Throw<ArgumentException>(() => new Canvas(960, id));

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(123456789)]
    public void One_value_of_any_size_can_be_drawn(double value)
    {
        var figure = new DotAndWhisker(new Caption("t"), ["s"], [new DotRow("r", [new DotPoint(value)])], new Axis("x", ValueFormat.Number(2)));

        var svg = figure.ToSvg(new Canvas());

        svg.ShouldNotContain("NaN");
        Layouts.ShouldHold(new Picture(svg));
    }
}
