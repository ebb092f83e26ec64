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
        foreach (var id in work.Sample is { } size ? BalancedSample.Of(reader.Strata(), size, work.Seed) : Every(reader))
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
}
