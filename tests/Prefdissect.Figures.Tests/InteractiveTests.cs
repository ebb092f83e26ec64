using Prefdissect.Figures.Tests.Drawing;

namespace Prefdissect.Figures.Tests;

public sealed class InteractiveTests
{
    [Theory]
    [InlineData("https://example.org")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("page?x=1")]
    [InlineData("")]
    [InlineData("?a b")]
    [InlineData("?a\nb")]
    public void A_link_that_leaves_the_site_is_refused_wherever_it_stands(string href)
    {
        Should.Throw<ArgumentException>(() => Row(new DotRow("the row", [new DotPoint(1)]) { Href = href }).ToSvg(new Canvas())).Message.ShouldContain("the row");
        Should.Throw<ArgumentException>(() => Row(new DotRow("the row", [new DotPoint(1) { Href = href }])).ToSvg(new Canvas())).Message.ShouldContain("the row");
        var heat = Sample.Heat(1, false);
        Should.Throw<ArgumentException>(() => (heat with { RowHrefs = [href] }).ToSvg(new Canvas()));
        Should.Throw<ArgumentException>(() => (heat with { ColumnHrefs = [href] }).ToSvg(new Canvas()));
        Should.Throw<ArgumentException>(() => (heat with { Hrefs = new[,] { { href } } }).ToSvg(new Canvas()));
    }

    [Theory]
    [InlineData("?judge=a&group=b%20c")]
    [InlineData("#x")]
    [InlineData("/contrast?a=1")]
    public void A_row_and_a_point_can_be_links_with_names_and_the_figure_is_then_no_image(string href)
    {
        var figure = Row(new DotRow("a <row>", [new DotPoint(1) { Href = href, Detail = "the \"detail\" & more" }]) { Href = href });

        var picture = new Picture(figure.ToSvg(new Canvas()));

        var links = picture.All("a").ToList();
        links.Select(a => a.Attribute("href")!.Value).ShouldBe([href, href]);
        links.Select(a => a.Attribute("aria-label")!.Value).ShouldBe(["a <row>", "the \"detail\" & more"]);
        picture.Root.Attribute("role")!.Value.ShouldBe("group");
        picture.Root.Elements().Single(e => e.Name.LocalName == "style").Value.ShouldContain("a:focus-visible");
        new Picture(Sample.Dots(1, 1).ToSvg(new Canvas())).Root.Attribute("role")!.Value.ShouldBe("img");
    }

    [Fact]
    public void A_detail_takes_the_place_of_the_native_tooltip()
    {
        var figure = Row(new DotRow("r", [new DotPoint(1) { Detail = Sample.Hostile }]));

        var picture = new Picture(figure.ToSvg(new Canvas()));

        var mark = picture.OfClass("mark").Single(e => e.Name.LocalName == "g");
        mark.Elements().ShouldNotContain(e => e.Name.LocalName == "title");
        mark.Attribute("data-detail")!.Value.ShouldStartWith("<script>alert('x')</script> & \"q\"");
        mark.Attribute("data-detail")!.Value.ShouldNotContain("\n");
        mark.Attribute("data-detail")!.Value.ShouldNotContain("\u202E");
    }

    [Theory]
    [InlineData(960)]
    [InlineData(390)]
    public void Keyed_rows_are_groups_that_hold_all_that_moves_with_them(double width)
    {
        var figure = Sample.Dots(9, 3);
        figure = figure with { Rows = [.. figure.Rows.Select((row, i) => row with { Key = $"p{i}" })] };

        var picture = new Picture(figure.ToSvg(new Canvas(width)));

        Layouts.ShouldHold(picture);
        var rows = picture.All("g").Where(g => g.Attribute("data-row") is not null).ToList();
        rows.Select(g => g.Attribute("data-row")!.Value).ShouldBe(Enumerable.Range(0, 9).Select(i => $"p{i}"));
        foreach (var (row, i) in rows.Select((row, i) => (row, i)))
        {
            row.Descendants().Where(e => e.Name.LocalName == "text").ShouldContain(t => Picture.Shown(t) == figure.Rows[i].Label);
            var (top, height) = (Picture.At(row, "data-top"), Picture.At(row, "data-height"));
            foreach (var series in row.Elements().Where(g => g.Attribute("data-series") is not null))
                Picture.At(series, "data-y").ShouldBeInRange(top, top + height);
            row.Elements().Count(g => g.Attribute("data-series") is not null).ShouldBe(figure.Rows[i].Points.Count(p => p is not null));
        }
    }

