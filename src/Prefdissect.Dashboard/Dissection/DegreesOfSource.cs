using Prefdissect.Dashboard.Sources;
using Prefdissect.Dissecting.Published;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Reporting;
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
        Groups = GroupOrder.Of(degrees.Keys.Select(one => one.Group));
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
        return new DegreesOfSource(view.Fits.Select(fit => (fit.Subject.Judge, fit.Subject.Group, (Func<JudgeDegrees>)(() => JudgeDegrees.Of(fit, view))))) { View = view, Properties = view.Properties };
    }

    /// <summary>A judge on a group; <see langword="null"/> where that was not fitted.</summary>
    public JudgeDegrees? Find(string judge, string group)
    {
        if (degrees.TryGetValue((judge, group), out var make)) return make();
        if (!IsStudy || !PublishedJudges.HasPrefix(judge)) return null;
        var name = PublishedJudges.Bare(judge);
        var isThere = PublishedJudges.Names.Contains(name) && (group == Group.All || PublishedJudges.Groups.Contains(group));
        return isThere ? OfPublished(judge, name, group) : null;
    }

    private static JudgeDegrees OfPublished(string judge, string name, string group) => JudgeDegrees.Of(PublishedJudges.On(name, group)) with { Judge = judge, Group = group };
}
