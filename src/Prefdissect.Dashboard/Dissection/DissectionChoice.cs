using Prefdissect.Dashboard.Serving;
using Prefdissect.Dissecting.Published;
using Prefdissect.Pairs;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Dissection;

/// <summary>What of a source's degrees a person wants to see, as the address says it.</summary>
/// <param name="Judges">Judges, in their order.</param>
/// <param name="Groups">Groups, in their order.</param>
/// <param name="Sort">One of <see cref="Sorts"/>.</param>
/// <param name="View">One of <see cref="Views"/>.</param>
public sealed record DissectionChoice(IReadOnlyList<string> Judges, IReadOnlyList<string> Groups, string Sort, string View)
{
    /// <summary>Judges that are shown where none is named.</summary>
    private const int Usual = 4;

    /// <summary>More judges than this are shown as a map where nothing else is asked for: dots of so many would be pages high.</summary>
    private const int MostDots = 8;

    /// <summary>Published judges that are shown where none is named: people, and two models far apart in size.</summary>
    private static readonly string[] UsualPublished = ["human", "gpt-4-1106-preview", "llama-2-70b-chat", "mistral-7b"];

    /// <summary>The orders of the rows.</summary>
    public static IReadOnlyList<(string Name, string Title)> Sorts { get; } =
        [("published", "by kind"), ("name", "by name"), ("disagreement", "by disagreement")];

    /// <summary>What an order begins with that goes by a judge, whose name follows.</summary>
    public const string ByJudge = "judge:";

    /// <summary>The ways of showing.</summary>
    public static IReadOnlyList<(string Name, string Title)> Views { get; } = [("dots", "Dots and intervals"), ("map", "Map")];

    /// <summary>Whether a map is shown.</summary>
    public bool IsMap => View == "map";

    /// <summary>The choice that an address makes.</summary>
    /// <exception cref="RequestException">It names a judge or group that is not there.</exception>
    public static DissectionChoice Of(DegreesOfSource degrees, PageQuery query)
    {
        var groups = query.All("group").Distinct(StringComparer.Ordinal).ToList();
        if (groups.Count == 0) groups = [degrees.Groups.Contains(Group.All) ? Group.All : degrees.Groups[0]];
        if (groups.Find(group => !degrees.Groups.Contains(group)) is { } unknown) throw new RequestException($"Group '{unknown}' is not fitted. Fitted are {string.Join(", ", degrees.Groups)}.");
        var judges = query.All("judge").Distinct(StringComparer.Ordinal).ToList();
        if (judges.Find(judge => !degrees.Judges.Contains(judge) && !IsPublished(degrees, judge)) is { } stranger) throw new RequestException($"There is no fitted judge '{stranger}'. There are {string.Join(", ", degrees.Judges)}.");
        if (judges.Count == 0) judges = [.. degrees.IsStudy ? degrees.Judges.Take(Usual) : UsualPublished];
        return new DissectionChoice(judges, groups, query.Word("sort", [.. Sorts.Select(sort => sort.Name), .. judges.Select(judge => ByJudge + judge)]), query.Word("view", judges.Count > MostDots ? ["map", "dots"] : ["dots", "map"]));
    }

    private static bool IsPublished(DegreesOfSource degrees, string judge) =>
        degrees.IsStudy && PublishedJudges.HasPrefix(judge) && PublishedJudges.Names.Contains(PublishedJudges.Bare(judge));
}
