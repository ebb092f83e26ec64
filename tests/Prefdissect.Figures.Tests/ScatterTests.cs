using Prefdissect.Figures.Tests.Drawing;

namespace Prefdissect.Figures.Tests;

public sealed class ScatterTests
{
    [Theory]
    [InlineData(1, true, 960)]
    [InlineData(33, true, 960)]
    [InlineData(33, true, 390)]
    [InlineData(33, false, 960)]
    [InlineData(33, false, 390)]
    [InlineData(200, true, 960)]
    [InlineData(12, false, 280)]
    public void No_names_overlap_and_nothing_is_drawn_outside(int points, bool isMap, double width)
    {
        var picture = new Picture(Some(points, isMap).ToSvg(new Canvas(width)));

        Layouts.ShouldHold(picture);
        picture.All("g").Count(g => g.Elements().FirstOrDefault()?.Name.LocalName == "title").ShouldBe(points);
    }

    [Fact]
    public void Thirty_three_names_all_find_room_on_a_wide_map()
    {
        var figure = Some(33, true);

        var texts = new Picture(figure.ToSvg(new Canvas(960))).Texts.Select(t => t.Text).ToList();

        figure.Points.Count(p => texts.Contains(p.Label)).ShouldBe(33);
    }

    [Fact]
    public void A_name_that_finds_no_room_is_counted_and_stays_as_tooltip()
    {
        var figure = Some(1, true) with { Points = [.. Enumerable.Range(0, 150).Select(i => new ScatterPoint($"a rather long name {i}", 0, 0))] };

        var picture = new Picture(figure.ToSvg(new Canvas(390)));

        var shown = picture.Texts.Count(t => t.Text.StartsWith("a rather long name", StringComparison.Ordinal));
        shown.ShouldBeLessThan(150);
        picture.Texts.ShouldContain(t => t.Text.StartsWith($"{150 - shown} of 150 names", StringComparison.Ordinal));
    }

    [Fact]
    public void A_map_has_one_scale_both_ways()
    {
        var figure = new Scatter(new Caption("t"), ["s"], [new("a", 0, 0), new("b", 3, 0), new("c", 0, 1)], new Axis("", ValueFormat.Number(1)), new Axis("", ValueFormat.Number(1))) { IsMap = true };

        var circles = new Picture(figure.ToSvg(new Canvas())).OfClass("full-0").Select(c => (X: Picture.At(c, "cx"), Y: Picture.At(c, "cy"))).ToList();

        (circles[1].X - circles[0].X).ShouldBe(3 * (circles[0].Y - circles[2].Y), 0.1);
        circles[2].X.ShouldBe(circles[0].X);
    }

    [Fact]
    public void Points_stand_where_their_values_are_on_the_axes()
    {
        var figure = new Scatter(new Caption("t"), ["s"], [new("a", 0.25, 5)], new Axis("x", ValueFormat.Percent) { AtLeast = new(0, 1) }, new Axis("y", ValueFormat.Number(0)) { AtLeast = new(0, 10) });
        var picture = new Picture(figure.ToSvg(new Canvas()));
        double X(string label) => Picture.At(picture.All("text").Single(t => Picture.Shown(t) == label), "x");
        double Y(string label) => Picture.At(picture.All("text").Single(t => Picture.Shown(t) == label), "y");

        var circle = picture.OfClass("full-0").Single();

        Picture.At(circle, "cx").ShouldBe((0.75 * X("0\u00a0%")) + (0.25 * X("100\u00a0%")), 0.02);
        (Picture.At(circle, "cy") - Y("5")).ShouldBe(-11 * 0.355, 0.05);
    }

    [Fact]
    public void The_area_of_a_mark_tells_its_size()
    {
        var figure = Some(1, true) with { Points = [new("a", 0, 0) { Size = 10 }, new("b", 1, 1) { Size = 40 }], SizeTitle = "pairs" };

        var radii = new Picture(figure.ToSvg(new Canvas())).OfClass("full-0").Where(c => c.Parent!.Name.LocalName == "g").Select(c => Picture.At(c, "r")).Order().ToList();

        (radii[^1] / radii[^2]).ShouldBe(2, 0.01);
    }

    [Fact]
    public void Details_and_links_are_carried_and_hostile_names_stay_text()
    {
        var figure = Some(2, true) with { Points = [new(Sample.Hostile, 0, 0) { Detail = Sample.Hostile, Href = "?judge=x" }, new("b", 1, 1)] };

        var picture = new Picture(figure.ToSvg(new Canvas(390)));

        picture.Root.Descendants().ShouldNotContain(e => e.Name.LocalName == "script");
        picture.All("a").Single().Attribute("href")!.Value.ShouldBe("?judge=x");
        picture.OfClass("mark").Single(g => g.Name.LocalName == "g").Attribute("data-detail")!.Value.ShouldStartWith("<script>");
        Layouts.ShouldHold(picture);
    }

    [Theory]
    [InlineData(double.NaN, 0, 1.0)]
    [InlineData(0, double.PositiveInfinity, 1.0)]
    [InlineData(0, 0, double.NaN)]
    [InlineData(0, 0, 0.0)]
    public void What_cannot_be_placed_is_refused_by_name(double x, double y, double size)
    {
        var figure = Some(1, false) with { Points = [new("fine", 0, 0), new("broken one", x, y) { Size = size }] };
        Should.Throw<ArgumentException>(() => figure.ToSvg(new Canvas())).Message.ShouldContain("'broken one'");
        Should.Throw<ArgumentException>(() => (figure with { Points = [new("p", 0, 0) { Series = 3 }] }).ToSvg(new Canvas()));
        Should.Throw<ArgumentException>(() => (figure with { Points = [new("p", 0, 0) { Href = "https://x" }] }).ToSvg(new Canvas()));
        Should.Throw<ArgumentException>(() => (figure with { Points = [] }).ToSvg(new Canvas()));
    }

    [Fact]
    public void The_same_figure_is_the_same_text() => Some(20, true).ToSvg(new Canvas()).ShouldBe(Some(20, true).ToSvg(new Canvas()));

    private static Scatter Some(int points, bool isMap)
    {
        var random = new Random(points);
        return new Scatter(new Caption("What it shows") { Footnotes = ["n = 3"] }, ["people", "models", "others"],
            [.. Enumerable.Range(0, points).Select(i => new ScatterPoint($"model-{i}-{new string('x', i % 9)}", random.NextDouble(), random.NextDouble()) { Series = i % 3 })],
            new Axis("across", ValueFormat.Number(1)), new Axis("upwards", ValueFormat.Percent))
        { IsMap = isMap };
    }
}
