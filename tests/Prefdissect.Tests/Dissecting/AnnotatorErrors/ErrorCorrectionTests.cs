using Prefdissect.Bayes.Densities;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.AnnotatorErrors;

namespace Prefdissect.Tests.Dissecting.AnnotatorErrors;

public class ErrorCorrectionTests
{
    private static readonly FeatureConfusion Typical = new(0.85, 0.2, 0.05, 1000);

    // Matrices multiplied out are the independent answer.
    [Theory]
    [InlineData(0.85, 0.2, 0.05)]
    [InlineData(0.6, 0.3, 0.1)]
    [InlineData(1, 0, 0)]
    public void Made_twice_a_confusion_is_its_matrix_squared(double noneKept, double missed, double turned)
    {
        var one = new FeatureConfusion(noneKept, missed, turned, 0);
        var (square, m) = (one.Power(2), Matrix(one));
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++) Matrix(square)[i, j].ShouldBe(Enumerable.Range(0, 3).Sum(k => m[i, k] * m[k, j]), 1e-12);
        }
        Matrix(one.Power(0)).Cast<double>().Zip(Matrix(FeatureConfusion.None).Cast<double>()).ShouldAllBe(of => Math.Abs(of.First - of.Second) < 1e-12);
        Matrix(one.Power(0.5).Power(2)).Cast<double>().Zip(m.Cast<double>()).ShouldAllBe(of => Math.Abs(of.First - of.Second) < 1e-9);
    }

    [Fact]
    public void A_confusion_is_counted_from_a_table_the_same_whichever_way_pairs_are_turned()
    {
        var table = new long[,] { { 30, 10, 2 }, { 5, 80, 15 }, { 4, 12, 42 } };
        var confusion = FeatureConfusion.Of(table).ShouldNotBeNull();
        (confusion.NoneKept, confusion.Missed, confusion.Turned, confusion.Count).ShouldBe((0.8, 0.22, 0.06, 200));
        var turned = new long[3, 3];
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++) turned[2 - i, 2 - j] = table[i, j];
        }
        FeatureConfusion.Of(turned).ShouldBe(confusion);
        FeatureConfusion.Of(new long[3, 3]).ShouldBeNull();
        new FeatureConfusion(1.0 / 3, 1.0 / 3, 1.0 / 3, 9).Obstacle.ShouldNotBeNull();
        Typical.Obstacle.ShouldBeNull();
    }

    [Fact]
    public void Features_are_observed_as_often_as_the_confusion_says()
    {
        var counts = new int[3];
        for (var i = 0; i < 1000; i++) counts[Typical.Observed(-1, i / 1000.0) + 1]++;
        counts.ShouldBe([750, 200, 50]);
        Array.Clear(counts);
        for (var i = 0; i < 1000; i++) counts[Typical.Observed(0, i / 1000.0) + 1]++;
        counts.ShouldBe([75, 850, 75]);
    }

    [Fact]
    public void Without_mistakes_nothing_is_corrected()
    {
        var design = Design.Build(PlantedVotes.SomeProperties, PlantedVotes.By([1, -0.5, 0.3, 0, 0, 0.2], 1000, 1));
        foreach (var weight in ErrorCorrection.Of(design, new NormalPrior(1), new Dictionary<string, FeatureConfusion>(), 1))
        {
            weight.Corrected.ShouldBe(weight.Mode, 1e-6);
            weight.Widening.ShouldBe(1, 1e-6);
        }
    }

    [Fact]
    public void Mistakes_pull_weights_to_zero_and_the_correction_brings_most_of_it_back()
    {
        double[] truth = [0.9, -0.7, 0.5, 0.3, 0, 0];
        var (random, judged) = (new Random(11), PlantedVotes.By(truth, 20_000, 5));
        var mistaken = judged.Select((pair, i) => pair with
        {
            Compared = PlantedVotes.Compared(PlantedVotes.SomeProperties, i, [.. Enumerable.Range(0, truth.Length).Select(p => (int)Typical.Observed((sbyte)pair.Compared[p]!.Value, random.NextDouble()))]),
        });
        var design = Design.Build(PlantedVotes.SomeProperties, mistaken);
        var corrected = ErrorCorrection.Of(design, new NormalPrior(10), PlantedVotes.SomeProperties.ToDictionary(property => property.ShortName, _ => Typical), 3);
        var naive = corrected.Zip(truth, (weight, of) => weight.Mode / of).Take(4).ToList();
        naive.ShouldAllBe(share => share < 0.8);
        for (var p = 0; p < truth.Length; p++)
        {
            var (before, after) = (Math.Abs(corrected[p].Mode - truth[p]), Math.Abs(corrected[p].Corrected - truth[p]));
            if (Math.Abs(truth[p]) > 0) after.ShouldBeLessThan(0.4 * before, corrected[p].ToString());
            else after.ShouldBeLessThan(0.06);
            // A weight that is divided by its attenuation has its standard deviation divided by it.
            corrected[p].Widening.ShouldBe(1 / naive.Average(), 0.3);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_correction()
    {
        var design = Design.Build(PlantedVotes.SomeProperties, PlantedVotes.By([1, -0.5, 0.3, 0, 0, 0.2], 300, 1));
        var confusions = new Dictionary<string, FeatureConfusion> { ["friendly"] = Typical, ["polite"] = new(0.4, 0.38, 0.3, 10) };
        var once = ErrorCorrection.Of(design, new LaplacePrior(0.1), confusions, 1);
        once.ShouldBe(ErrorCorrection.Of(design, new LaplacePrior(0.1), confusions, 1));
        once.Single(weight => weight.Property == "polite").Obstacle.ShouldNotBeNull();
        once[0].Apply(0.5, 0.5).ShouldBe(0.5 + once[0].Shift);
    }

    private static double[,] Matrix(FeatureConfusion of)
    {
        var kept = 1 - of.Missed - of.Turned;
        var aside = (1 - of.NoneKept) / 2;
        return new[,] { { kept, of.Missed, of.Turned }, { aside, of.NoneKept, aside }, { of.Turned, of.Missed, kept } };
    }
}
