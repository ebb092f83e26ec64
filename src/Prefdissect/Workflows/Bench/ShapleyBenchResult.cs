namespace Prefdissect.Workflows.Bench;

/// <summary>How fast exact Shapley values are, beside permutation sampling.</summary>
/// <param name="Pairs">Made-up pairs; features in {−1, 0, 1}, half of them 0.</param>
/// <param name="Judges">Published judges, each with its mean weights over the scenarios.</param>
/// <param name="Properties">Properties.</param>
/// <param name="Threads">Threads of the exact values.</param>
/// <param name="Repeats">Timed runs.</param>
/// <param name="Seconds">Median wall time of all exact values, tables included.</param>
/// <param name="FastestSeconds">Fastest run.</param>
/// <param name="SlowestSeconds">Slowest run.</param>
/// <param name="Sample">Explanations on which errors are measured, the same for both ways.</param>
/// <param name="LargestError">Largest difference of an exact value from the sum over all subsets, over the sample.</param>
/// <param name="LargestGap">Largest difference of the sum of exact values from what they explain, over all explanations.</param>
/// <param name="EqualTimePermutations">Permutations an explanation that take as long as an exact one, at least 1.</param>
/// <param name="EqualTimeError">Mean over the sample of the largest error of a value with so many permutations.</param>
/// <param name="CoarsePermutations">Permutations an explanation that bring that error to 10⁻³ or below, by doubling.</param>
/// <param name="CoarseError">The error then.</param>
/// <param name="CoarseSeconds">Time that all explanations would take with so many, on as many threads: measured on the sample on one thread, and scaled.</param>
public sealed record ShapleyBenchResult(
    int Pairs, int Judges, int Properties, int Threads, int Repeats, double Seconds, double FastestSeconds, double SlowestSeconds, int Sample, double LargestError, double LargestGap,
    int EqualTimePermutations, double EqualTimeError, int CoarsePermutations, double CoarseError, double CoarseSeconds);
