namespace Prefdissect.Models.Capabilities;

/// <summary>What one way of asking gives of log-probabilities.</summary>
/// <param name="Most">Largest number of alternatives that was given when asked for; 0 where there are none.</param>
/// <param name="IsWholeVocabulary">Whether any number is given, up to every token there is.</param>
public sealed record LogProbabilitySupport(int Most, bool IsWholeVocabulary)
{
    /// <summary>None.</summary>
    public static LogProbabilitySupport None { get; } = new(0, false);
}
