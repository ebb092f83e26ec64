using Prefdissect.Annotating;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Simulating;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Fills a study with simulated pairs, what was planted in them, the judges' votes and their true weights; all of it or nothing.</summary>
public static class SimulateWorkflow
{
    private const int ReportEvery = 500;

    /// <summary>Writes a simulation into a study.</summary>
    /// <exception cref="RequestException">The study holds other pairs: simulated and real votes are not mixed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing was kept.</exception>
    public static StudyCounts Run(Study study, SimulationOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var reader = new StudyReader(study);
        using var write = study.BeginWrite();
        if (reader.Counts().Pairs is > 0 and var pairs)
        {
            throw new RequestException($"{study.Path}: the study holds {pairs} pairs already, and simulated pairs are not mixed with others. Name a new file with -s.");
        }
        WriteWeights(write, options.Judges);
        using (var votes = write.Votes(new VoteSource($"simulate --pairs {options.Pairs} --judges {options.Judges.Count} --seed {options.Seed}", "simulation", Simulated: true)))
        using (var ratings = write.Ratings(AnnotatorIdentity.Planted))
        {
            foreach (var pair in StudySimulator.Simulate(options))
            {
                cancellation.ThrowIfCancellationRequested();
                Write(pair, votes, ratings);
                if ((pair.Index + 1) % ReportEvery == 0) progress?.Report(new WorkProgress("pairs", pair.Index + 1, options.Pairs));
            }
            votes.Complete();
        }
        write.Commit();
        return reader.Counts();
    }

    private static void WriteWeights(StudyWrite write, IReadOnlyList<SimulatedJudge> judges)
    {
        var weights = write.PlantedWeights();
        foreach (var judge in judges)
        {
            for (var p = 0; p < judge.Weights.Count; p++) weights.Add(judge.Name, PublishedProperties.All[p].ShortName, judge.Weights[p]);
        }
    }

    private static void Write(SimulatedPair pair, VoteWriter votes, RatingWriter ratings)
    {
        var id = 0L;
        foreach (var vote in pair.Votes) id = votes.Add(vote);
        var aIsFirst = pair.Pair.First.Hash == pair.A.Hash;
        var (first, second) = aIsFirst ? (pair.RatingsA, pair.RatingsB) : (pair.RatingsB, pair.RatingsA);
        for (var p = 0; p < PublishedProperties.All.Count; p++)
        {
            ratings.AddToPair(id, PairSide.First, PublishedProperties.All[p], first[p]);
            ratings.AddToPair(id, PairSide.Second, PublishedProperties.All[p], second[p]);
        }
    }
}