    [Theory]
    [InlineData(960)]
    [InlineData(390)]
    public void Of_many_series_some_are_displayed_and_rows_have_room_for_the_most_allowed(double width)
    {
        var many = Chosen(33, [4, 2], 6).ToSvg(new Canvas(width, "f"));
        var six = Sample.Dots(5, 6).ToSvg(new Canvas(width, "f"));

        var picture = new Picture(many);
        var points = picture.All("g").Where(g => g.Attribute("data-series") is not null).ToList();
        points.Where(g => g.Attribute("display") is null).Select(g => g.Attribute("data-series")!.Value).Distinct().Order().ShouldBe(["2", "4"]);
        picture.All("g").Where(g => g.Attribute("data-key") is not null && g.Attribute("display") is null).Select(g => g.Attribute("data-key")!.Value).ShouldBe(["2", "4"]);
        var height = Picture.At(picture.All("g").First(g => g.Attribute("data-row") is not null), "data-height");
        height.ShouldBe(width < 560 ? 20 + 66 + 4 : 66 + 10);
        picture.All("g").Where(g => g.Attribute("data-lanes") is not null).ShouldAllBe(g => Picture.At(g, "data-lanes") == 66);
        picture.Height.ShouldBeLessThan(new Picture(six).Height + 60);
        foreach (var use in picture.All("use"))
            picture.All("g").Count(g => "#" + (string?)g.Attribute("id") == (string?)use.Attribute("href")).ShouldBe(1);
    }

    [Fact]
    public void A_choice_that_does_not_fit_is_refused()
    {
        foreach (var shown in new int[][] { [], [0, 0], [33], [-1], [0, 1, 2] })
            Should.Throw<ArgumentException>(() => Chosen(33, shown, 2).ToSvg(new Canvas()));
        Should.Throw<ArgumentException>(() => (Sample.Dots(2, 3) with { Choice = new SeriesChoice([0], 2) }).ToSvg(new Canvas())).Message.ShouldContain("no key");
    }

    [Theory]
    [InlineData(5, 960)]
    [InlineData(5, 390)]
    [InlineData(33, 390)]
    public void A_sortable_heat_map_has_a_group_a_row_with_its_cells_in_the_order_of_the_columns(int size, double width)
    {
        var figure = Sample.Heat(size, true) with { IsSortable = true };
        var order = figure.RowTree!.LeafOrder;

        var picture = new Picture(figure.ToSvg(new Canvas(width)));

        Layouts.ShouldHold(picture);
        var rows = picture.All("g").Where(g => g.Attribute("data-row") is not null).ToList();
        rows.Select(g => int.Parse(g.Attribute("data-row")!.Value)).ShouldBe(order);
        rows.ShouldAllBe(row => row.Elements().Count(e => e.Name.LocalName == "g") == size);
        picture.All("g").Count(g => g.Attribute("data-tree") is not null).ShouldBe(1);
        picture.All("g").Count(g => g.Attribute("data-column") is not null || g.Attribute("data-column-number") is not null).ShouldBe(size);
    }

    [Fact]
    public void Cells_can_have_details_and_links_and_of_many_the_tabulator_key_stops_at_none()
    {
        HeatMap Linked(int size)
        {
            var (details, hrefs) = (new string?[size, size], new string?[size, size]);
            for (var i = 0; i < size; i++)
                (details[i, 0], hrefs[i, 0]) = ($"detail {i}", $"?row={i}");
            return Sample.Heat(size, false) with { Details = details, Hrefs = hrefs };
        }

        var few = new Picture(Linked(3).ToSvg(new Canvas()));
        few.All("a").Select(a => a.Attribute("href")!.Value).ShouldBe(["?row=0", "?row=1", "?row=2"]);
        few.All("a").ShouldAllBe(a => a.Attribute("tabindex") == null);
        few.OfClass("mark").Count().ShouldBe(3);
        new Picture(Linked(33).ToSvg(new Canvas())).All("a").ShouldAllBe(a => a.Attribute("tabindex")!.Value == "-1");
        Should.Throw<ArgumentException>(() => (Sample.Heat(3, false) with { Details = new string?[2, 3] }).ToSvg(new Canvas()));
        Should.Throw<ArgumentException>(() => (Sample.Heat(3, false) with { RowHrefs = ["#a"] }).ToSvg(new Canvas()));
    }

    private static DotAndWhisker Row(DotRow row) => new(new Caption("t"), ["s"], [row], new Axis("x", ValueFormat.Percent));

    private static DotAndWhisker Chosen(int series, IReadOnlyList<int> shown, int most)
    {
        var figure = Sample.Dots(5, series);
        return figure with { Rows = [.. figure.Rows.Select((row, i) => row with { Key = $"p{i}" })], Choice = new SeriesChoice(shown, most) };
    }
}
