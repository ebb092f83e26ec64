using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.AnnotatorErrors;

namespace Prefdissect.Workflows;

/// <summary>What a run of fits did.</summary>
/// <param name="Annotator">Whose ratings were used.</param>
/// <param name="Fitted">Fits made in this run, by judge and group.</param>
/// <param name="Reused">Fits that were there already, with the same data and options; where a run that was stopped left one without its folds, these were made now.</param>
/// <param name="Refused">What was asked for and could not be fitted, with the reason.</param>
/// <param name="SmallGroups">Groups passed over because they have fewer usable pairs than are fitted by default: judge, group, usable pairs.</param>
public sealed record FitResult(
    AnnotatorIdentity Annotator, IReadOnlyList<JudgeFit> Fitted, IReadOnlyList<JudgeFit> Reused, IReadOnlyList<FitRefusal> Refused, IReadOnlyList<SmallGroup> SmallGroups)
{
    /// <summary>Responses of the study with signs of manipulation.</summary>
    public int FlaggedResponses { get; init; }

    /// <summary>Responses that the surface annotator, where its ratings were used, has not rated yet: their pairs are left out.</summary>
    public int UnratedResponses { get; init; }

    /// <summary>The mistakes of the annotator, where the fits were corrected for them; <see langword="null"/> where that was not asked for.</summary>
    public DoublyRatedPairs? Mistakes { get; init; }

    /// <summary>Corrections of the fits, made now or there already; empty where none were asked for.</summary>
    public IReadOnlyList<FitCorrection> Corrections { get; init; } = [];
}
