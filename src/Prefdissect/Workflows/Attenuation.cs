using Prefdissect.Dissecting;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows;

/// <summary>
/// How far a simulated judge's weights are pulled towards 0: the slope of the fitted on the true weights through the origin, over the properties of the fit. 1 is
/// not at all. With ratings by <c>planted</c> only the prior pulls; with others their errors do, and what they do not measure: a logistic regression that lacks
/// properties that matter finds smaller weights for the others.
/// </summary>
/// <param name="Judge">The judge.</param>
/// <param name="Annotator">Whose ratings the fit used.</param>
/// <param name="Pairs">Pairs in the fit.</param>
/// <param name="Properties">Properties in the fit.</param>
/// <param name="Slope">The slope.</param>
/// <param name="Correlation">Pearson correlation of fitted and true weights.</param>
public sealed record Attenuation(string Judge, string Annotator, int Pairs, int Properties, double Slope, double Correlation)
{
    /// <summary>The attenuation of every fit on <c>all</c> of a judge whose true weights are known.</summary>
    public static IReadOnlyList<Attenuation> Of(IEnumerable<JudgeFit> fits, IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> planted) =>
    [
        .. fits.Where(fit => fit.Subject.Group == Group.All && planted.ContainsKey(fit.Subject.Judge))
            .Select(fit => Of(fit, planted[fit.Subject.Judge])).OfType<Attenuation>(),
    ];

    private static Attenuation? Of(JudgeFit fit, IReadOnlyDictionary<string, double> truth)
    {
        var points = fit.Weights.Select(weight => (Fitted: weight.Mean, True: truth.GetValueOrDefault(weight.Property))).ToList();
        var trueSquares = points.Sum(point => point.True * point.True);
        var correlation = Dissecting.Similarities.SimilarityMetrics.Pearson.Of([.. points.Select(point => point.Fitted)], [.. points.Select(point => point.True)]);
        if (trueSquares == 0 || correlation is null) return null;
        return new Attenuation(
            fit.Subject.Judge, fit.Subject.Annotator.Id, fit.Design.Pairs, points.Count, points.Sum(point => point.Fitted * point.True) / trueSquares, correlation.Value);
    }
}
