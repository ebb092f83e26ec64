using Prefdissect.Annotating;

namespace Prefdissect.Workflows;

/// <summary>What an annotation did.</summary>
/// <param name="Annotator">Who rated.</param>
/// <param name="Responses">Responses in the study.</param>
/// <param name="Rated">Responses rated in this run.</param>
/// <param name="PartlyRated">Those of them on which a property could not be measured, such as texts that are not English.</param>
/// <param name="Properties">Short names of the properties it rates; the others are not measured.</param>
public sealed record AnnotateResult(AnnotatorIdentity Annotator, int Responses, int Rated, int PartlyRated, IReadOnlyList<string> Properties)
{
    /// <summary>Responses of the study with signs of manipulation.</summary>
    public int FlaggedResponses { get; init; }
}
