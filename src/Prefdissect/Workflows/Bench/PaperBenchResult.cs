namespace Prefdissect.Workflows.Bench;

/// <summary>How fast the paper's whole workload was fitted.</summary>
/// <param name="Groups">Where the groups come from.</param>
/// <param name="Fits">Fits made.</param>
/// <param name="Threads">Fits at once.</param>
/// <param name="Chains">Chains a fit.</param>
/// <param name="Warmup">Warm-up steps a chain, in the first fold of each judge and group.</param>
/// <param name="WarmupOfOtherFolds">Warm-up steps a chain in the other folds, which take the metric of the first.</param>
/// <param name="Draws">Draws kept a chain.</param>
/// <param name="Seconds">Wall time of designs, warm-up and sampling.</param>
/// <param name="SecondsWithDiagnostics">Wall time with the effective sample sizes as well.</param>
/// <param name="MedianMinEssBulk">Median over the fits of a fit's smallest bulk effective sample size.</param>
/// <param name="MinEssBulk">Smallest over the fits.</param>
/// <param name="Divergences">Divergent transitions over all fits.</param>
/// <param name="PeakMemoryMb">Peak memory of the process, MiB.</param>
public sealed record PaperBenchResult(
    string Groups, int Fits, int Threads, int Chains, int Warmup, int WarmupOfOtherFolds, int Draws, double Seconds, double SecondsWithDiagnostics, double MedianMinEssBulk, double MinEssBulk, int Divergences,
    double PeakMemoryMb);
