namespace Prefdissect.Bayes.Summaries;

/// <summary>Whether draws can be trusted: the worst of each diagnostic over all coordinates, and what is wrong in plain words.</summary>
public sealed record PosteriorHealth
{
    /// <summary>R-hat above which chains count as disagreeing.</summary>
    public const double LargestRHat = 1.01;

    /// <summary>Effective sample size below which estimates count as unsure.</summary>
    public const double SmallestEss = 400;

    /// <summary>E-BFMI below which the energies count as badly explored.</summary>
    public const double SmallestEnergyFraction = 0.3;

    /// <summary>Number of draws, all chains together.</summary>
    public required int Draws { get; init; }

    /// <summary>Largest R-hat; null where none is defined.</summary>
    public required double? MaxRHat { get; init; }

    /// <summary>Smallest bulk ESS; null where none is defined.</summary>
    public required double? MinEssBulk { get; init; }

    /// <summary>Smallest tail ESS; null where none is defined.</summary>
    public required double? MinEssTail { get; init; }

    /// <summary>Divergent transitions among the draws; null where nothing is known of the transitions.</summary>
    public required int? Divergences { get; init; }

    /// <summary>Smallest E-BFMI of a chain; null where none is defined.</summary>
    public required double? MinEnergyFraction { get; init; }

    /// <summary>Largest k̂ of the observations left out one by one; null where that was not looked at, or cannot be worked out.</summary>
    public double? MaxShape { get; init; }

    /// <summary>What is wrong, a sentence each; empty when nothing is.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsHealthy => Problems.Count == 0;

    /// <summary>The same with what leaving out single observations says.</summary>
    public PosteriorHealth With(LeaveOneOut leftOut)
    {
        ArgumentNullException.ThrowIfNull(leftOut);
        return this with { MaxShape = leftOut.LargestShape, Problems = [.. Problems, .. leftOut.Problems] };
    }
}
