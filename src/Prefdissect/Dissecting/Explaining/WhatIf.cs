namespace Prefdissect.Dissecting.Explaining;

/// <summary>What models would say of a pair that differs as one chooses.</summary>
public static class WhatIf
{
    /// <summary>The answer of each model, in their order. A property that is not chosen is equal on both sides; one that a model does not know changes nothing in it.</summary>
    /// <param name="chosen">Short name of a property → by how much the first response has more of it: −1, 0, +1, or a number between; any finite number is taken.</param>
    /// <param name="models">The models.</param>
    /// <exception cref="ArgumentException">A chosen feature is not finite, or too large (<see cref="ShapleyValues.Of"/>).</exception>
    public static IReadOnlyList<PairExplanation> Of(IReadOnlyDictionary<string, double> chosen, IReadOnlyList<ExplainedModel> models) =>
        [.. models.AsParallel().AsOrdered().Select(model => Of(chosen, model))];

    /// <summary>The answer of one model.</summary>
    /// <inheritdoc cref="PairExplanation.Of"/>
    public static PairExplanation Of(IReadOnlyDictionary<string, double> chosen, ExplainedModel model, int shapleyDraws = PairExplanation.MostShapleyDraws) => PairExplanation.Of(
        model, model.Weights.ToDictionary(weight => weight.Property, weight => chosen.TryGetValue(weight.Property, out var feature) ? feature : 0, StringComparer.Ordinal), shapleyDraws);
}
