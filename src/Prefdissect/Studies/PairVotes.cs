namespace Prefdissect.Studies;

/// <summary>The votes of one judge on one pair.</summary>
public sealed record PairVotes
{
    /// <summary>Row id of the pair.</summary>
    public long Pair { get; init; }

    /// <summary>Votes for the pair's first response.</summary>
    public long First { get; init; }

    /// <summary>Votes for its second.</summary>
    public long Second { get; init; }

    /// <summary>Ties.</summary>
    public long Ties { get; init; }

    /// <summary>Votes for what was shown as A.</summary>
    public long ForA { get; init; }

    /// <summary>Mean log-odds in favour of the first response; <see langword="null"/> where a vote has none.</summary>
    public double? Margin { get; init; }

    /// <summary>Who wrote the first response; <see langword="null"/> where the votes do not say, or say different ones.</summary>
    public string? WriterFirst { get; init; }

    /// <summary>Who wrote the second response.</summary>
    public string? WriterSecond { get; init; }

    /// <summary>+1: most are for the first response, −1: for the second, 0: as many for either.</summary>
    public int Sign => Math.Sign(First - Second);

    /// <summary>All votes.</summary>
    public long Count => First + Second + Ties;

    /// <summary>Share of twos of these votes that agree; <see langword="null"/> for one vote.</summary>
    public double? Steady => Count < 2 ? null : (double)((First * (First - 1)) + (Second * (Second - 1)) + (Ties * (Ties - 1))) / (Count * (Count - 1));
}
