using Prefdissect.Judging.People;
using Prefdissect.Studies;

namespace Prefdissect.Dashboard.Voting;

/// <summary>A person's voting at one moment.</summary>
/// <param name="Judge">The person's name as a judge.</param>
/// <param name="Pair">The pair to vote on, or <see langword="null"/> where none is left.</param>
/// <param name="A">Text of the response shown as A; hostile.</param>
/// <param name="B">Text of the response shown as B; hostile.</param>
public sealed record VotingView(string Judge, PairToJudge? Pair, string A, string B)
{
    /// <summary>Votes so far, those of earlier sessions included.</summary>
    public int Votes { get; init; }

    /// <summary>Pairs that are left.</summary>
    public int Left { get; init; }

    /// <summary>Whether there is something to take back.</summary>
    public bool CanUndo { get; init; }

    /// <summary>Whether it is being worked out how many more votes are worth giving.</summary>
    public bool IsForecasting { get; init; }

    /// <summary>How many more votes are worth giving, after the latest twenty; <see langword="null"/> where it is not known.</summary>
    public VoteForecast? Forecast { get; init; }

    /// <summary>Why there is no forecast, as a sentence; <see langword="null"/> where none was tried or there is one.</summary>
    public string? Obstacle { get; init; }
}
