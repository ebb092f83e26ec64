namespace Prefdissect.Dissecting;

/// <summary>
/// What went into a design and what was left out, counted. Every judged pair is counted once:
/// <see cref="JudgedPairs"/> = <see cref="EqualResponses"/> + <see cref="OnlyTies"/> + <see cref="ErrorsNotApplicable"/> +
/// <see cref="FlaggedLeftOut"/> + <see cref="EligiblePairs"/>, and
/// <see cref="EligiblePairs"/> = <see cref="IncompleteRatings"/> + <see cref="Pairs"/>.
/// </summary>
public sealed record DesignReport
{
    /// <summary>Pairs of the group on which the judge voted.</summary>
    public required int JudgedPairs { get; init; }

    /// <summary>All votes on them, ties included.</summary>
    public required long Votes { get; init; }

    /// <summary>The ties among the votes.</summary>
    public required long Ties { get; init; }

    /// <summary>What was done with the ties.</summary>
    public required TieRule TieRule { get; init; }

    /// <summary>Pairs left out because both responses are the same text.</summary>
    public required int EqualResponses { get; init; }

    /// <summary>Pairs left out because the judge only ever tied them and ties are dropped.</summary>
    public required int OnlyTies { get; init; }

    /// <summary>Pairs left out because errors cannot be told on one side.</summary>
    public required int ErrorsNotApplicable { get; init; }

    /// <summary>Pairs left out because they hold a flagged response; 0 where these count.</summary>
    public int FlaggedLeftOut { get; init; }

    /// <summary>Pairs that remain; the share on which a property is measured is a share of these.</summary>
    public required int EligiblePairs { get; init; }

    /// <summary>Pairs left out because a property of the fit is not measured on them.</summary>
    public required int IncompleteRatings { get; init; }

    /// <summary>Pairs in the fit.</summary>
    public required int Pairs { get; init; }

    /// <summary>Votes in the fit; a tie that counts half each way is one vote.</summary>
    public required long UsedVotes { get; init; }

    /// <summary>Pairs of the fit of which it is not known who wrote the responses; all of them where that was not asked.</summary>
    public int UnknownWriters { get; init; }

    /// <summary>Pairs in the fit that hold a flagged response; <see langword="null"/> in a fit that was stored before they were counted.</summary>
    public int? FlaggedPairs { get; init; }

    /// <summary>The same by sign, by name.</summary>
    public IReadOnlyList<SignCount> Signs { get; init; } = [];

    /// <summary>Pairs in the fit of which a response was not looked through for signs.</summary>
    public int UnscannedPairs { get; init; }

    /// <summary>What became of each property, in the order given.</summary>
    public required IReadOnlyList<PropertyUse> Properties { get; init; }
}
