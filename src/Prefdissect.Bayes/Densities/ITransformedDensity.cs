namespace Prefdissect.Bayes.Densities;

/// <summary>
/// A density sampled in coordinates that are not what a reader asks for, such as the non-centred ones of a hierarchical prior. What is asked for is a function of them,
/// and that is what the sampler's draws hold.
/// </summary>
public interface ITransformedDensity : ILogDensity
{
    /// <summary>Whether the quantities are the coordinates, one by one, so that nothing has to be computed.</summary>
    bool KeepsCoordinates { get; }

    /// <summary>Number of quantities in a draw; at least 1, and the same for the life of the instance.</summary>
    int Quantities { get; }

    /// <summary>Writes the quantities at a position.</summary>
    /// <param name="position"><see cref="ILogDensity.Dimension"/> coordinates.</param>
    /// <param name="quantities">Receives <see cref="Quantities"/> finite numbers.</param>
    void CopyQuantities(ReadOnlySpan<double> position, Span<double> quantities);
}
