namespace Prefdissect.Workflows.Bench;

/// <summary>How fast one posterior was drawn, on one core, warm-up included.</summary>
/// <param name="Data">Name of the data, such as <c>n360</c>.</param>
/// <param name="Source">Where the data come from: a file, or made up in the same shape.</param>
/// <param name="Rows">Rows of the data.</param>
/// <param name="Columns">Weights.</param>
/// <param name="Repeats">Runs with different seeds; the figures are their medians.</param>
/// <param name="Seconds">Median time of a run.</param>
/// <param name="FastestSeconds">Fastest run.</param>
/// <param name="SlowestSeconds">Slowest run.</param>
/// <param name="LeapfrogsPerDraw">Integrator steps a kept draw.</param>
/// <param name="MinEssBulk">Smallest bulk effective sample size over the weights.</param>
/// <param name="EssPerSecond">Median over the runs of smallest bulk ESS by seconds.</param>
public sealed record PosteriorBenchRow(
    string Data, string Source, int Rows, int Columns, int Repeats, double Seconds, double FastestSeconds, double SlowestSeconds, double LeapfrogsPerDraw, double MinEssBulk,
    double EssPerSecond);
