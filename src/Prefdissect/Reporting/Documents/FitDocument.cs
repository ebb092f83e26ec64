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
    /// <summary>Whose ratings were taken for true to correct the fits (<c>--annotator-error</c>); <see langword="null"/> where that was not asked for.</summary>
    public string? Trusted { get; init; }

    /// <summary>Fits corrected for the mistakes of the annotator.</summary>
    public int Corrected { get; init; }

    /// <summary>How the annotator mistakes features; one entry a property, none where that was not asked for.</summary>
    public IReadOnlyList<MistakesEntry> Mistakes { get; init; } = [];

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
        Trusted = result.Mistakes?.Trusted.Id,
        Corrected = result.Corrections.Count,
        Mistakes = [.. (result.Mistakes?.Confusions ?? []).Select(MistakesEntry.Of)],
        FlaggedResponses = result.FlaggedResponses,
        Flagged = FlaggedFitEntry.Of(FlaggedFit.Among(result.Fitted.Concat(result.Reused))),
    };
}
