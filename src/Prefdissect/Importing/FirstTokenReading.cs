namespace Prefdissect.Importing;

/// <summary>What the judge of a row answered with its first token, where the file keeps it: natural logarithms of the probabilities of naming what stood first and what stood second.</summary>
/// <param name="AStoodFirst">Whether the row's side A stood first in what the judge read.</param>
/// <param name="LogProbFirst">Of naming what stood first.</param>
/// <param name="LogProbSecond">Of naming what stood second.</param>
public sealed record FirstTokenReading(bool AStoodFirst, double LogProbFirst, double LogProbSecond)
{
    /// <summary>Whether <see cref="LogProbFirst"/> is the largest it can be: the token was not among those returned.</summary>
    public bool IsFirstBounded { get; init; }

    /// <summary>Whether <see cref="LogProbSecond"/> is the largest it can be.</summary>
    public bool IsSecondBounded { get; init; }

    /// <summary>The tokens that name what stood first and second.</summary>
    public required (string First, string Second) Tokens { get; init; }
}
