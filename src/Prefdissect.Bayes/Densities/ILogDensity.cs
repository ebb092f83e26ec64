namespace Prefdissect.Bayes.Densities;

/// <summary>
/// A probability density on the real space of <see cref="Dimension"/> coordinates, known by its logarithm up to a constant, and its gradient.
/// This is all that a sampler has to know of a model.
/// </summary>
/// <remarks>
/// An instance given to several chains at once must be safe to call from several threads (no scratch memory of its own).
/// A density that keeps scratch memory is given to the sampler as a factory, which makes one instance a chain.
/// </remarks>
public interface ILogDensity
{
    /// <summary>Number of coordinates; at least 1, and the same for the life of the instance.</summary>
    int Dimension { get; }

    /// <summary>The log density at a position, up to a constant, and its gradient.</summary>
    /// <param name="position"><see cref="Dimension"/> finite coordinates.</param>
    /// <param name="gradient">Receives the <see cref="Dimension"/> partial derivatives; what it held before does not matter.</param>
    /// <returns>The log density. Outside the support: negative infinity, and then any finite gradient.</returns>
    double Evaluate(ReadOnlySpan<double> position, Span<double> gradient);
}
