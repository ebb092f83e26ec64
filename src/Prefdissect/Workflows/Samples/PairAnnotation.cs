using Prefdissect.Annotating;
using Prefdissect.Annotating.Answers;
using Prefdissect.Importing;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Samples;

/// <summary>What one annotator says of a pair.</summary>
/// <param name="Annotator">Who.</param>
/// <param name="Ratings">The properties rated on a side or both, in published order, then the study's own.</param>
public sealed record PairAnnotation(AnnotatorIdentity Annotator, IReadOnlyList<PairRating> Ratings)
{
    /// <summary>What it found in the query; <see langword="null"/> where it did not look.</summary>
    public QueryInfo? Info { get; init; }

    /// <summary>The errors that a model found, one entry a side; none where it did not look for any, or its answers are not stored.</summary>
    public IReadOnlyList<AnsweredErrors> Errors { get; init; } = [];
}
