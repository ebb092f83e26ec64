using Prefdissect.Dashboard.Sources;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;
using Prefdissect.Figures;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Dissection;

/// <summary>The degrees of preference that a source has: of all its judges on all its groups, and of the published judges beside them.</summary>
public sealed class DegreesOfSource
{
    private readonly Dictionary<(string Judge, string Group), Func<JudgeDegrees>> degrees;

    private DegreesOfSource(IEnumerable<(string Judge, string Group, Func<JudgeDegrees> Make)> all)
    {
        // Made when asked for: a page shows few of them.
        degrees = all.ToDictionary(one => (one.Judge, one.Group), one => one.Make);
        Judges = [.. degrees.Keys.Select(one => one.Judge).Distinct(StringComparer.Ordinal)];
        Groups = [.. degrees.Keys.Select(one => one.Group).Distinct(StringComparer.Ordinal).OrderBy(group => group == Group.All ? -1 : PlaceOf(group)).ThenBy(group => group, StringComparer.Ordinal)];
    }

    /// <summary>The judges of the source itself.</summary>
    public IReadOnlyList<string> Judges { get; }

    /// <summary>The groups on which any of them was fitted, <c>all</c> first, then as published.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>The properties, in the order in which they are shown.</summary>
    public PropertySet Properties { get; private init; } = PropertySet.Published;

    /// <summary>The stored fits behind it; <see langword="null"/> for the published judges.</summary>
    public DissectionView? View { get; private init; }

    /// <summary>Whether judges carry the prefix of published ones: beside those of a study.</summary>
    public bool IsStudy => View is not null;

    /// <summary>The published judges by themselves.</summary>
    public static DegreesOfSource Published { get; } = new(PublishedJudges.Names.SelectMany(name =>
        PublishedJudges.Groups.Prepend(Group.All).Select(group => (name, group, (Func<JudgeDegrees>)(() => OfPublished(name, name, group))))));

    /// <summary>The degrees of a source.</summary>
    /// <exception cref="RequestException">Nothing is fitted yet, or there is no such annotator.</exception>
    public static DegreesOfSource Of(SourceReading reading, string? annotator)
    {
        if (reading.Source.IsPublished) return Published;
        var view = StudyDissection.Of(reading, annotator);
        return new DegreesOfSource(view.Fits.Select(fit => (fit.Subject.Judge, fit.Subject.Group, (Func<JudgeDegrees>)(() => OfFit(fit, view))))) { View = view, Properties = view.Properties };
    }

    /// <summary>A judge on a group; <see langword="null"/> where that was not fitted.</summary>
    public JudgeDegrees? Find(string judge, string group)
    {
        if (degrees.TryGetValue((judge, group), out var make)) return make();
        if (!IsStudy || !judge.StartsWith(PublishedJudges.Prefix, StringComparison.Ordinal)) return null;
        var name = judge[PublishedJudges.Prefix.Length..];
        var isThere = PublishedJudges.Names.Contains(name) && (group == Group.All || PublishedJudges.Groups.Contains(group));
        return isThere ? OfPublished(judge, name, group) : null;
    }

    private static JudgeDegrees OfPublished(string judge, string name, string group)
    {
        var weights = PublishedJudges.On(name, group);
        return new JudgeDegrees(judge, group, weights.Values.ToDictionary(entry => entry.Key, entry => new DegreeMark(Degree.Of(entry.Value), entry.Value)));
    }

    private static JudgeDegrees OfFit(JudgeFit fit, DissectionView view) => new(fit.Subject.Judge, fit.Subject.Group, fit.Weights.ToDictionary(weight => weight.Property, weight => MarkOf(fit, weight, view)))
    {
        Pairs = fit.Design.Pairs,
        Annotator = fit.Subject.Annotator.Id,
        IsSimulated = view.SimulatedJudges.Contains(fit.Subject.Judge),
        Warnings =
        [
            .. view.Stale.Contains(fit.Subject) ? ["out of date"] : Array.Empty<string>(),
            .. fit.Health.IsHealthy ? Array.Empty<string>() : ["sampling not healthy"],
        ],
    };

    private static DegreeMark MarkOf(JudgeFit fit, PropertyWeight weight, DissectionView view) => new(Degree.Of(weight.Posterior.Median), weight.Mean)
    {
        Inner = new Interval(Degree.Of(weight.Posterior.Q25), Degree.Of(weight.Posterior.Q75)),
        Outer = new Interval(weight.PreferenceLow, weight.PreferenceHigh),
        Planted = view.PlantedWeight(fit.Subject.Judge, weight.Property) is { } truth ? Degree.Of(truth) : null,
    };

    private static int PlaceOf(string group)
    {
        for (var i = 0; i < PublishedJudges.Groups.Count; i++)
        {
            if (PublishedJudges.Groups[i] == group) return i;
        }
        return int.MaxValue;
    }
}
