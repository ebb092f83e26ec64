namespace Prefdissect.Dissecting;

/// <summary>Whether the draws of a fit can be trusted: the worst figure over its weights, and what the sampler met.</summary>
/// <param name="RHat">Largest R-hat; above 1.01 the chains disagree.</param>
/// <param name="EssBulk">Smallest bulk effective sample size.</param>
/// <param name="EssTail">Smallest tail effective sample size.</param>
/// <param name="Divergences">Divergent transitions after warm-up.</param>
/// <param name="Draws">Draws kept over all chains.</param>
public sealed record FitHealth(double RHat, double EssBulk, double EssTail, int Divergences, int Draws)
{
    /// <summary>Largest R-hat of a fit that is called healthy (Vehtari et al. 2021).</summary>
    public const double LargestRHat = 1.01;

    /// <summary>Smallest effective sample size of a fit that is called healthy (Vehtari et al. 2021: 100 a chain, 4 chains).</summary>
    public const double SmallestEss = 400;

    /// <summary>What is wrong, as clauses for a person; empty where nothing is.</summary>
    public IReadOnlyList<string> Complaints =>
    [
        .. RHat > LargestRHat ? [FormattableString.Invariant($"R-hat {RHat:0.000} is above {LargestRHat}")] : Array.Empty<string>(),
        .. EssBulk < SmallestEss ? [FormattableString.Invariant($"bulk ESS {EssBulk:0} is below {SmallestEss}")] : Array.Empty<string>(),
        .. EssTail < SmallestEss ? [FormattableString.Invariant($"tail ESS {EssTail:0} is below {SmallestEss}")] : Array.Empty<string>(),
        .. Divergences > 0 ? [FormattableString.Invariant($"{Divergences} of {Draws} transitions diverged")] : Array.Empty<string>(),
    ];

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsHealthy => Complaints.Count == 0;
}
