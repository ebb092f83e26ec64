using Prefdissect.Bayes.Densities;

namespace Prefdissect.Dissecting.Power;

/// <summary>
/// The rule of thumb for widths at other numbers of pairs: an interval narrows with the root of what is known, the prior counting as some pairs of its own, so that
/// width(n) = width(now)·√((now + prior) / (n + prior)). How many pairs the prior is worth is told from how much narrower than it the posterior is. At once, where
/// <see cref="PowerSimulation"/> takes seconds.
/// </summary>
/// <param name="Pairs">Pairs of now, at least 1.</param>
/// <param name="Width">Mean width of the 95 % intervals of the degrees of preference now, above 0.</param>
/// <param name="PriorPairs">Pairs that the prior is worth, 0 or more.</param>
public sealed record WidthForecast(int Pairs, double Width, double PriorPairs)
{
    private const double MostPairs = 1e9;

    /// <summary>The forecast of a fit.</summary>
    /// <exception cref="FormatException">The prior of its options is none.</exception>
    public static WidthForecast Of(JudgeFit fit)
    {
        var prior = PriorSpecification.Parse(fit.Options.Prior) switch
        {
            LaplacePrior laplace => 2 * laplace.Scale * laplace.Scale,
            NormalPrior normal => normal.Scale * normal.Scale,
            // Its own width is no single number; without it the rule errs to the side of more pairs gained.
            _ => double.PositiveInfinity,
        };
        // The mean over properties of how much is known beyond the prior, each against the prior.
        var shares = fit.Weights.Select(weight => Math.Max(1e-12, weight.Sd * weight.Sd / prior)).ToList();
        var known = shares.Average(share => Math.Max(0, 1 / share - 1));
        var pairs = Math.Max(1, fit.Design.Pairs);
        return new WidthForecast(pairs, fit.Weights.Average(GroupInformation.WidthOf), double.IsInfinity(prior) ? 0 : Math.Min(MostPairs, pairs / Math.Max(known, 1e-9)));
    }

    /// <summary>Mean width at a number of pairs.</summary>
    /// <param name="pairs">0 or more.</param>
    public double WidthAt(double pairs) => Width * Math.Sqrt((Pairs + PriorPairs) / Math.Max(1e-9, Math.Max(0, pairs) + PriorPairs));

    /// <summary>Pairs in all at which the mean width is what is wanted.</summary>
    /// <param name="width">The width wanted, above 0.</param>
    public int PairsFor(double width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        return (int)Math.Min(MostPairs, Math.Max(0, Math.Ceiling((Pairs + PriorPairs) * (Width / width) * (Width / width) - PriorPairs)));
    }

    /// <summary>
    /// Further pairs that are worth judging: as many as narrow the mean width by one part in five. Fewer are hardly seen; to narrow it by as much again takes half as many more each time.
    /// </summary>
    public int WorthFurther => Math.Max(0, PairsFor(0.8 * Width) - Pairs);
}
