namespace Prefdissect.Dissecting.AnnotatorErrors;

/// <summary>What is known of an annotator's mistakes in one property.</summary>
/// <param name="Property">Short name.</param>
/// <param name="Pairs">Pairs that both annotators compared by it; 0 where the other did not rate it.</param>
/// <param name="Differing">Those of them in which the trusted annotator sees a difference.</param>
/// <param name="Confusion">The mistakes; <see langword="null"/> where there is an obstacle.</param>
/// <param name="Obstacle">Why they cannot be reckoned with, as a clause; <see langword="null"/> where they can.</param>
public sealed record MeasuredConfusion(string Property, int Pairs, int Differing, FeatureConfusion? Confusion, string? Obstacle)
{
    /// <summary>Fewest pairs rated by both from which mistakes are told: a share of them then has a standard error of at most 0.07.</summary>
    public const int FewestPairs = 50;

    /// <summary>Fewest of these pairs with a difference, and fewest without one: mistakes of the one kind say nothing of the other.</summary>
    public const int FewestOfEachKind = 10;

    /// <summary>What a table of counts tells.</summary>
    /// <param name="property">Short name.</param>
    /// <param name="trusted">Who is trusted.</param>
    /// <param name="counts">3 × 3, true by observed, as <see cref="FeatureConfusion.Of"/> takes it.</param>
    internal static MeasuredConfusion Of(string property, string trusted, long[,] counts)
    {
        var none = (int)(counts[1, 0] + counts[1, 1] + counts[1, 2]);
        var pairs = (int)counts.Cast<long>().Sum();
        var differing = pairs - none;
        var confusion = FeatureConfusion.Of(counts);
        var obstacle = pairs switch
        {
            0 => "no pair is compared by both",
            < FewestPairs => $"compared by both on {pairs} pairs, fewer than {FewestPairs}",
            _ when differing < FewestOfEachKind => $"{trusted} sees a difference in {differing} of {pairs} pairs, fewer than {FewestOfEachKind}",
            _ when none < FewestOfEachKind => $"{trusted} sees no difference in {none} of {pairs} pairs, fewer than {FewestOfEachKind}",
            _ => confusion!.Obstacle,
        };
        return new(property, pairs, differing, obstacle is null ? confusion : null, obstacle);
    }
}
