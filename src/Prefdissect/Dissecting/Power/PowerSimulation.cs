using System.Globalization;
using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Summaries;
using Prefdissect.Pairs;

namespace Prefdissect.Dissecting.Power;

/// <summary>
/// How many pairs are enough? Weights are drawn from the posterior of now, votes on further pairs are simulated by them, and everything, old votes and new, is fitted anew by the
/// sampler that fits judges: many times, so that what the intervals will be like is known before the pairs are paid.
/// </summary>
public static class PowerSimulation
{
    private const int RefitChains = 2;
    private const int RefitDraws = 500;

    /// <summary>Predicts. The result depends on subject, design and options alone, not on threads.</summary>
    /// <param name="subject">Judge, group and annotator.</param>
    /// <param name="design">The judge's votes on the group, without columns of writers.</param>
    /// <param name="options">How fits are made.</param>
    /// <param name="power">What is predicted.</param>
    /// <param name="groups">Groups to rank: of each, the pairs that are in it.</param>
    /// <param name="threads">Threads that it may use, at least 1.</param>
    /// <param name="done">Is told how many of the simulated studies are fitted.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentException">The design cannot be fitted, or has columns of writers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A multiple is below 2, or there are fewer than 10 simulations.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PowerForecast Run(
        FitSubject subject, Design design, DissectionOptions options, PowerOptions power, IReadOnlyDictionary<string, IReadOnlySet<ContentHash>> groups, int threads,
        Action<int>? done = null, CancellationToken cancellation = default)
    {
        if (design.Writers.Count > 0) throw new ArgumentException("A design with columns of writers is none to predict by: what further pairs' writers are is not known.", nameof(design));
        foreach (var multiple in power.Multiples) ArgumentOutOfRangeException.ThrowIfLessThan(multiple, 2, nameof(power));
        ArgumentOutOfRangeException.ThrowIfLessThan(power.Simulations, 10, nameof(power));
        if (Dissection.FitWhole(subject, design, options, threads, cancellation) is not SampledFit now) throw new ArgumentException("The design cannot be fitted.", nameof(design));
        var votes = new SimulatedVotes(design);
        var simulated = Simulate(now, design, votes, power, threads, done, cancellation);
        var predicted = power.Multiples.Select((multiple, m) => Summaries(multiple, multiple * design.Rows, [.. simulated.Skip(m * power.Simulations).Take(power.Simulations)])).ToList();
        return new PowerForecast(
            now.Fit, votes.Queries, power,
            [.. now.Fit.Weights.Select((weight, i) => new ForecastProperty(weight.Property, GroupInformation.WidthOf(weight), weight.Verdict, [.. predicted.Select(of => of.Properties[i])]))],
            [.. predicted.Select(of => of.Mean)], Gains(now, design, groups, power.Seed));
    }

    private static (double Width, bool IsCalled)[][] Simulate(
        SampledFit now, Design design, SimulatedVotes votes, PowerOptions power, int threads, Action<int>? done, CancellationToken cancellation)
    {
        var fits = new (double Width, bool IsCalled)[power.Multiples.Count * power.Simulations][];
        var prior = PriorSpecification.Parse(now.Fit.Options.Prior);
        var sampling = new PosteriorSampling(now.Fit.Options with { Chains = RefitChains }, 1);
        var finished = 0;
        var use = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, fits.Length, use, i =>
        {
            var (multiple, number) = (power.Multiples[i / power.Simulations], i % power.Simulations);
            // The same weights at every multiple, so that differences between multiples are not those of the draws.
            var weights = new SplitMix(Seed("power weights", number)).Below(now.Draws.Count);
            var random = new SplitMix(Seed($"power votes {Text(multiple)}", number));
            var (first, second) = votes.With((multiple - 1) * design.Rows, now.Draws.Draw(weights), ref random);
            var draws = sampling.Draw(DistinctRows.Of(design, prior, first, second).Regression(prior), RefitDraws, Seed($"power fit {Text(multiple)}", number), now.Fit.Variances, cancellation);
            fits[i] = [.. PosteriorSummary.Of(draws).Parameters.Select(parameter => (Degree.Of(parameter.Q975) - Degree.Of(parameter.Q025), parameter.Q025 > 0 || parameter.Q975 < 0))];
            done?.Invoke(Interlocked.Increment(ref finished));
        });
        return fits;

        ulong Seed(string what, int number) => (ulong)(ContentHash.Of(what, Text(power.Seed), now.Fit.Subject.Judge, now.Fit.Subject.Group, Text(number)).High >> 64);
    }

    private static (IReadOnlyList<PredictedWidth> Properties, PredictedWidth Mean) Summaries(int multiple, int pairs, (double Width, bool IsCalled)[][] studies) =>
    (
        [.. Enumerable.Range(0, studies[0].Length).Select(i => PredictedWidth.Of(multiple, pairs, [.. studies.Select(study => study[i].Width)], studies.Count(study => study[i].IsCalled)))],
        PredictedWidth.Of(multiple, pairs, [.. studies.Select(study => study.Average(of => of.Width))], studies.Sum(study => study.Average(of => of.IsCalled ? 1.0 : 0)))
    );

    private static List<GroupGain> Gains(SampledFit now, Design design, IReadOnlyDictionary<string, IReadOnlySet<ContentHash>> groups, long seed)
    {
        var information = new GroupInformation(design, now);
        return [.. groups.Select(group => (group.Key, Rows: Enumerable.Range(0, design.Rows).Where(row => group.Value.Contains(design.Pair(row))).ToList()))
            .Where(group => group.Rows.Count >= GroupGain.FewestPairs)
            .Select(group => information.Of(group.Key, group.Rows, (ulong)(ContentHash.Of("power group", Text(seed), group.Key).High >> 64)))
            .OrderByDescending(gain => gain.Reduction).ThenBy(gain => gain.Group, StringComparer.Ordinal)];
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
