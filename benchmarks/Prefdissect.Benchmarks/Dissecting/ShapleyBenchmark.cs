using BenchmarkDotNet.Attributes;
using Prefdissect.Dissecting.Explaining;
using Prefdissect.Dissecting.Published;
using Prefdissect.Properties;

namespace Prefdissect.Benchmarks.Dissecting;

/// <summary>Exact Shapley values of one judge: a table of its weights, a pair from the table, and a pair on its own as for a posterior draw.</summary>
[ShortRunJob, MemoryDiagnoser]
public class ShapleyBenchmark
{
    private readonly double[] weights = [.. PublishedProperties.All.Select(property => PublishedJudges.MeanWeights("human").Values[property.ShortName])];
    private readonly sbyte[] features = new sbyte[PublishedProperties.All.Count];
    private readonly double[] contributions = new double[PublishedProperties.All.Count];
    private readonly double[] values = new double[PublishedProperties.All.Count];
    private ShapleyTable table = new([]);

    /// <summary>Properties in which the responses differ.</summary>
    [Params(5, 15, 29)]
    public int Differing { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        table = new ShapleyTable(weights);
        for (var p = 0; p < features.Length; p++)
        {
            features[p] = (sbyte)(p >= Differing ? 0 : p % 3 == 0 ? -1 : 1);
            contributions[p] = features[p] * weights[p];
        }
    }

    [Benchmark]
    public ShapleyTable Tabulate() => new(weights);

    [Benchmark]
    public double[] FromTable()
    {
        table.Values(features, values);
        return values;
    }

    [Benchmark]
    public double[] Alone()
    {
        ShapleyValues.Of(contributions, values);
        return values;
    }
}
