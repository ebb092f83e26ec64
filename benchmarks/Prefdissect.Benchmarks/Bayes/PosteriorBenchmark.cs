using BenchmarkDotNet.Attributes;
using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Benchmarks.Bayes;

/// <summary>One posterior on one core, 4 chains of 500 + 2,000 transitions: its draws, their summary, and one gradient in double precision.</summary>
[ShortRunJob, MemoryDiagnoser]
public class PosteriorBenchmark
{
    private readonly double[] position = new double[PlantedRegression.Features];
    private readonly double[] gradient = new double[PlantedRegression.Features];
    private LogisticRegression regression = PlantedRegression.OfRows(1);
    private PosteriorDraws? draws;

    [Params(360, 740)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Plant()
    {
        regression = PlantedRegression.OfRows(Rows);
        draws = Sample();
        draws.Draw(0, 0).CopyTo(position);
    }

    [Benchmark]
    public PosteriorDraws Sample() => NutsSampler.Sample(regression, new NutsOptions { Parallelism = 1 });

    [Benchmark]
    public PosteriorSummary Summarise() => PosteriorSummary.Of(draws!);

    [Benchmark]
    public double Gradient() => regression.Evaluate(position, gradient);
}
