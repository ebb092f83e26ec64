namespace Prefdissect.Bayes.Densities;

/// <summary>
/// A density that evaluates several points at once faster than one by one, as the steps of a sampler need it: the results are functions of the position alone,
/// the same to the bit whatever other points stand beside it, and near those of <see cref="IKinkedDensity.EvaluateSmooth"/> (about 10⁻⁷ an observation).
/// </summary>
internal interface IManyPointDensity : IKinkedDensity
{
    /// <summary>Evaluates the smooth part at each of <paramref name="values"/>' length points; positions and gradients are points × coordinates.</summary>
    void EvaluateSmooth(ReadOnlySpan<double> positions, Span<double> gradients, Span<double> values);
}
