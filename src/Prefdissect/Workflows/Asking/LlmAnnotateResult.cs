using Prefdissect.Annotating;
using Prefdissect.Models.Answers;

namespace Prefdissect.Workflows.Asking;

/// <summary>What an annotation by a model did.</summary>
/// <param name="Annotator">Who rated.</param>
/// <param name="Status">How far the annotation is now.</param>
/// <param name="End">Why it ended.</param>
public sealed record LlmAnnotateResult(AnnotatorIdentity Annotator, AnnotationStatus Status, AskingEnd End)
{
    /// <summary>Pairs about which something was done in this run.</summary>
    public int Pairs { get; init; }

    /// <summary>The failure that stopped the work, or <see langword="null"/>.</summary>
    public ModelFailure? Stop { get; init; }

    /// <summary>Questions without a stored answer, where nothing may be sent.</summary>
    public int NotStored { get; init; }
}
