using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>A vote on a pair as the study keeps it; A is the first response of the pair's canonical order, B the second, whatever the judge saw.</summary>
/// <param name="Judge">Who voted.</param>
/// <param name="Verdict">For which response.</param>
/// <param name="Count">How often it was given.</param>
public sealed record KeptVote(string Judge, Verdict Verdict, long Count)
{
    /// <summary>Whether response A was shown first; else it was shown second.</summary>
    public required bool WasShownFirst { get; init; }

    /// <summary>Log-odds in favour of A; <see langword="null"/> where not known.</summary>
    public double? Margin { get; init; }

    /// <summary>Who wrote A; <see langword="null"/> where the vote does not say.</summary>
    public string? WriterA { get; init; }

    /// <summary>Who wrote B.</summary>
    public string? WriterB { get; init; }

    /// <summary>The scenario that it names.</summary>
    public string? Scenario { get; init; }

    /// <summary>Its other columns, by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it came from.</summary>
    public required VoteSource Source { get; init; }
}
