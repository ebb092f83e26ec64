using System.Globalization;
using Prefdissect.Annotating.Asking;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>The share of pairs whose query calls for some query-specific question, as a range.</summary>
/// <param name="Least">Lower end, in 0…1.</param>
/// <param name="Most">Upper end.</param>
/// <param name="Basis">What it rests on.</param>
internal sealed record CallingShare(double Least, double Most, string Basis)
{
    private const int FewestExamined = 30;
    private const double PublishedPairs = 5240;

    /// <summary>What requests that may not be sent at all are counted as.</summary>
    public string Assumption(int requests) => string.Create(
        CultureInfo.InvariantCulture, $"Of up to {requests} query-specific requests it is not known yet whether the query calls for them: {100 * Least:0} to {100 * Most:0} % of them are counted, {Basis}.");

    /// <summary>As found in the study where enough queries were examined by this annotator or an earlier version of it, else as in the published data.</summary>
    public static CallingShare Of(Study study, LlmAnnotateRequest work)
    {
        var (examined, calling) = new StudyReader(study).Annotators().Where(annotator => annotator.Id == work.Identity.Id)
            .Select(annotator => new AnnotationReader(study, annotator).QuerySpecific(AnnotationStep.QuerySpecific.Name)).DefaultIfEmpty().MaxBy(of => of.Examined);
        return examined >= FewestExamined ? Measured(examined, calling) : Published(work.Properties);
    }

    private static CallingShare Measured(int examined, int calling)
    {
        var (least, most) = ShareInterval.Of(calling / (double)examined, examined);
        return new CallingShare(least, most, string.Create(CultureInfo.InvariantCulture, $"the 95 % interval of the {calling} among the {examined} pairs of this study that were examined"));
    }

    // The published counts overlap by an unknown number: at least the largest of them call, at most all together.
    private static CallingShare Published(PropertySet properties)
    {
        var counts = AnnotationStep.QuerySpecific.PropertiesOf(properties).Select(property => property.Applies switch
        {
            Applicability.ToQueriesWith with => with.Trait,
            Applicability.ToEachOf each => each.Trait,
            _ => throw new InvalidOperationException($"'{property.ShortName}' depends on no trait of the query."),
        }).Distinct().Select(CountOf).DefaultIfEmpty().ToList();
        return new CallingShare(counts.Max() / PublishedPairs, counts.Sum() / PublishedPairs, "the share in the published data, whose queries may call for more or less than yours");
    }

    private static double CountOf(QueryTrait trait) => trait switch
    {
        QueryTrait.Constraints => 1418,
        QueryTrait.UnclearIntent => 459,
        QueryTrait.Mistakes => 401,
        QueryTrait.Stances => 388,
        QueryTrait.Feelings => 121,
        _ => throw new ArgumentOutOfRangeException(nameof(trait), trait, "There is no published count."),
    };
}
