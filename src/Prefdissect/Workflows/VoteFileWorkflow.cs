using Prefdissect.Importing;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows;

/// <summary>What would a file of votes give? Reads it whole, keeps nothing.</summary>
public static class VoteFileWorkflow
{
    private const int RefusedShown = 20;

    /// <summary>Examines a file.</summary>
    /// <exception cref="ImportException">The file cannot be read as a whole.</exception>
    public static VoteFileExamination Run(string path, ImportOptions options, CancellationToken cancellation)
    {
        using var file = VoteFile.Open(path, options);
        var usable = new UsablePairs();
        var judges = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var groups = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var verdicts = new Dictionary<Verdict, int>();
        var refused = new List<RefusedRow>();
        var (rows, bad, unnamed) = (0, 0, 0);
        foreach (var row in file.Rows(cancellation))
        {
            rows++;
            if (row is RefusedRow problem)
            {
                if (bad++ < RefusedShown) refused.Add(problem);
                continue;
            }
            foreach (var vote in ((ReadRow)row).Votes)
            {
                unnamed += vote.Judge is null ? 1 : 0;
                Count(judges, vote.Judge ?? Vote.UnnamedJudge);
                verdicts[vote.Verdict] = verdicts.GetValueOrDefault(vote.Verdict) + 1;
                foreach (var group in Group.Of(vote.Scenario, vote.Metadata)) Count(groups, group);
                usable.Add(vote);
            }
        }
        var read = new ImportedFile(path, file.Format) { Rows = rows, Votes = judges.Values.Sum(), UnnamedVotes = unnamed, Refused = bad, FirstRefused = refused };
        return new VoteFileExamination(read with { Notes = [.. file.Notes, .. new[] { read.UnnamedNote }.OfType<string>()] })
        {
            Pairs = usable.Pairs,
            Verdicts = (verdicts.GetValueOrDefault(Verdict.A), verdicts.GetValueOrDefault(Verdict.B), verdicts.GetValueOrDefault(Verdict.Tie)),
            Judges = judges,
            Groups = groups,
            Usable = usable.ByGroup(),
        };
    }

    private static void Count(SortedDictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
}
