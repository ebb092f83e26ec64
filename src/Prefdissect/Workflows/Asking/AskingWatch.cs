namespace Prefdissect.Workflows.Asking;

/// <summary>What long asking is watched with.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Tally">Counts requests; what it says stands beside the progress.</param>
public sealed record AskingWatch(TimeProvider Time, AskingTally Tally)
{
    /// <summary>What to say beside the progress.</summary>
    internal string Note() => Tally.ToString();
}
