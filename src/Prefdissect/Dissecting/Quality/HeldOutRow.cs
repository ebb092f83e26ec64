namespace Prefdissect.Dissecting.Quality;

/// <summary>
/// Votes on one pair and what was predicted, seen from its leading response: the one with more of the first property in which the two differ. So nothing
/// depends on which response comes first.
/// </summary>
/// <param name="Query">Index of the pair's query.</param>
/// <param name="Won">Votes for the leading response, half ones included.</param>
/// <param name="Lost">Votes for the other.</param>
/// <param name="Probability">Predicted probability that the leading response wins, in [0, 1].</param>
internal readonly record struct HeldOutRow(int Query, double Won, double Lost, double Probability)
{
    private const double SmallestProbability = 1e-15;

    /// <summary>All votes.</summary>
    public double Votes => Won + Lost;

    /// <summary>Votes for the response with the larger probability.</summary>
    public double Hits => Probability > 0.5 ? Won : Probability < 0.5 ? Lost : (Won + Lost) / 2;

    /// <summary>Log loss summed over the votes.</summary>
    public double LogLoss => -(Won * Logarithm(Probability) + Lost * Logarithm(1 - Probability));

    /// <summary>Brier score summed over the votes.</summary>
    public double Brier => Won * (1 - Probability) * (1 - Probability) + Lost * Probability * Probability;

    /// <summary>Log-odds of the prediction, bounded where the logarithm is.</summary>
    public double LogOdds => Logarithm(Probability) - Logarithm(1 - Probability);

    /// <summary>+1 where the first response leads, −1 where the second does, 0 where they differ in nothing.</summary>
    public static int LeadingSign(ReadOnlySpan<sbyte> features) => features.IndexOfAnyExcept((sbyte)0) is var at and >= 0 ? features[at] : 0;

    private static double Logarithm(double probability) => Math.Log(Math.Max(probability, SmallestProbability));
}
