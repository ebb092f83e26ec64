using System.Globalization;
using Prefdissect.Bayes.Diagnostics;
using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Summaries;

/// <summary>A summary of every coordinate, and the health of the whole.</summary>
/// <param name="Parameters">One a coordinate, in order.</param>
/// <param name="Health">Whether the draws can be trusted.</param>
public sealed record PosteriorSummary(IReadOnlyList<ParameterSummary> Parameters, PosteriorHealth Health)
{
    /// <summary>Summarises draws.</summary>
    /// <param name="draws">The draws.</param>
    /// <param name="names">One name a coordinate; null names them w1, w2 and so on.</param>
    /// <exception cref="ArgumentException">There are more or fewer names than coordinates.</exception>
    public static PosteriorSummary Of(PosteriorDraws draws, IReadOnlyList<string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(draws);
        names ??= [.. Enumerable.Range(1, draws.Dimension).Select(i => string.Create(CultureInfo.InvariantCulture, $"w{i}"))];
        if (names.Count != draws.Dimension)
            throw new ArgumentException($"There are {names.Count} names for {draws.Dimension} coordinates.", nameof(names));
        var scores = new NormalScores(draws.Chains * (draws.DrawsPerChain / 2 * 2));
        ParameterSummary[] parameters = [.. names.Select((name, i) => ParameterSummary.Of(name, draws.Parameter(i), scores))];
        return new PosteriorSummary(parameters, Examine(draws, parameters));
    }

    private static PosteriorHealth Examine(PosteriorDraws draws, ParameterSummary[] parameters)
    {
        var worst = parameters.MaxBy(parameter => parameter.RHat);
        var fewestBulk = parameters.Where(parameter => parameter.EssBulk is not null).MinBy(parameter => parameter.EssBulk);
        var fewestTail = parameters.Where(parameter => parameter.EssTail is not null).MinBy(parameter => parameter.EssTail);
        int? divergences = draws.Transitions.IsEmpty ? null : CountDivergences(draws.Transitions);
        var energy = Enumerable.Range(0, draws.Chains).Select(chain => EnergyFraction.Of(draws.ChainTransitions(chain))).Min();
        return new PosteriorHealth
        {
            Draws = draws.Count,
            MaxRHat = worst?.RHat,
            MinEssBulk = fewestBulk?.EssBulk,
            MinEssTail = fewestTail?.EssTail,
            Divergences = divergences,
            MinEnergyFraction = energy,
            Problems = [.. Undefined(parameters), .. Disagreement(worst), .. Scarcity("bulk", fewestBulk?.Name, fewestBulk?.EssBulk),
                .. Scarcity("tail", fewestTail?.Name, fewestTail?.EssTail), .. Divergence(divergences, draws.Count), .. Energy(energy)],
        };
    }

    private static int CountDivergences(ReadOnlySpan<TransitionInfo> transitions)
    {
        var count = 0;
        foreach (var transition in transitions)
            count += transition.Diverged ? 1 : 0;
        return count;
    }

    private static IEnumerable<string> Undefined(ParameterSummary[] parameters)
    {
        string[] names = [.. parameters.Where(parameter => parameter.RHat is null || parameter.EssBulk is null).Select(parameter => parameter.Name)];
        if (names.Length > 0)
            yield return $"R-hat or effective sample size cannot be computed for {names.Length} of {parameters.Length} quantities, the first is {names[0]}: "
                + "its draws are too few or all equal.";
    }

    private static IEnumerable<string> Disagreement(ParameterSummary? worst)
    {
        if (worst?.RHat > PosteriorHealth.LargestRHat)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"The chains disagree: R-hat of {worst.Name} is {Math.Min(worst.RHat.Value, 1000):G4}{(worst.RHat > 1000 ? " or more" : "")}, above {PosteriorHealth.LargestRHat}. Run a longer warm-up and more draws.");
    }

    private static IEnumerable<string> Scarcity(string kind, string? name, double? size)
    {
        if (size < PosteriorHealth.SmallestEss)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Too few effective draws: {kind} ESS of {name} is {size:F0}, below {PosteriorHealth.SmallestEss}. Run more draws.");
    }

    private static IEnumerable<string> Divergence(int? divergences, int draws)
    {
        if (divergences > 0)
            yield return $"{divergences} of {draws} transitions diverged: part of the posterior may be missing. Raise the target acceptance, or look at the model.";
    }

    private static IEnumerable<string> Energy(double? fraction)
    {
        if (fraction < PosteriorHealth.SmallestEnergyFraction)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"The energies are badly explored: E-BFMI is {fraction:G3}, below {PosteriorHealth.SmallestEnergyFraction}. The tails may be missing; run more draws, or look at the model.");
    }
}
