using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Workflows;

/// <summary>What a fit of a numeric table gave.</summary>
/// <param name="Rows">Rows of the table.</param>
/// <param name="Summary">Its weights, by column name, after them the intercept where there is one, and whether the draws can be trusted.</param>
/// <param name="Seconds">Time that the sampling took.</param>
public sealed record DesignFitResult(int Rows, PosteriorSummary Summary, double Seconds);
