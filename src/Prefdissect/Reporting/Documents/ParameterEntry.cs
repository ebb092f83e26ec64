using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Reporting.Documents;

/// <summary>One parameter's posterior. A diagnostic that is not defined, as for draws that never move, is null.</summary>
/// <param name="Name">Column of the table.</param>
/// <param name="Mean">Posterior mean.</param>
/// <param name="Sd">Posterior standard deviation.</param>
/// <param name="Q5">5 % quantile.</param>
/// <param name="Median">Median.</param>
/// <param name="Q95">95 % quantile.</param>
/// <param name="McseMean">Monte-Carlo standard error of the mean.</param>
/// <param name="McseSd">Monte-Carlo standard error of the standard deviation.</param>
/// <param name="EssBulk">Bulk effective sample size.</param>
/// <param name="EssTail">Tail effective sample size.</param>
/// <param name="RHat">Rank-normalised split R-hat.</param>
/// <param name="ProbabilityPositive">Posterior probability of being above 0.</param>
public sealed record ParameterEntry(
    string Name, double Mean, double Sd, double Q5, double Median, double Q95, double? McseMean, double? McseSd, double? EssBulk, double? EssTail, double? RHat, double ProbabilityPositive)
{
    /// <summary>The entry of a parameter.</summary>
    public static ParameterEntry Of(ParameterSummary parameter) => new(
        parameter.Name, parameter.Mean, parameter.Sd, parameter.Q05, parameter.Median, parameter.Q95,
        parameter.McseMean, parameter.McseSd, parameter.EssBulk, parameter.EssTail, parameter.RHat, parameter.ProbabilityPositive);
}
