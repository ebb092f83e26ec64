using Prefdissect.Dashboard.Dissection;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.WhatIf;

/// <summary>
/// The judges that are asked where an address names none: all where there are few; else people and the model that most are compared with, and beside them, one after the other, the
/// judge that is least like the nearest of those already taken (Pearson's correlation of the weights). So that a switch shows judges who answer differently.
/// </summary>
internal static class UsualJudges
{
    private const int Most = 6;
    private static readonly string[] Anchors = ["human", "gpt-4-1106-preview"];

    /// <summary>The judges, in the order of the source.</summary>
    public static IReadOnlyList<string> Of(DegreesOfSource degrees, string group)
    {
        var all = degrees.Judges.Select(judge => degrees.Find(judge, group)).OfType<JudgeDegrees>().ToList();
        if (all.Count <= Most) return [.. all.Select(one => one.Judge)];
        var properties = all[0].Marks.Keys.Where(name => all.TrueForAll(one => one.Marks.ContainsKey(name))).Order(StringComparer.Ordinal).ToList();
        var weights = all.ToDictionary(one => one, one => properties.Select(name => one.Marks[name].Weight).ToArray());
        var taken = all.Where(one => Anchors.Contains(one.Judge)).ToList();
        if (taken.Count == 0) taken.Add(all[0]);
        while (taken.Count < Most) taken.Add(all.Except(taken).MinBy(one => taken.Max(other => SimilarityMetrics.Pearson.Of(weights[one], weights[other]) ?? 0))!);
        return [.. all.Where(taken.Contains).Select(one => one.Judge)];
    }
}
