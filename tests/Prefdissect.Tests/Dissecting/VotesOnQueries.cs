using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Tests.Dissecting;

/// <summary>Pairs with known features, queries and writers, and the votes of judges on them.</summary>
internal sealed class VotesOnQueries
{
    private readonly Random random;

    public VotesOnQueries(int pairs, int pairsAQuery, int seed)
    {
        random = new Random(seed);
        Signs = [.. Enumerable.Range(0, pairs).Select(_ => PlantedVotes.SomeProperties.Select(_ => random.Next(-1, 2)).ToArray())];
        Compared = [.. Signs.Select((signs, i) => Of(i, i / pairsAQuery, signs))];
    }

    public IReadOnlyList<int[]> Signs { get; }

    public IReadOnlyList<ComparedPair> Compared { get; }

    public static ComparedPair Of(int number, int query, int[] signs) => ComparedPair.Of(PlantedVotes.SomeProperties, new RatedPair(
        PlantedVotes.HashOf(number), ContentHash.Of("query", $"{query}"), false, [.. signs.Select(sign => Rating.Of(1 + sign))], [.. signs.Select(_ => Rating.Of(1))]));

    /// <summary>One vote a pair from σ(x·weights), counted so many times.</summary>
    public List<JudgedPair> Judged(double[] weights, int times = 1) =>
        [.. Compared.Select((pair, i) => new JudgedPair(pair, Vote(Degree.Of(Signs[i].Zip(weights, (sign, weight) => sign * weight).Sum()), times)))];

    public VoteCounts Vote(double probability, int times = 1) => random.NextDouble() < probability ? new VoteCounts(times, 0, 0) : new VoteCounts(0, times, 0);

    public static Design Design(IEnumerable<JudgedPair> judged) => Prefdissect.Dissecting.Design.Build(PlantedVotes.SomeProperties, judged);

    public static SampledFit Fit(IEnumerable<JudgedPair> judged, string judge = "judge", DissectionOptions? options = null) => (SampledFit)Dissection.Fit(
        new FitSubject(judge, "all", new Prefdissect.Annotating.AnnotatorIdentity("surface", "1")), Design(judged),
        options ?? new DissectionOptions { Warmup = 300, Draws = 500, Folds = FoldScheme.None }, threads: 1);
}
