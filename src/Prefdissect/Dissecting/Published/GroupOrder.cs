using Prefdissect.Pairs;

namespace Prefdissect.Dissecting.Published;

/// <summary>The order in which groups stand wherever several do: all pairs first, then as published, then by name.</summary>
public static class GroupOrder
{
    /// <summary>Each group once, in order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> groups)
    {
        var places = PublishedJudges.Groups.Prepend(Group.All).Index().ToDictionary(of => of.Item, of => of.Index, StringComparer.Ordinal);
        return [.. groups.Distinct(StringComparer.Ordinal).OrderBy(group => places.GetValueOrDefault(group, int.MaxValue)).ThenBy(group => group, StringComparer.Ordinal)];
    }
}
