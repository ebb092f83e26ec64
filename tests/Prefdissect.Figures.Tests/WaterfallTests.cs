using Prefdissect.Figures.Tests.Drawing;

namespace Prefdissect.Figures.Tests;

public sealed class WaterfallTests
{
    [Theory]
    [InlineData(0, 960)]
    [InlineData(1, 390)]
    [InlineData(13, 960)]
    [InlineData(29, 1280)]
    [InlineData(29, 390)]
    [InlineData(29, 280)]
    [InlineData(200, 600)]
    public void No_texts_overlap_and_nothing_is_drawn_outside(int steps, double width) => Layouts.ShouldHold(new Picture(Sample(steps).ToSvg(new Canvas(width))));

    [Fact]
    public void The_largest_steps_come_first_and_the_rest_are_summed()
    {
        var figure = new Waterfall(new Caption("t"), 0.5, [new("small", 0.01), new("tiny", -0.002), new("large", -0.2), new("least", 0.001), new("middle", 0.05)], Axis()) { Most = 2 };

        figure.Drawn.Select(step => step.Label).ShouldBe(["large", "middle", "3 others"]);
        figure.Drawn[^1].Change.ShouldBe(0.009, 1e-12);
        figure.Drawn.Sum(step => step.Change).ShouldBe(figure.End - figure.Start, 1e-12);
        new Picture(figure.ToSvg(new Canvas())).Texts.Select(text => text.Text).ShouldContainAll("large", "middle", "3 others", "\u221220.0", "+5.0", "+0.9", "50.0", "35.9", "start", "result");
    }

    [Fact]
    public void One_step_more_than_are_drawn_keeps_its_name() =>
        (new Waterfall(new Caption("t"), 0, [new("a", 3), new("b", 2), new("c", 1)], Axis()) { Most = 2 }).Drawn.Select(step => step.Label).ShouldBe(["a", "b", "c"]);

    [Fact]
    public void Every_bar_begins_where_the_one_before_ended_and_points_its_way()
    {
        var figure = Sample(9);
        var paths = new Picture(figure.ToSvg(new Canvas())).All("path").Select(path => path.Attribute("d")!.Value).TakeLast(9).Select(Points).ToList();

        for (var i = 0; i < paths.Count; i++)
        {
            var (back, tip) = (paths[i][0].X, paths[i][2].X);
            Math.Sign(tip - back).ShouldBe(Math.Sign(figure.Drawn[i].Change), figure.Drawn[i].Label);
            if (i > 0) back.ShouldBe(paths[i - 1][2].X, 2, "a bar of next to no length is drawn 1.5 px long");
        }
    }

    [Fact]
    public void A_step_that_may_go_either_way_is_hollow()
    {
        var figure = new Waterfall(new Caption("t"), 0, [new("sure", 2) { Outer = new(1, 3) }, new("unsure", -1) { Outer = new(-3, 1) }], Axis());

        var bars = new Picture(figure.ToSvg(new Canvas())).All("path").Select(path => path.Attribute("class")!.Value).TakeLast(2);

        bars.ShouldBe(["full-1 closed", "hollow-0 closed"]);
    }

    [Fact]
    public void A_screen_reader_hears_every_drawn_step()
    {
        var svg = Sample(3).ToSvg(new Canvas(960, "f"));

        var described = new Picture(svg).All("desc").Single().Value;
        foreach (var label in Sample(3).Steps.Select(step => step.Label)) described.ShouldContain(label);
        svg.ShouldContain("aria-labelledby=\"f-title f-desc\"");
    }

    [Fact]
    public void Hostile_names_are_only_text()
    {
        var picture = new Picture(new Waterfall(new Caption(Figures.Tests.Sample.Hostile), 0, [new(Figures.Tests.Sample.Hostile, 1) { Tooltip = Figures.Tests.Sample.Hostile }], Axis()).ToSvg(new Canvas()));

        picture.All("script").ShouldBeEmpty();
    }

    [Fact]
    public void The_same_figure_gives_the_same_text() => Sample(20).ToSvg(new Canvas()).ShouldBe(Sample(20).ToSvg(new Canvas()));

    [Fact]
    public void What_cannot_be_drawn_is_refused_by_name()
    {
        Should.Throw<ArgumentException>(() => new Waterfall(new Caption("t"), double.NaN, [], Axis()).ToSvg(new Canvas())).Message.ShouldContain("start");
        Should.Throw<ArgumentException>(() => new Waterfall(new Caption("t"), 0, [new("odd", double.PositiveInfinity)], Axis()).ToSvg(new Canvas())).Message.ShouldContain("'odd'");
        Should.Throw<ArgumentException>(() => new Waterfall(new Caption("t"), 0, [new("odd", 1) { Outer = new(2, 1) }], Axis()).ToSvg(new Canvas())).Message.ShouldContain("down to");
        Should.Throw<ArgumentException>(() => (new Waterfall(new Caption("t"), 0, [], Axis()) { Most = 0 }).ToSvg(new Canvas()));
    }

    private static Axis Axis() => new("Probability, %", ValueFormat.Percent);

    private static Waterfall Sample(int steps)
    {
        var random = new Random(steps);
        return new Waterfall(
            new Caption("Why it prefers A") { Subtitle = "Under it", Footnotes = ["n = 100"], Simulated = "simulated data" },
            0.5,
            [.. Enumerable.Range(0, steps).Select(i => (i, change: 0.1 * (random.NextDouble() - 0.5))).Select(of =>
                new WaterfallStep($"property with a name {of.i + 1}", of.change) { Outer = new(of.change - 0.01, of.change + 0.02) })],
            Axis())
        { EndInterval = new(0.2, 0.9), Names = new() { Start = "nothing differs", End = "A is preferred" } };
    }

    private static List<(double X, double Y)> Points(string path) =>
        [.. path.TrimEnd('Z').Split('M', 'L').Where(part => part.Length > 0).Select(part => part.Split(' ')).Select(xy => (Number(xy[0]), Number(xy[1])))];

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
