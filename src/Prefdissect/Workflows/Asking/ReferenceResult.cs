using Prefdissect.Models.Answers;

namespace Prefdissect.Workflows.Asking;

/// <summary>What a run that collects reference answers did.</summary>
/// <param name="Model">Who was asked, by the name given to it.</param>
/// <param name="Queries">Queries in the study.</param>
/// <param name="Collected">Reference answers that came in this run.</param>
/// <param name="Missing">Queries without one now.</param>
/// <param name="Failures">Why queries of this run have no answer, with how often.</param>
/// <param name="End">Why it ended.</param>
public sealed record ReferenceResult(string Model, int Queries, int Collected, int Missing, IReadOnlyDictionary<string, int> Failures, AskingEnd End)
{
    /// <summary>How many of the missing failed: they are asked again only when that is said.</summary>
    public int Failed { get; init; }

    /// <summary>The failure that stopped the work, or <see langword="null"/>.</summary>
    public ModelFailure? Stop { get; init; }
}
