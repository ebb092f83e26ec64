using BenchmarkDotNet.Attributes;
using Prefdissect.Annotating.Surface;
using Prefdissect.Annotating.Surface.Reading;

namespace Prefdissect.Benchmarks.Annotating;

/// <summary>The surface annotator on 1,000 responses of our own making, 0.2 to 3 kB each, on one core; times are a response.</summary>
[ShortRunJob, MemoryDiagnoser]
public class SurfaceAnnotatorBenchmark
{
    private const int Responses = 1000;

    private readonly SurfaceAnnotator annotator = new();
    private string[] responses = [];

    [GlobalSetup]
    public void Compose() => responses = [.. ComposedResponses.Make(Responses, seed: 1)];

    [Benchmark(OperationsPerInvoke = Responses)]
    public int Rate() => responses.Sum(response => annotator.Rate(response).Count);

    [Benchmark(OperationsPerInvoke = Responses)]
    public int ReadOnly() => responses.Sum(response => ReadText.Of(response).Words.Length);

    [Benchmark(OperationsPerInvoke = Responses)]
    public int CountWords() => responses.Sum(response => WordCount.Of(response));
}
