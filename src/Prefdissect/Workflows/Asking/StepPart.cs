using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>What is to be asked of one step: some properties, together.</summary>
/// <param name="Part">Number of the part.</param>
/// <param name="Attempt">Number of this asking.</param>
/// <param name="Properties">The properties.</param>
internal sealed record StepPart(int Part, int Attempt, IReadOnlyList<AskedProperty> Properties)
{
    /// <summary>The part that this one stands in the place of: it asked the same before a definition changed, and is found among the stored answers.</summary>
    public int? Replaces { get; init; }

    /// <summary>
    /// What is to be asked of a step of which these parts are kept: all of it where there are none; else failed parts that are asked again, and properties that are in none or
    /// were asked about by another definition. What is done by the same definitions is left alone.
    /// </summary>
    public static IReadOnlyList<StepPart> ToAsk(IReadOnlyList<StepRecord> kept, IReadOnlyList<AskedProperty> wanted, LlmAnnotateRequest work)
    {
        if (kept.Count == 0) return [new StepPart(0, work.FirstAttempt, wanted)];
        var last = new Dictionary<string, (StepRecord Part, AskedProperty Asked)>(StringComparer.Ordinal);
        foreach (var part in kept)
        {
            foreach (var asked in part.Properties) last[asked.Name] = (part, asked);
        }
        var left = wanted.Where(property => !last.TryGetValue(property.Name, out var of) || of.Asked != property).ToHashSet();
        var parts = new List<StepPart>();
        foreach (var part in kept.Where(part => part.Status == StepStatus.Failed && (part.IsWaiting || work.Retries(part.Reason))))
        {
            var still = wanted.Where(property => last.TryGetValue(property.Name, out var of) && of == (part, property) || (part.IsWaiting && left.Contains(property))).ToList();
            if (part.IsWaiting) left.Clear();
            if (still.Count > 0) parts.Add(new StepPart(part.Part, part.IsWaiting ? part.Attempt : part.Attempt + 1, still));
        }
        var next = kept[^1].Part + 1;
        foreach (var part in kept.Reverse().Where(part => part.Status == StepStatus.Done))
        {
            var same = part.Properties.Select(of => of.AsAsked).ToList();
            if (!left.Overlaps(same) || same.Except(wanted).Any()) continue;
            parts.Add(new StepPart(next++, part.Attempt, same) { Replaces = part.Part });
            left.ExceptWith(same);
        }
        if (left.Count > 0) parts.Add(new StepPart(next, work.FirstAttempt, [.. wanted.Where(left.Contains)]));
        return parts;
    }
}
