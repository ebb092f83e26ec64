using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>One judge's degrees of preference on one group, of a fit or of the paper, ready to be drawn beside others'.</summary>
/// <param name="Judge">The judge; a published one with <see cref="PublishedJudges.Prefix"/> where it stands beside judges of a study.</param>
/// <param name="Group">The group of pairs.</param>
/// <param name="Marks">Short name of a property → its degree; empty where the judge has none on the group.</param>
public sealed record JudgeDegrees(string Judge, string Group, IReadOnlyDictionary<string, DegreeMark> Marks)
{
    /// <summary>Pairs in the fit; <see langword="null"/> for a published judge.</summary>
    public int? Pairs { get; init; }

    /// <summary>Whose ratings; <see langword="null"/> for a published judge.</summary>
    public string? Annotator { get; init; }

    /// <summary>Whether its votes were simulated.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>What a reader must know of this fit: out of date, with responses that show signs of manipulation, not healthy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether it is one of the paper's, of which only means are known.</summary>
    public bool IsPublished => Pairs is null && Marks.Count > 0;

    /// <summary>A judge without weights on the group.</summary>
    public static JudgeDegrees None(string judge, string group) => new(judge, group, new Dictionary<string, DegreeMark>());

    /// <summary>The degrees of a fit.</summary>
    public static JudgeDegrees Of(JudgeFit fit, DissectionView view) => new(
        fit.Subject.Judge, fit.Subject.Group, fit.Weights.ToDictionary(weight => weight.Property, weight => DegreeMark.Of(weight, view.PlantedWeight(fit.Subject.Judge, weight.Property))))
    {
        Pairs = fit.Design.Pairs,
        Annotator = fit.Subject.Annotator.Id,
        IsSimulated = view.SimulatedJudges.Contains(fit.Subject.Judge),
        Warnings =
        [
            .. view.Stale.Contains(fit.Subject) ? ["out of date"] : Array.Empty<string>(),
            .. fit.Design.FlaggedPairs > 0 ? [$"{Rounded.Count(fit.Design.FlaggedPairs.Value, "pair", "pairs")} with a response that shows signs of manipulation"] : Array.Empty<string>(),
            .. fit.Design.FlaggedLeftOut > 0 ? [$"without {Rounded.Count(fit.Design.FlaggedLeftOut, "pair", "pairs")} with a response that shows signs of manipulation"] : Array.Empty<string>(),
            .. fit.Health.IsHealthy ? Array.Empty<string>() : ["sampling not healthy"],
        ],
    };

    /// <summary>The degrees of published weights: points without intervals.</summary>
    public static JudgeDegrees Of(JudgeWeights published) =>
        new(published.Judge, published.Group, published.Values.ToDictionary(entry => entry.Key, entry => new DegreeMark(Degree.Of(entry.Value), entry.Value)));
}
