using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Tests.Sampling;

public class RandomStreamTests
{
    [Fact]
    public void Normals_have_the_moments_of_a_standard_normal()
    {
        var random = new RandomStream(1, 2);
        double[] values = [.. Enumerable.Range(0, 200_000).Select(_ => random.NextNormal())];
        values.Average().ShouldBe(0, 4.5 / Math.Sqrt(200_000));
        values.Average(x => x * x).ShouldBe(1, 4.5 * Math.Sqrt(2.0 / 200_000));
        values.Average(x => x * x * x * x).ShouldBe(3, 4.5 * Math.Sqrt(96.0 / 200_000));
        values.Zip(values.Skip(1)).Average(pair => pair.First * pair.Second).ShouldBe(0, 4.5 / Math.Sqrt(200_000));
    }

    [Fact]
    public void Uniforms_and_coins_are_even()
    {
        var random = new RandomStream(0, 0);
        double[] values = [.. Enumerable.Range(0, 200_000).Select(_ => random.NextUniform())];
        values.ShouldAllBe(value => value >= 0 && value < 1);
        values.Average().ShouldBe(0.5, 4.5 * Math.Sqrt(1 / 12.0 / 200_000));
        Enumerable.Range(0, 200_000).Average(_ => random.NextCoin() ? 1.0 : 0.0).ShouldBe(0.5, 4.5 * 0.5 / Math.Sqrt(200_000));
    }

    [Fact]
    public void Seeds_and_streams_next_to_each_other_are_unrelated()
    {
        (ulong Seed, ulong Stream)[] keys = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (0, 2)];
        double[][] series = [.. keys.Select(key => Normals(new RandomStream(key.Seed, key.Stream)))];
        for (var i = 0; i < series.Length; i++)
            for (var j = 0; j < i; j++)
                series[i].Zip(series[j]).Average(pair => pair.First * pair.Second).ShouldBe(0, 4.5 / Math.Sqrt(20_000));
    }

    private static double[] Normals(RandomStream random) => [.. Enumerable.Range(0, 20_000).Select(_ => random.NextNormal())];
}
