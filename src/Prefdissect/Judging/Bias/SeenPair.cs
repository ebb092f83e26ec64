namespace Prefdissect.Judging.Bias;

/// <summary>A pair as one judge saw it: everything that its measures of bias are summed from. "First" and "second" are the pair's canonical order, which knows nothing of the texts.</summary>
public readonly record struct SeenPair
{
    /// <summary>Number of the pair's query, from 0: pairs of one query are resampled together.</summary>
    public required int Query { get; init; }

    /// <summary>The verdict of the first order in its letters: +1 A, −1 B, 0 a tie; <see langword="null"/> where there is none.</summary>
    public int? LetterOne { get; init; }

    /// <summary>The verdict of the second order in its letters.</summary>
    public int? LetterTwo { get; init; }

    /// <summary>Log-odds of the letter A in the first order, where known.</summary>
    public double? LogOddsOne { get; init; }

    /// <summary>Log-odds of the letter A in the second order.</summary>
    public double? LogOddsTwo { get; init; }

    /// <summary>How many of the log-odds are bounds: a letter was not among the tokens returned.</summary>
    public int Bounded { get; init; }

    /// <summary>Share of probability on the two letters in the first order, where known.</summary>
    public double? MassOne { get; init; }

    /// <summary>Share of probability on the two letters in the second order.</summary>
    public double? MassTwo { get; init; }

    /// <summary>The verdict on the pair: +1 for its first response, −1 for its second, 0 a tie; of several votes the majority. <see langword="null"/> without a vote.</summary>
    public int? Sign { get; init; }

    /// <summary>Log-odds in favour of the first response; of several votes the mean. <see langword="null"/> where not known.</summary>
    public double? Margin { get; init; }

    /// <summary>Votes for what was shown as A.</summary>
    public int ForA { get; init; }

    /// <summary>Votes for what was shown as B.</summary>
    public int ForB { get; init; }

    /// <summary>Votes that are ties.</summary>
    public int Ties { get; init; }

    /// <summary>Whether the same was asked or voted more than once: the share of twos of these answers that agree, 0 to 1; else <see langword="null"/>.</summary>
    public double? Steady { get; init; }

    /// <summary>Words of the first response.</summary>
    public int WordsFirst { get; init; }

    /// <summary>Words of the second response.</summary>
    public int WordsSecond { get; init; }

    /// <summary>Number of the model that wrote the first response, from 0; −1 where not known.</summary>
    public required int WriterFirst { get; init; }

    /// <summary>Number of the model that wrote the second response; −1 where not known.</summary>
    public required int WriterSecond { get; init; }

    /// <summary>+1 where the judge's own model wrote the first response alone, −1 the second alone, 0 else.</summary>
    public int Own { get; init; }

    /// <summary>Share of the other judges of this pair that are for the first response, a tie being half; <see langword="null"/> where nobody else voted.</summary>
    public double? Others { get; init; }

    /// <summary>The same of people alone.</summary>
    public double? People { get; init; }

    /// <summary>Whether both orders hold a verdict.</summary>
    public bool HasBoth => LetterOne is not null && LetterTwo is not null;

    /// <summary>Share of the vote that the first response has: 1, 0, or ½ for a tie.</summary>
    public double? Score => (Sign + 1) / 2.0;

    /// <summary>½(z₁ + z₂), z the log-odds of the letter A in the two orders.</summary>
    public double? OrderShift => (LogOddsOne + LogOddsTwo) / 2;
}
