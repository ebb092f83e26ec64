using Prefdissect.Dissecting.AnnotatorErrors;

namespace Prefdissect.Reporting.Documents;

/// <summary>How often an annotator mistakes the features of a property, taking another one's for true.</summary>
/// <param name="Property">Short name.</param>
/// <param name="Pairs">Pairs that both compared by it.</param>
/// <param name="Differing">Those of them in which the trusted annotator sees a difference.</param>
/// <param name="NoneKept">Share of the pairs without a difference in which none is seen; <see langword="null"/> where there is a reason, as are the next two.</param>
/// <param name="Missed">Share of the pairs with a difference in which none is seen.</param>
/// <param name="Turned">Share of the pairs with a difference in which the other response is seen to have more.</param>
/// <param name="Reason">Why weights are not corrected for them; <see langword="null"/> where they are.</param>
public sealed record MistakesEntry(string Property, int Pairs, int Differing, double? NoneKept, double? Missed, double? Turned, string? Reason)
{
    /// <summary>The entry of a confusion.</summary>
    public static MistakesEntry Of(MeasuredConfusion of) =>
        new(of.Property, of.Pairs, of.Differing, of.Confusion?.NoneKept, of.Confusion?.Missed, of.Confusion?.Turned, of.Obstacle);
}
