using Prefdissect.Annotating;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Samples;

/// <summary>How the responses of a pair differ in a property. Where that cannot be told, it does not hold.</summary>
internal sealed class PropertyCriterion(Study study, AnnotatorIdentity annotator, Property property, MoreOf side) : IPairCriterion
{
    private readonly PairRatingReader ratings = new(study, annotator, [property]);

    public IReadOnlySet<long> Of(IReadOnlyList<long> pairs) => ratings.Of(pairs).Where(of => of.Value[0].Comparison is { } comparison && Holds(comparison.Sign)).Select(of => of.Key).ToHashSet();

    private bool Holds(int sign) => side switch
    {
        MoreOf.A => sign > 0,
        MoreOf.B => sign < 0,
        MoreOf.Neither => sign == 0,
        _ => sign != 0,
    };
}
