using Prefdissect.Annotating.Surface.Reading;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Simulating;

/// <summary>Composes a pair and knows what it planted. Every part of a pair has its own stream of chance.</summary>
internal sealed class PairComposer(Corpus corpus, ulong seed)
{
    private readonly QueryComposer queries = new(corpus);
    private readonly ResponseComposer responses = new(corpus);

    /// <summary>A pair without votes.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="index">Place in the study.</param>
    /// <param name="attempt">0, or more where an earlier attempt gave a pair that the study has.</param>
    public SimulatedPair Compose(int scenario, int index, int attempt)
    {
        var random = Stream("query", index, attempt);
        var fragments = corpus.Scenarios[scenario];
        var query = queries.Compose(fragments, ref random);
        var writers = random.Choose(2, corpus.Writers.Count);
        var (textA, ratingsA, itemsA) = Respond(query, corpus.Writers[writers[0]], Stream("A", index, attempt));
        var (textB, ratingsB, itemsB) = Respond(query, corpus.Writers[writers[1]], Stream("B", index, attempt));
        return new SimulatedPair
        {
            Index = index,
            Query = new Query(query.Text),
            A = new Response(textA),
            B = new Response(textB),
            Scenario = fragments.Name,
            Traits = query.Traits,
            WriterA = corpus.Writers[writers[0]].Name,
            WriterB = corpus.Writers[writers[1]].Name,
            RatingsA = ratingsA,
            RatingsB = ratingsB,
            ItemsA = itemsA,
            ItemsB = itemsB,
            Features = Features(ratingsA, ratingsB),
            Votes = [],
        };
    }

    private (string Text, Rating[] Ratings, PlantedItems Items) Respond(QueryPlan query, WriterStyle writer, DeterministicRandom random)
    {
        var plan = ResponsePlan.Draw(writer, query, ref random);
        var text = responses.Compose(query, plan, ref random);
        return (text, plan.Ratings(query, WordCount.Of(text)), new PlantedItems(plan.Constraints, plan.Stances, plan.Mistakes));
    }

    private static int[] Features(Rating[] a, Rating[] b)
    {
        var features = new int[a.Length];
        for (var i = 0; i < features.Length; i++) features[i] = Comparison.Of(PublishedProperties.All[i], a[i], b[i])?.Sign ?? 0;
        return features;
    }

    private DeterministicRandom Stream(string part, int index, int attempt) =>
        DeterministicRandom.Of(seed, DeterministicRandom.Key(part), (ulong)index, (ulong)attempt);
}
