namespace Prefdissect.Dissecting.Contrasts;

/// <summary>One side of a contrast: a judge's weights on one group.</summary>
/// <param name="Weights">The weights: posterior means, or points of a published judge.</param>
public sealed record ContrastSide(JudgeWeights Weights)
{
    /// <summary>Draws of the weights; <see langword="null"/> for a published judge, whose weights are points without uncertainty.</summary>
    public FitDraws? Draws { get; init; }

    /// <summary>What the weights were fitted to, which resampling needs; <see langword="null"/> for a published judge, and where nothing is resampled.</summary>
    public Design? Design { get; init; }

    /// <summary>Pairs in the fit; 0 for a published judge.</summary>
    public int Pairs { get; init; }

    /// <summary>Prior of the fit, as text (<see cref="DissectionOptions.Prior"/>).</summary>
    public string Prior { get; init; } = new DissectionOptions().Prior;
}
