using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>annotate --json</c> prints.</summary>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Annotator">Who rated.</param>
/// <param name="AnnotatorVersion">Version of its rules.</param>
/// <param name="Responses">Responses in the study.</param>
/// <param name="Rated">Responses rated in this run.</param>
/// <param name="PartlyRated">Those of them on which a property could not be measured.</param>
/// <param name="Properties">Properties that it rates.</param>
/// <param name="NotMeasured">Properties that it does not measure.</param>
public sealed record AnnotateDocument(
    Provenance Provenance, string Annotator, string AnnotatorVersion, int Responses, int Rated, int PartlyRated,
    IReadOnlyList<string> Properties, IReadOnlyList<string> NotMeasured)
{
    /// <summary>Responses of the study with signs of manipulation.</summary>
    public required int FlaggedResponses { get; init; }

    /// <summary>The document of a result.</summary>
    public static AnnotateDocument Of(AnnotateResult result, Provenance provenance) => new(
        provenance, result.Annotator.Id, result.Annotator.Version, result.Responses, result.Rated, result.PartlyRated, result.Properties,
        [.. Prefdissect.Properties.PublishedProperties.All.Select(property => property.ShortName).Except(result.Properties)])
    {
        FlaggedResponses = result.FlaggedResponses,
    };
}
