using Prefdissect.Pairs;

namespace Prefdissect.Workflows;

/// <summary>Counts, vote by vote, the pairs that each judge judged in each group, and those that a fit could use: two different responses, and a vote for one of them.</summary>
internal sealed class UsablePairs
{
    private readonly Dictionary<ContentHash, int> places = [];
    private readonly Dictionary<(string Judge, string Group), Dictionary<int, bool>> judged = [];

    /// <summary>Unique pairs so far.</summary>
    public int Pairs => places.Count;

    public void Add(Vote vote)
    {
        var hash = vote.Pair.Hash;
        if (!places.TryGetValue(hash, out var place)) places.Add(hash, place = places.Count);
        var isUsable = vote.Verdict != Verdict.Tie && vote.A.Hash != vote.B.Hash;
        foreach (var group in Group.Of(vote.Scenario, vote.Metadata))
        {
            var key = (vote.Judge ?? Vote.UnnamedJudge, group);
            if (!judged.TryGetValue(key, out var ofGroup)) judged.Add(key, ofGroup = []);
            ofGroup[place] = isUsable || ofGroup.GetValueOrDefault(place);
        }
    }

    public IReadOnlyList<GroupExamination> ByGroup() =>
    [
        .. judged.Select(of => new GroupExamination(of.Key.Judge, of.Key.Group, of.Value.Count, of.Value.Values.Count(isUsable => isUsable)))
            .OrderBy(of => of.Judge, StringComparer.Ordinal).ThenBy(of => of.Group != Group.All).ThenBy(of => of.Group, StringComparer.Ordinal),
    ];
}
