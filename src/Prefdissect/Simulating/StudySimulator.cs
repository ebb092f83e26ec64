using Prefdissect.Pairs;

namespace Prefdissect.Simulating;

/// <summary>
/// Makes studies whose answer is known: texts composed to show planted properties, and judges with known weights who vote on what was planted.
/// Scenarios and query-specific subsets come in the published proportions (paper, §3.1); among each 524 pairs in a row the scenarios' are exact.
/// </summary>
public static class StudySimulator
{
    private const int Block = 524;

    /// <summary>The pairs of a study, made as they are asked for. All pairs differ in content.</summary>
    /// <param name="options">What to simulate.</param>
    /// <returns>Pairs 0, 1, 2, …; pair i depends on the seed and i, and on the pairs before it only where it would equal one of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one pair is asked for.</exception>
    /// <exception cref="ArgumentException">Two judges have the same name.</exception>
    public static IEnumerable<SimulatedPair> Simulate(SimulationOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Pairs, 1, nameof(options));
        ArgumentNullException.ThrowIfNull(options.Judges, nameof(options));
        if (options.Judges.Select(judge => judge.Name).Distinct().Count() < options.Judges.Count)
        {
            throw new ArgumentException("Every simulated judge needs a name of its own.", nameof(options));
        }
        return Stream(options);
    }

    private static IEnumerable<SimulatedPair> Stream(SimulationOptions options)
    {
        var composer = new PairComposer(Corpus.Shared, options.Seed);
        var seen = new HashSet<ContentHash>();
        int[] order = [];
        for (var index = 0; index < options.Pairs; index++)
        {
            if (index % Block == 0) order = ScenarioOrder(options.Seed, index / Block);
            var attempt = 0;
            var pair = composer.Compose(order[index % Block], index, attempt);
            while (!seen.Add(pair.Pair.Hash)) pair = composer.Compose(order[index % Block], index, ++attempt);
            yield return pair with { Votes = Votes(pair, options) };
        }
    }

    /// <summary>Indices of scenarios in one block: 82 each of Knowledge-aware and Others, 40 of every other, in random order.</summary>
    private static int[] ScenarioOrder(ulong seed, int block)
    {
        var order = Group.PublishedScenarios
            .SelectMany((name, i) => Enumerable.Repeat(i, name is "Knowledge-aware" or "Others" ? 82 : 40))
            .ToArray();
        var random = DeterministicRandom.Of(seed, DeterministicRandom.Key("scenarios"), (ulong)block);
        random.Shuffle(order.AsSpan());
        return order;
    }

    private static Vote[] Votes(SimulatedPair pair, SimulationOptions options)
    {
        int[] features = [.. pair.Features];
        KeyValuePair<string, string>[] metadata =
            [.. pair.Traits.Subsets.Select(name => KeyValuePair.Create(SimulatedPair.SubsetPrefix + name, Group.InSubset))];
        var votes = new Vote[options.Judges.Count];
        for (var i = 0; i < votes.Length; i++)
        {
            var judge = options.Judges[i];
            var random = DeterministicRandom.Of(options.Seed, DeterministicRandom.Key(judge.Name), (ulong)pair.Index);
            votes[i] = new Vote
            {
                Query = pair.Query,
                A = pair.A,
                B = pair.B,
                Judge = judge.Name,
                Verdict = judge.Judge(features, ref random),
                ModelA = pair.WriterA,
                ModelB = pair.WriterB,
                Scenario = pair.Scenario,
                Metadata = metadata,
            };
        }
        return votes;
    }
}
