using Prefdissect.Dissecting.Published;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Figures;
using Prefdissect.Reporting;

namespace Prefdissect.Tests.Reporting;

public sealed class JudgeMapFigureTests
{
    private static readonly Provenance Provenance = new() { Command = "similarity" };

    private static SimilarityMatrix Published { get; } = Similarity.Of(PublishedJudges.All);

    [Fact]
    public void The_map_tells_its_stress_and_links_each_judge()
    {
        var figure = JudgeMapFigure.Of(Published, JudgeMap.Of(Published), new HashSet<string> { "human" }, Provenance, judge => "?judge=" + Uri.EscapeDataString(judge));

        figure.Caption.Footnotes[0].ShouldContain("stress-1 0.");
        figure.Caption.Simulated.ShouldBe("simulated data");
        figure.Points.Count.ShouldBe(33);
        figure.Points.Single(p => p.Label == "human").Href.ShouldBe("?judge=human");
        var nearest = Enumerable.Range(0, 33).Where(i => i != 0).MaxBy(i => Published[0, i].Value);
        figure.Points[0].Detail!.ShouldContain($"most like {Published.Judges[nearest]}");
        figure.ToSvg(new Canvas(960)).ShouldContain("yi-34b-chat");
        figure.ToSvg(new Canvas(390)).ShouldContain("<svg");
    }

    [Fact]
    public void Orders_by_size_name_and_likeness_are_orders_of_the_same_judges()
    {
        IReadOnlyList<string> Names(SimilarityOrder order)
        {
            var figure = SimilarityFigure.Of(Published, new HashSet<string>(), Provenance, order);
            var names = figure.RowTree is { } tree ? [.. tree.LeafOrder.Select(i => figure.RowNames[i])] : figure.RowNames;
            names.ShouldBe(SimilarityFigure.PlacesBy(Published, order).Select(i => Published.Judges[i]));
            names.Order(StringComparer.Ordinal).ShouldBe(Published.Judges.Order(StringComparer.Ordinal));
            for (var i = 0; i < 33; i++) figure.Values[i, (i + 5) % 33].ShouldBe(Published[figure.RowNames[i], figure.ColumnNames[(i + 5) % 33]].Value);
            return names;
        }

        Names(SimilarityOrder.Name).ShouldBe(Published.Judges.OrderBy(name => name, StringComparer.OrdinalIgnoreCase));
        var sizes = Names(SimilarityOrder.Size).Select(PublishedJudges.SizeInBillions).SkipWhile(size => size is null).ToList();
        sizes.ShouldAllBe(size => size != null);
        sizes.Zip(sizes.Skip(1)).ShouldAllBe(pair => pair.First >= pair.Second);
        Names(SimilarityOrder.Given).ShouldBe(Published.Judges);
        Names(SimilarityOrder.Clustered).ShouldNotBe(Published.Judges);
        SimilarityFigure.Of(Published, new HashSet<string>(), Provenance, SimilarityOrder.Name).RowTree.ShouldBeNull();
    }
}
