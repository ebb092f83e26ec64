using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Writers;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>A study through one annotator's eyes: its pairs compared, and each judge's votes on them by group. Read once, used for many fits.</summary>
public sealed class RatedStudy
{
    private readonly StudyReader reader;
    private readonly Dictionary<long, ComparedPair> pairs;
    private readonly IReadOnlyDictionary<long, IReadOnlyList<string>> groupsOfContexts;
    private readonly IReadOnlyDictionary<long, string> toldScenarios;
    private readonly IReadOnlySet<long> contextsWithScenario;

    /// <summary>Reads the pairs of a study with the ratings of an annotator.</summary>
    public RatedStudy(Study study, AnnotatorIdentity annotator)
    {
        Annotator = annotator;
        reader = new StudyReader(study);
        var ratings = new RatingReader(study, annotator);
        Properties = ratings.Properties;
        pairs = ratings.Pairs().ToDictionary(entry => entry.Id, entry => ComparedPair.Of(Properties, entry.Pair));
        groupsOfContexts = reader.GroupsOfContexts();
        toldScenarios = reader.ToldScenarios();
        contextsWithScenario = reader.ContextsWithScenario();
    }

    /// <summary>Who rated.</summary>
    public AnnotatorIdentity Annotator { get; }

    /// <summary>What was rated, in published order, then the study's own.</summary>
    public IReadOnlyList<Property> Properties { get; }

    /// <summary>Every pair, compared.</summary>
    public IReadOnlyCollection<ComparedPair> Pairs => pairs.Values;

    /// <summary>A judge's pairs with its votes, by group; every group that has any, <c>all</c> first, then by name.</summary>
    /// <param name="judge">The judge.</param>
    /// <param name="control">With <see cref="Control.Model"/>, pairs carry their writers as far as these are known.</param>
    public IReadOnlyDictionary<string, IReadOnlyList<JudgedPair>> ByGroup(string judge, Control control = Control.None)
    {
        var writers = control == Control.Model
            ? reader.WritersOf(judge).ToDictionary(entry => entry.Key, entry => new PairWriters(entry.Value.First, entry.Value.Second))
            : [];
        var counts = new Dictionary<string, Dictionary<long, VoteCounts>>(StringComparer.Ordinal);
        foreach (var vote in reader.VotesOf(judge))
        {
            foreach (var group in GroupsOf(vote))
            {
                if (!counts.TryGetValue(group, out var ofGroup)) counts.Add(group, ofGroup = []);
                ofGroup[vote.Pair] = Counted(ofGroup.GetValueOrDefault(vote.Pair), vote);
            }
        }
        return counts.OrderBy(entry => entry.Key != Group.All).ThenBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(
            entry => entry.Key, entry => (IReadOnlyList<JudgedPair>)[.. entry.Value.Select(of => new JudgedPair(pairs[of.Key], of.Value, writers.GetValueOrDefault(of.Key)))]);
    }

    // What a vote says of itself goes before what a classifier told of its query.
    private IEnumerable<string> GroupsOf(StoredVote vote)
    {
        var groups = groupsOfContexts[vote.Context];
        return toldScenarios.TryGetValue(vote.Pair, out var told) && !contextsWithScenario.Contains(vote.Context) && !groups.Contains(told) ? groups.Append(told) : groups;
    }

    private static VoteCounts Counted(VoteCounts counts, StoredVote vote) => vote.Verdict switch
    {
        > 0 => counts with { First = counts.First + (int)vote.Count },
        < 0 => counts with { Second = counts.Second + (int)vote.Count },
        _ => counts with { Ties = counts.Ties + (int)vote.Count },
    };
}
