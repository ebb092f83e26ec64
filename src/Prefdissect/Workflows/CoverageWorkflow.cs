using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>On how many pairs is each property measured, by group?</summary>
public static class CoverageWorkflow
{
    /// <summary>The coverage of every property that an annotator rated, group by group; pairs that several judges voted on count once.</summary>
    public static IReadOnlyList<PropertyCoverage> Run(Study study, AnnotatorIdentity annotator)
    {
        var rated = new RatedStudy(study, annotator);
        var groups = new Dictionary<string, Dictionary<ContentHash, ComparedPair>>(StringComparer.Ordinal);
        foreach (var judge in new StudyReader(study).JudgesWithVotes())
        {
            foreach (var (group, pairs) in rated.ByGroup(judge))
            {
                if (!groups.TryGetValue(group, out var known)) groups.Add(group, known = []);
                foreach (var pair in pairs) known[pair.Compared.Pair] = pair.Compared;
            }
        }
        return
        [
            .. groups.SelectMany(of => Design.Build(rated.Properties, of.Value.Values.Select(pair => new JudgedPair(pair, new VoteCounts(1, 0, 0)))).Report.Properties
                .Select(use => new PropertyCoverage(use.Property, of.Key, use.Measured, use.Eligible))),
        ];
    }
}
