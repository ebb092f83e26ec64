using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Samples;

/// <summary>The groups of one pair, as fits put its votes into groups.</summary>
internal static class PairGroups
{
    /// <summary>The groups, all pairs first, then by name.</summary>
    /// <param name="votes">The pair's votes.</param>
    /// <param name="told">The group that a classifier told of its query; <see langword="null"/> where none did.</param>
    public static IReadOnlyList<string> Of(IEnumerable<KeptVote> votes, string? told) =>
    [
        .. votes.SelectMany(vote => OfVote(vote, told)).Append(Group.All).Distinct(StringComparer.Ordinal)
            .OrderBy(group => group != Group.All).ThenBy(group => group, StringComparer.Ordinal),
    ];

    // As RatedStudy puts votes into groups.
    private static IEnumerable<string> OfVote(KeptVote vote, string? told)
    {
        var groups = Group.Of(vote.Scenario, vote.Metadata);
        return told is not null && string.IsNullOrEmpty(vote.Scenario) ? groups.Append(Group.OfScenario(told)) : groups;
    }
}
