namespace Prefdissect.Dissecting.Explaining;

/// <summary>A judge's model of one group, to be asked about pairs: σ(Σ feature × weight), no intercept.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Group">The group of pairs that it was fitted on.</param>
/// <param name="Weights">The weights of the properties in the fit.</param>
public sealed record ExplainedModel(string Judge, string Group, IReadOnlyList<ExplainedWeight> Weights)
{
    /// <summary>Draws of the weights, from which intervals come; <see langword="null"/> where only means are known.</summary>
    public FitDraws? Draws { get; init; }

    /// <summary>
    /// A fit. Where it is controlled for who wrote the responses, the writers are held equal: the model is of the properties alone, and the strengths of writers are no part of its probability.
    /// </summary>
    /// <param name="fit">The fit.</param>
    /// <param name="draws">Its draws; <see langword="null"/> where they were not kept.</param>
    /// <exception cref="ArgumentException">The draws are of other properties than the fit.</exception>
    public static ExplainedModel Of(JudgeFit fit, FitDraws? draws)
    {
        if (draws is not null && !draws.Properties.SequenceEqual(fit.Weights.Select(weight => weight.Property), StringComparer.Ordinal))
            throw new ArgumentException("The draws are of other properties than the fit.", nameof(draws));
        return new(fit.Subject.Judge, fit.Subject.Group, [.. fit.Weights.Select(weight => new ExplainedWeight(weight.Property, weight.Mean, weight.Low, weight.High))]) { Draws = draws };
    }

    /// <summary>Weights without intervals, such as those of a published judge.</summary>
    public static ExplainedModel Of(JudgeWeights weights) =>
        new(weights.Judge, weights.Group, [.. weights.Values.Select(weight => new ExplainedWeight(weight.Key, weight.Value, null, null))]);

    /// <summary>The model of some of the properties, the others being equal on both sides.</summary>
    /// <param name="properties">Short names; those that are not in the model are passed over.</param>
    public ExplainedModel On(IReadOnlySet<string> properties)
    {
        int[] kept = [.. Enumerable.Range(0, Weights.Count).Where(i => properties.Contains(Weights[i].Property))];
        return kept.Length == Weights.Count ? this : this with { Weights = [.. kept.Select(i => Weights[i])], Draws = kept.Length == 0 ? null : Draws?.Of(kept) };
    }
}
