using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Which judges and groups of a study are meant by the names that a person gave.</summary>
internal static class StudySelection
{
    /// <summary>The judges named, or all.</summary>
    /// <exception cref="RequestException">A name is none of the study's judges, or there are none.</exception>
    public static IReadOnlyList<string> Judges(StudyReader reader, IReadOnlyList<string> named)
    {
        var present = reader.JudgesWithVotes();
        if (present.Count == 0) throw new RequestException("The study has no votes yet. Read some with `prefdissect import FILE -s STUDY`.");
        var unknown = named.Except(present, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) throw new RequestException($"The study has no judge '{unknown[0]}'; it has {Shortened(present)}.");
        return named.Count == 0 ? present : [.. named.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The name of a group as a person may write it: <c>scenario=Code</c> is <c>Code</c>.</summary>
    public static string GroupName(string written) =>
        written.StartsWith("scenario=", StringComparison.Ordinal) ? Group.OfScenario(written["scenario=".Length..]) : written;

    /// <summary>Names, the first dozen of them.</summary>
    public static string Shortened(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(12)) + (names.Count > 12 ? $" and {names.Count - 12} more" : "");
}
