using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;
using Prefdissect.Figures;

namespace Prefdissect.Reporting;

/// <summary>One judge's degrees of preference on one group, fitted or published, ready to be drawn beside others'.</summary>
/// <param name="Judge">The judge; a published one with <see cref="PublishedJudges.Prefix"/> where it stands beside judges of a study.</param>
/// <param name="Degrees">Short name of a property → degree, in (0, 1), with the 50 % and 95 % intervals where there are draws; empty where the judge has none on the group.</param>
public sealed record JudgeDegrees(string Judge, IReadOnlyDictionary<string, DotPoint> Degrees)
{
    /// <summary>Posterior means of the weights, by short name.</summary>
    public required IReadOnlyDictionary<string, double> Weights { get; init; }

    /// <summary>Pairs of the fit; <see langword="null"/> for published weights, which do not say.</summary>
    public int? Pairs { get; init; }

    /// <summary>Whose ratings; <see langword="null"/> for published weights.</summary>
    public string? Annotator { get; init; }

    /// <summary>Whether the judge is simulated.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>A judge without weights on the group.</summary>
    public static JudgeDegrees None(string judge) => new(judge, new Dictionary<string, DotPoint>()) { Weights = new Dictionary<string, double>() };

    /// <summary>The degrees of a fit: the posterior median, with its intervals.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="isSimulated">Whether its judge is simulated.</param>
    public static JudgeDegrees Of(JudgeFit fit, bool isSimulated) => new(fit.Subject.Judge, fit.Weights.ToDictionary(weight => weight.Property, weight =>
    {
        var median = Degree.Of(weight.Posterior.Median);
        return new DotPoint(median)
        {
            Inner = new Interval(Degree.Of(weight.Posterior.Q25), Degree.Of(weight.Posterior.Q75)),
            Outer = new Interval(weight.PreferenceLow, weight.PreferenceHigh),
            Detail = $"{PlainText.Name(fit.Subject.Judge)} · {PlainText.Name(weight.Property)}: {Short(median, weight.PreferenceLow, weight.PreferenceHigh)}, n {Rounded.Count(fit.Design.Pairs)}",
        };
    }))
    {
        Weights = fit.PosteriorMeans.Values,
        Pairs = fit.Design.Pairs,
        Annotator = fit.Subject.Annotator.Id,
        IsSimulated = isSimulated,
    };

    /// <summary>The degrees of published weights: points without intervals.</summary>
    public static JudgeDegrees Of(JudgeWeights published) => new(published.Judge, published.Values.ToDictionary(of => of.Key, of =>
    {
        var degree = Degree.Of(of.Value);
        return new DotPoint(degree) { Detail = $"{PlainText.Name(published.Judge)} · {PlainText.Name(of.Key)}: {Rounded.Percent(degree)} %, published" };
    }))
    { Weights = published.Values };

    /// <summary>A degree and its interval in few characters.</summary>
    internal static string Short(double degree, double low, double high) => $"{Rounded.Percent(degree)} % ({Rounded.Percent(low)}–{Rounded.Percent(high)})";
}
