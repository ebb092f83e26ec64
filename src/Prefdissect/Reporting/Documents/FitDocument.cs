using Prefdissect.Dissecting;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>fit -s --json</c> prints.</summary>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Annotator">Whose ratings.</param>
/// <param name="Fitted">Fits made in this run.</param>
/// <param name="Reused">Fits that were there already.</param>
/// <param name="Unhealthy">Fits among both whose draws cannot be trusted.</param>
/// <param name="Refused">What could not be fitted, and why.</param>
/// <param name="SmallGroups">Groups passed over because they are small.</param>
public sealed record FitDocument(
    Provenance Provenance, string Annotator, int Fitted, int Reused, int Unhealthy, IReadOnlyList<RefusedFitEntry> Refused, IReadOnlyList<SmallGroup> SmallGroups)
{
    /// <summary>Responses of the study with signs of manipulation.</summary>
    public required int FlaggedResponses { get; init; }

    /// <summary>Fits among both in which pairs with a flagged response count.</summary>
    public required IReadOnlyList<FlaggedFitEntry> Flagged { get; init; }

    /// <summary>The document of a result.</summary>
    public static FitDocument Of(FitResult result, Provenance provenance) => new(
        provenance,
        result.Annotator.Id,
        result.Fitted.Count,
        result.Reused.Count,
        result.Fitted.Concat(result.Reused).Count(fit => !fit.Health.IsHealthy),
        [.. result.Refused.Select(refusal => new RefusedFitEntry(refusal.Subject.Judge, refusal.Subject.Group, refusal.Reason))],
        result.SmallGroups)
    {
        FlaggedResponses = result.FlaggedResponses,
        Flagged = FlaggedFitEntry.Of(FlaggedFit.Among(result.Fitted.Concat(result.Reused))),
    };
}
