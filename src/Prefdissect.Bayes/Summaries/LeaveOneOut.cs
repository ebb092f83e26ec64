using System.Globalization;
using Prefdissect.Bayes.Diagnostics;
using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Summaries;

/// <summary>
/// How well would the model have predicted each observation from all the others? Estimated from one fit by Pareto-smoothed importance sampling
/// (Vehtari, Gelman and Gabry, 2017).
/// </summary>
public sealed record LeaveOneOut
{
    /// <summary>One an observation, in order; at least one.</summary>
    /// <exception cref="ArgumentException">There is none, or a score of one is not a number within ±10¹⁵⁰.</exception>
    public required IReadOnlyList<LeftOut> Observations
    {
        get;
        init => field = value is { Count: > 0 } && value.All(left => ScalarDraws.IsUsable(left.LogScore) && ScalarDraws.IsUsable(left.LogScoreSeen) && double.IsFinite(left.Shape ?? 0))
            ? value
            : throw new ArgumentException("Scores of observations must be numbers within ±1e150, and there must be at least one.", nameof(value));
    }

    /// <summary>Expected log predictive density of all observations together (elpd).</summary>
    public double LogScore => Observations.Sum(observation => observation.LogScore);

    /// <summary>Standard error of <see cref="LogScore"/>, from the spread over observations; null for a single one.</summary>
    public double? StandardError => Observations.Count < 2 ? null : Math.Sqrt(Observations.Count) * Moments.Of([.. Observations.Select(observation => observation.LogScore)]).Sd;

    /// <summary>Effective number of parameters: how much better the fit predicts an observation that it has seen.</summary>
    public double EffectiveParameters => Observations.Sum(observation => observation.LogScoreSeen - observation.LogScore);

    /// <summary>Largest k̂; null where none could be worked out.</summary>
    public double? LargestShape => Observations.Max(observation => observation.Shape);

    /// <summary>What is wrong, in plain words; empty when the estimate can be trusted.</summary>
    public IEnumerable<string> Problems
    {
        get
        {
            var bad = Observations.Count(observation => observation.Shape > ParetoSmoothing.LargestShape);
            if (bad > 0)
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"The posterior hangs on {(bad == 1 ? "a single observation" : $"{bad} single observations")}: k-hat up to {LargestShape:F2}, above {ParetoSmoothing.LargestShape}. Fit again without and compare.");
        }
    }

    /// <summary>Estimates from the log likelihood of each observation at each draw.</summary>
    /// <param name="observations">Number of observations, at least 1.</param>
    /// <param name="draws">Number of draws, at least 1.</param>
    /// <param name="logLikelihood">Writes an observation's log likelihood at every draw; numbers within ±10¹⁵⁰.</param>
    /// <param name="relativeEfficiency">Effective draws a draw; see <see cref="ParetoSmoothing.Smooth"/>.</param>
    /// <exception cref="ArgumentException">A log likelihood is not within ±10¹⁵⁰; the draw is named.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count or the efficiency is not positive.</exception>
    public static LeaveOneOut Of(int observations, int draws, LogLikelihoodOfObservation logLikelihood, double relativeEfficiency = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(observations);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(observations, Array.MaxLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(draws, Array.MaxLength);
        ArgumentNullException.ThrowIfNull(logLikelihood);
        var values = new double[draws];
        var weights = new double[draws];
        var results = new LeftOut[observations];
        for (var observation = 0; observation < observations; observation++)
        {
            logLikelihood(observation, values);
            for (var draw = 0; draw < draws; draw++)
                weights[draw] = -values[draw];
            var shape = ParetoSmoothing.Smooth(weights, relativeEfficiency);
            var seen = LogMeanExp(values);
            var norm = LogMeanExp(weights);
            for (var draw = 0; draw < draws; draw++)
                weights[draw] += values[draw];
            results[observation] = new LeftOut(LogMeanExp(weights) - norm, seen, shape);
        }
        return new LeaveOneOut { Observations = results };
    }

    private static double LogMeanExp(double[] logs)
    {
        var largest = logs.Max();
        return largest + Math.Log(logs.Sum(log => Math.Exp(log - largest)) / logs.Length);
    }
}
