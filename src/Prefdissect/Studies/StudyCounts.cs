namespace Prefdissect.Studies;

/// <summary>What a study holds, counted.</summary>
public sealed record StudyCounts
{
    /// <summary>Unique pairs.</summary>
    public int Pairs { get; init; }

    /// <summary>Votes, repeated ones counted.</summary>
    public int Votes { get; init; }

    /// <summary>Votes for the side that was shown as A.</summary>
    public int AWins { get; init; }

    /// <summary>Votes for the side that was shown as B.</summary>
    public int BWins { get; init; }

    /// <summary>Votes for neither.</summary>
    public int Ties { get; init; }

    /// <summary>Judges.</summary>
    public int Judges { get; init; }

    /// <summary>Scenarios.</summary>
    public int Scenarios { get; init; }

    /// <summary>Unique queries.</summary>
    public int Queries { get; init; }

    /// <summary>Unique responses.</summary>
    public int Responses { get; init; }

    /// <summary>Pairs whose query is a conversation of more than one turn.</summary>
    public int MultiTurn { get; init; }

    /// <summary>Pairs whose two responses are the same text; left out of fits.</summary>
    public int EqualResponses { get; init; }
}
