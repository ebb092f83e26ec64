using Prefdissect.Workflows.Bench;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>bench posterior --workload paper --json</c> prints; the fields are those of <see cref="PaperBenchResult"/>.</summary>
public sealed record PaperBenchDocument
{
    /// <summary>Where it comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Where the groups come from.</summary>
    public required string Groups { get; init; }

    /// <summary>Fits made.</summary>
    public required int Fits { get; init; }

    /// <summary>Fits at once.</summary>
    public required int Threads { get; init; }

    /// <summary>Chains, warm-up steps and draws of each fit.</summary>
    public required string Sampling { get; init; }

    /// <summary>Wall time of designs, warm-up and sampling.</summary>
    public required double Seconds { get; init; }

    /// <summary>Wall time with the effective sample sizes as well.</summary>
    public required double SecondsWithDiagnostics { get; init; }

    /// <summary>Median over the fits of a fit's smallest bulk effective sample size.</summary>
    public required double MedianMinEssBulk { get; init; }

    /// <summary>Smallest over the fits.</summary>
    public required double MinEssBulk { get; init; }

    /// <summary>Divergent transitions over all fits.</summary>
    public required int Divergences { get; init; }

    /// <summary>Peak memory of the process, MiB.</summary>
    public required double PeakMemoryMb { get; init; }

    /// <summary>The document of a result.</summary>
    public static PaperBenchDocument Of(PaperBenchResult result, Provenance provenance) => new()
    {
        Provenance = provenance,
        Groups = result.Groups,
        Fits = result.Fits,
        Threads = result.Threads,
        Sampling = FormattableString.Invariant($"{result.Chains} × ({result.Warmup} + {result.Draws}), folds 2 to 10 {result.Chains} × ({result.WarmupOfOtherFolds} + {result.Draws}) with the metric of the first"),
        Seconds = result.Seconds,
        SecondsWithDiagnostics = result.SecondsWithDiagnostics,
        MedianMinEssBulk = result.MedianMinEssBulk,
        MinEssBulk = result.MinEssBulk,
        Divergences = result.Divergences,
        PeakMemoryMb = result.PeakMemoryMb,
    };
}
