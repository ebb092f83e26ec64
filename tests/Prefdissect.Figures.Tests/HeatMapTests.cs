using Prefdissect.Figures.Tests.Drawing;

namespace Prefdissect.Figures.Tests;

public sealed class HeatMapTests
{
    [Theory]
    [InlineData(1, false, 960)]
    [InlineData(2, true, 960)]
    [InlineData(8, false, 1280)]
    [InlineData(8, true, 390)]
    [InlineData(33, true, 1280)]
    [InlineData(33, true, 960)]
    [InlineData(33, false, 390)]
    [InlineData(33, true, 390)]
    [InlineData(80, true, 700)]
    public void No_texts_overlap_and_nothing_is_drawn_outside(int size, bool withTrees, double width) =>
        Layouts.ShouldHold(new Picture(Sample.Heat(size, withTrees).ToSvg(new Canvas(width))));

    [Fact]
    public void Thirty_three_by_thirty_three_has_every_value_and_name_written_at_1280()
    {
        var figure = Sample.Heat(33, true);

        var texts = new Picture(figure.ToSvg(new Canvas(1280))).Texts.Select(t => t.Text).ToList();

        texts.Count(t => t is "1.00" or "1").ShouldBeGreaterThanOrEqualTo(33);
        texts.Count(t => t.Contains('.', StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(33 * 32);
        foreach (var name in figure.RowNames)
            texts.Count(t => t == name).ShouldBe(2, name);
    }

    [Theory]
    [InlineData(960)]
    [InlineData(390)]
    public void Names_of_two_parts_are_whole_above_few_columns(double width)
    {
        string[] columns = ["gpt-4-1106-preview · Communication", "mistral-7b-instruct-v0.2 · Functional Writing"];
        var picture = new Picture(new HeatMap(new Caption("t"), ["a"], columns, new double?[,] { { 1, 2 } }).ToSvg(new Canvas(width)));

        Layouts.ShouldHold(picture);
        foreach (var name in columns)
            picture.Texts.ShouldContain(t => t.Text == name);
    }

    [Fact]
    public void Text_contrasts_with_every_colour_of_both_ramps()
    {
        foreach (var ramp in new[] { ColourRamp.Sequential, ColourRamp.Diverging })
            for (var i = 0; i <= 1000; i++)
                ColourRamp.Contrast(ramp.At(i / 1000.0), ramp.TextAt(i / 1000.0)).ShouldBeGreaterThanOrEqualTo(4.5);
    }

    [Fact]
    public void Equal_steps_of_the_sequential_ramp_change_luminance_one_way()
    {
        var white = Enumerable.Range(0, 101).Select(i => ColourRamp.Contrast(ColourRamp.Sequential.At(i / 100.0), "#ffffff")).ToList();

        white.Zip(white.Skip(1)).ShouldAllBe(pair => pair.First < pair.Second);
    }

    [Fact]
    public void The_diverging_ramp_has_its_middle_at_zero()
    {
        var figure = new HeatMap(new Caption("t"), ["a"], ["x", "y", "z"], new double?[,] { { -0.1, 0, 0.73 } }) { Ramp = ColourRamp.Diverging };

        var fills = new Picture(figure.ToSvg(new Canvas())).All("g")
            .Select(g => g.Elements().First(e => e.Name.LocalName == "rect").Attribute("fill")!.Value).ToList();

        fills[1].ShouldBe(ColourRamp.Diverging.At(0.5));
        fills[0].ShouldNotBe(ColourRamp.Diverging.At(0));
    }

    [Fact]
    public void A_missing_value_is_hatched_with_a_dash()
    {
        var figure = new HeatMap(new Caption("t"), ["a"], ["x", "y"], new double?[,] { { 1, null } });

        var picture = new Picture(figure.ToSvg(new Canvas(960, "f")));

        picture.All("rect").Count(r => r.Attribute("fill")?.Value == "url(#f-hatch)").ShouldBe(1);
        picture.Texts.Select(t => t.Text).ShouldContain("–");
    }

    [Theory]
    [InlineData(3, 960)]
    [InlineData(120, 960)]
    public void A_value_that_is_not_clear_is_a_frame_of_its_colour_around_paper(int columns, double width)
    {
        var names = Enumerable.Range(0, columns).Select(c => $"c{c}").ToList();
        var values = new double?[1, columns];
        for (var c = 0; c < columns; c++) values[0, c] = c + 1;
        var hollow = new bool[1, columns];
        hollow[0, 1] = true;
        var figure = new HeatMap(new Caption("t"), ["a"], names, values) { Hollow = hollow };

        var picture = new Picture(figure.ToSvg(new Canvas(width)));

        var cells = picture.All("g").Select(g => g.Elements().Where(e => e.Name.LocalName == "rect").ToList()).Where(rects => rects.Count > 0).ToList();
        cells.Count.ShouldBe(columns);
        for (var c = 0; c < columns; c++)
            cells[c].Count.ShouldBe(c == 1 ? 2 : 1);
        var (outer, inner) = (Box(cells[1][0]), Box(cells[1][1]));
        cells[1][1].Attribute("class")!.Value.ShouldBe("paper");
        inner.Left.ShouldBeGreaterThan(outer.Left);
        inner.Right.ShouldBeLessThan(outer.Right);
        (inner.Right - inner.Left).ShouldBeGreaterThan(0);
        Layouts.ShouldHold(picture);

        static (double Left, double Right) Box(System.Xml.Linq.XElement rect)
        {
            var left = (double)rect.Attribute("x")!;
            return (left, left + (double)rect.Attribute("width")!);
        }
    }

    [Fact]
    public void A_heat_map_of_nothing_but_missing_values_is_drawn() =>
        Layouts.ShouldHold(new Picture(new HeatMap(new Caption("t"), ["a"], ["x"], new double?[,] { { null } }).ToSvg(new Canvas())));

    [Fact]
    public void Rows_and_columns_follow_the_trees_and_cells_follow_both()
    {
        var figure = Sample.Heat(7, true);
        var picture = new Picture(figure.ToSvg(new Canvas(1280)));
        var order = figure.RowTree!.LeafOrder;

        var titles = picture.All("g").Select(g => g.Elements().First().Value).ToList();

        for (var r = 0; r < 7; r++)
            for (var c = 0; c < 7; c++)
            {
                var value = figure.Format.Full(figure.Values[order[r], order[c]]!.Value);
                titles[(r * 7) + c].ShouldBe($"{figure.RowNames[order[r]]} · {figure.ColumnNames[order[c]]}: {value}");
            }
    }

    [Fact]
    public void Hostile_names_stay_text()
    {
        var figure = new HeatMap(new Caption(Sample.Hostile), [Sample.Hostile], [Sample.Hostile], new double?[,] { { 1 } }) { ValueTitle = Sample.Hostile };

        var picture = new Picture(figure.ToSvg(new Canvas(390)));

        picture.Root.Descendants().ShouldNotContain(e => e.Name.LocalName == "script");
        Layouts.ShouldHold(picture);
    }

    [Fact]
    public void The_same_figure_is_the_same_text() => Sample.Heat(9, true).ToSvg(new Canvas()).ShouldBe(Sample.Heat(9, true).ToSvg(new Canvas()));

    [Fact]
    public void What_does_not_fit_together_is_refused_by_name()
    {
        var figure = Sample.Heat(3, true);
        var values = (double?[,])figure.Values.Clone();
        values[1, 2] = double.NaN;

        Should.Throw<ArgumentException>(() => (figure with { Values = values }).ToSvg(new Canvas())).Message.ShouldContain("Row 2 ('model-1-x'), column 3");
        Should.Throw<ArgumentException>(() => (figure with { RowNames = ["a"] }).ToSvg(new Canvas()));
        Should.Throw<ArgumentException>(() => (figure with { RowTree = Sample.Heat(4, true).RowTree }).ToSvg(new Canvas()));
        Should.Throw<ArgumentException>(() => (figure with { Span = new Interval(1, 1) }).ToSvg(new Canvas()));
    }
}
