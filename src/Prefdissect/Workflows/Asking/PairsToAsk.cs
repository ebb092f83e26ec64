using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>The pairs that there is something to do about, read as they are drawn.</summary>
internal static class PairsToAsk
{
    private const int BatchSize = 1024;

    /// <summary>The pairs with their texts.</summary>
    public static IEnumerable<PairToAsk> Of(AnnotationReader reader, PairAnnotator annotator, LlmAnnotateRequest work) => Open(reader, annotator, work).Select(reader.Pair);

    /// <summary>How many pairs there are, looked at one by one, since parts that failed for good or were asked by other definitions decide too.</summary>
    public static int Count(AnnotationReader reader, PairAnnotator annotator, LlmAnnotateRequest work) => Open(reader, annotator, work).Count();

    private static IEnumerable<long> Open(AnnotationReader reader, PairAnnotator annotator, LlmAnnotateRequest work)
    {
        foreach (var id in work.Sample is { } size ? Sample(reader, size, work.Seed) : Every(reader))
        {
            var steps = reader.Steps(id);
            if (work.Steps.Any(step => annotator.ToAsk(step, steps.GetValueOrDefault(step.Name) ?? []).Count > 0)) yield return id;
        }
    }

    private static IEnumerable<long> Every(AnnotationReader reader)
    {
        for (var after = 0L; reader.PairsAfter(after, BatchSize) is { Count: > 0 } batch; after = batch[^1])
        {
            foreach (var id in batch) yield return id;
        }
    }

    // Round by round one pair a scenario, in an order that seed and content decide: a larger sample holds every smaller one.
    private static IEnumerable<long> Sample(AnnotationReader reader, int size, long seed) => reader.Strata()
        .Select(pair => (pair.Id, pair.Scenario, Place: ContentHash.Of("sample", FormattableString.Invariant($"{seed}"), pair.Hash.ToString())))
        .GroupBy(pair => pair.Scenario, StringComparer.Ordinal)
        .SelectMany(pairs => pairs.OrderBy(pair => pair.Place).Select((pair, round) => (pair.Id, pair.Place, Round: round)))
        .OrderBy(pair => pair.Round).ThenBy(pair => pair.Place).Take(size).Select(pair => pair.Id);
}
