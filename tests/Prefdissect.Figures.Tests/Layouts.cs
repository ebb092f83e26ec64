using Prefdissect.Figures.Tests.Drawing;

namespace Prefdissect.Figures.Tests;

/// <summary>What holds of every figure's layout.</summary>
internal static class Layouts
{
    public static void ShouldHold(Picture picture)
    {
        picture.Boxes().Where(b => b.Box.Left < 0 || b.Box.Top < 0 || b.Box.Right > picture.Width || b.Box.Bottom > picture.Height).ShouldBeEmpty();
        var texts = picture.Texts;
        for (var i = 0; i < texts.Count; i++)
            for (var j = i + 1; j < texts.Count; j++)
                texts[i].Box.Overlaps(texts[j].Box).ShouldBeFalse($"'{texts[i].Text}' and '{texts[j].Text}': {texts[i].Box} {texts[j].Box}");
        picture.All("text").Select(t => Picture.At(t, "font-size")).ShouldAllBe(size => size >= 11);
    }

    public static void ShouldContainAll(this IEnumerable<string> texts, params string[] wanted)
    {
        var all = texts.ToList();
        foreach (var text in wanted)
            all.ShouldContain(text);
    }
}
