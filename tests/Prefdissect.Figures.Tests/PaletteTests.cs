namespace Prefdissect.Figures.Tests;

public sealed class PaletteTests
{
    [Fact]
    public void The_colours_of_Okabe_and_Ito_come_in_a_fixed_order() =>
        Palette.Series.Select(s => s.OnLight).ShouldBe(["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#f0e442"]);

    [Fact]
    public void Twenty_four_series_differ_in_colour_or_shape() =>
        Enumerable.Range(0, 24).Select(i => (Palette.ColourIndex(i), Palette.Shape(i))).ShouldBeUnique();

    [Fact]
    public void Every_series_stands_out_from_both_papers_by_itself_or_by_its_casing()
    {
        foreach (var (series, i) in Palette.Series.Select((s, i) => (s, i)))
        {
            var onLight = ColourRamp.Contrast(series.OnLight, Tokens.ColourOf(Tokens.Light, "paper"));
            var casing = ColourRamp.Contrast(Tokens.ColourOf(Tokens.Light, "edge"), Tokens.ColourOf(Tokens.Light, "paper"));
            (Palette.NeedsCasing(i) ? casing : onLight).ShouldBeGreaterThanOrEqualTo(2.5, series.Name);
            ColourRamp.Contrast(series.OnDark, Tokens.ColourOf(Tokens.Dark, "paper")).ShouldBeGreaterThanOrEqualTo(3, series.Name);
        }
    }

    [Theory]
    [InlineData("ink", "paper")]
    [InlineData("ink", "stripe")]
    [InlineData("muted", "paper")]
    [InlineData("muted", "stripe")]
    [InlineData("badge-ink", "badge-paper")]
    public void Text_contrasts_with_what_it_stands_on_in_both_themes(string text, string ground)
    {
        foreach (var theme in new[] { Tokens.Light, Tokens.Dark })
            ColourRamp.Contrast(Tokens.ColourOf(theme, text), Tokens.ColourOf(theme, ground)).ShouldBeGreaterThanOrEqualTo(4.5);
    }

    [Fact]
    public void Both_themes_name_the_same_colours() => Tokens.Dark.Select(t => t.Name).ShouldBe(Tokens.Light.Select(t => t.Name));

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ff0000", "#ffffff", 4.00)]
    public void Contrast_is_that_of_WCAG(string first, string second, double expected)
    {
        ColourRamp.Contrast(first, second).ShouldBe(expected, 0.005);
        ColourRamp.Contrast(second, first).ShouldBe(expected, 0.005);
    }
}
