using Prefdissect.Pairs;

namespace Prefdissect.Judging;

/// <summary>What a judge answered about a pair in one order. Letters are those that the judge saw: A stood first in the prompt.</summary>
/// <param name="Order">Which response stood as A.</param>
public sealed record OrderReading(AskedOrder Order)
{
    /// <summary>0, and 1, 2 … where the same was asked again to see how steady the judge is.</summary>
    public int Round { get; init; }

    /// <summary>What became of it.</summary>
    public ReadingState State { get; init; } = ReadingState.Done;

    /// <summary>Why there is no verdict; <see langword="null"/> where there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>Natural logarithm of the probability that the answer begins with the letter A, all its variants as tokens together; <see langword="null"/> where not known.</summary>
    public double? LogProbA { get; init; }

    /// <summary>The same of the letter B.</summary>
    public double? LogProbB { get; init; }

    /// <summary>Whether <see cref="LogProbA"/> is the largest it can be and not what it is: the letter was not among the tokens returned.</summary>
    public bool IsBoundedA { get; init; }

    /// <summary>Whether <see cref="LogProbB"/> is the largest it can be and not what it is.</summary>
    public bool IsBoundedB { get; init; }

    /// <summary>Share of probability on the two letters, 0 to 1; how much the judge wants to answer with a letter at all.</summary>
    public double? Mass { get; init; }

    /// <summary>The verdict in words, where no log-probabilities decide.</summary>
    public Verdict? Said { get; init; }

    /// <summary>The judge's reasons where it gave some; hostile like any text of a model.</summary>
    public string? Rationale { get; init; }

    /// <summary>Tokens that the judge read; <see langword="null"/> where the server does not count.</summary>
    public int? PromptTokens { get; init; }

    /// <summary>Tokens that it answered with.</summary>
    public int? AnswerTokens { get; init; }

    /// <summary>Seconds from sending to the answer; for a stored answer, as it was then.</summary>
    public double? Seconds { get; init; }

    /// <summary>Characters left out of the middle of the responses, because the pair was too long and that was asked for.</summary>
    public int LeftOut { get; init; }

    /// <summary>Key of the stored answer it was read from, where there is one.</summary>
    public ContentHash? Answer { get; init; }

    /// <summary>Log-odds of the letter A, finite; <see langword="null"/> where not known.</summary>
    public double? LogOddsOfA => LogProbA - LogProbB;

    /// <summary>The verdict in the letters of this order; <see langword="null"/> where there is none.</summary>
    public Verdict? Verdict => State != ReadingState.Done ? null : Said ?? LogOddsOfA switch
    {
        > 0 => Pairs.Verdict.A,
        < 0 => Pairs.Verdict.B,
        0 => Pairs.Verdict.Tie,
        _ => null,
    };

    /// <summary>Log-odds in favour of the pair's first response.</summary>
    public double? LogOddsOfFirst => Order == AskedOrder.FirstAsA ? LogOddsOfA : -LogOddsOfA;

    /// <summary>+1: the verdict is for the pair's first response, −1: for its second, 0: a tie; <see langword="null"/> where there is none.</summary>
    public int? Sign => Verdict switch
    {
        Pairs.Verdict.A => Order == AskedOrder.FirstAsA ? 1 : -1,
        Pairs.Verdict.B => Order == AskedOrder.FirstAsA ? -1 : 1,
        Pairs.Verdict.Tie => 0,
        _ => null,
    };
}
