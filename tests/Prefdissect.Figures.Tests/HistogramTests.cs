using Prefdissect.Figures.Tests.Drawing;

namespace Prefdissect.Figures.Tests;

public sealed class HistogramTests
{
    [Theory]
    [InlineData(4, 1, false, 960)]
    [InlineData(4, 3, false, 390)]
    [InlineData(29, 2, true, 960)]
    [InlineData(40, 1, false, 390)]
    [InlineData(100, 1, true, 390)]
    [InlineData(1, 1, false, 280)]
    public void No_texts_overlap_and_nothing_is_drawn_outside(int bars, int series, bool isStacked, double width) =>
        Layouts.ShouldHold(new Picture((Some(bars, series) with { IsStacked = isStacked }).ToSvg(new Canvas(width))));

    [Fact]
    public void Bars_are_as_high_as_their_values()
    {
        var figure = Of([2, 0, 8]);

        var heights = Bars(figure).Select(b => Picture.At(b, "height") + 1.5).ToList();

        heights.Count.ShouldBe(2);
        (heights[1] / heights[0]).ShouldBe(4, 0.02);
    }

    [Fact]
    public void Stacked_series_stand_on_each_other()
    {
        var figure = Of([1, 2]) with { Series = [new("a", [1, 2]), new("b", [3, 0])], IsStacked = true };

        var bars = Bars(figure);

        Picture.At(bars[0], "y").ShouldBe(Picture.At(bars[1], "y") + Picture.At(bars[1], "height") + 1.5, 0.02);
        Picture.At(bars[0], "x").ShouldBe(Picture.At(bars[1], "x"));
        ((Picture.At(bars[1], "height") + 1.5) / (Picture.At(bars[0], "height") + 1.5)).ShouldBe(3, 0.05);
    }

    [Fact]
    public void Nothing_counted_is_drawn_as_an_empty_plot() => Layouts.ShouldHold(new Picture(Of([0, 0]).ToSvg(new Canvas())));

    [Fact]
    public void Details_and_links_are_carried_and_hostile_names_stay_text()
    {
        var figure = new Histogram(new Caption(Sample.Hostile), [Sample.Hostile, "b"],
            [new(Sample.Hostile, [1, 2]) { Details = [Sample.Hostile, null], Hrefs = ["?x=1", null] }], Sample.Hostile, new Axis(Sample.Hostile, ValueFormat.Percent));

        var picture = new Picture(figure.ToSvg(new Canvas(390)));

        picture.Root.Descendants().ShouldNotContain(e => e.Name.LocalName == "script");
        picture.All("a").Single().Attribute("href")!.Value.ShouldBe("?x=1");
        picture.OfClass("mark").Single(g => g.Name.LocalName == "g").Attribute("data-detail")!.Value.ShouldStartWith("<script>");
        Layouts.ShouldHold(picture);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    public void A_value_that_cannot_be_a_count_is_refused_by_name(double bad)
    {
        Should.Throw<ArgumentException>(() => Of([1, bad]).ToSvg(new Canvas())).Message.ShouldContain("bar 2 ('bar 2')");
        Should.Throw<ArgumentException>(() => (Of([1, 2]) with { Bars = ["one"] }).ToSvg(new Canvas()));
        Should.Throw<ArgumentException>(() => (Of([1]) with { Series = [new("s", [1]) { Hrefs = ["https://x"] }] }).ToSvg(new Canvas()));
        Should.Throw<ArgumentException>(() => (Of([1]) with { Series = [] }).ToSvg(new Canvas()));
    }

    [Fact]
    public void The_same_figure_is_the_same_text() => Some(9, 2).ToSvg(new Canvas()).ShouldBe(Some(9, 2).ToSvg(new Canvas()));

    private static List<System.Xml.Linq.XElement> Bars(Histogram figure) => [.. new Picture(figure.ToSvg(new Canvas())).OfClass("full-").Where(b => b.Parent!.Name.LocalName == "g")];

    private static Histogram Of(IReadOnlyList<double> values) => new(
        new Caption("t"), [.. values.Select((_, i) => $"bar {i + 1}")], [new("s", values)], "bars", new Axis("pairs", ValueFormat.Number(0)));

    private static Histogram Some(int bars, int series)
    {
        var random = new Random(bars);
        return new Histogram(new Caption("What it shows") { Footnotes = ["n = 3"] }, [.. Enumerable.Range(0, bars).Select(i => $"a name {i}")],
            [.. Enumerable.Range(0, series).Select(s => new HistogramSeries($"series {s}", [.. Enumerable.Range(0, bars).Select(_ => (double)random.Next(100))]))],
            "what the bars are", new Axis("pairs", ValueFormat.Number(0)));
    }
}
