using System.Text.Json.Serialization;
using Prefdissect.Dissecting.Quality;

namespace Prefdissect.Dissecting.Folds;

/// <summary>What fits that each leave a part of the pairs out say: the paper's averaged weights (§3.3), and how well the part left out is predicted.</summary>
public sealed record FoldedFit
{
    /// <summary>What stayed together.</summary>
    public required FoldScheme Scheme { get; init; }

    /// <summary>Number of folds; 0 where none could be made.</summary>
    public required int Count { get; init; }

    /// <summary>Draws kept over all chains of one fold's fit.</summary>
    public required int Draws { get; init; }

    /// <summary>Average over the folds of the posterior mean of each weight, in the order of the fit's weights; empty where there are no folds.</summary>
    public required IReadOnlyList<double> Means { get; init; }

    /// <summary>How well votes left out are predicted; <see langword="null"/> where there are no folds.</summary>
    public required HeldOutQuality? Quality { get; init; }

    /// <summary>Why there are no folds, as a clause; <see langword="null"/> where there are.</summary>
    public required string? Reason { get; init; }

    /// <summary>What is wrong with the sampling of single folds, each a sentence; empty where nothing is.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Whether there are folds.</summary>
    [JsonIgnore]
    public bool IsMade => Count > 0;

    /// <summary>No folds, for a reason.</summary>
    public static FoldedFit Without(FoldScheme scheme, string reason) =>
        new() { Scheme = scheme, Count = 0, Draws = 0, Means = [], Quality = null, Reason = reason, Problems = [] };
}
