using System.Buffers;
using System.Numerics.Tensors;

namespace Prefdissect.Bayes.Densities;

/// <summary>
/// The posterior of a Bayesian logistic regression: y ~ Bernoulli(σ(x·w)) for every row, with a proper prior on w, so that it is
/// proper whatever the rows. Log density: Σ n·(y z − log(1 + eᶻ)) + log prior(w), z = x·w, n the row's weight; constants are dropped.
/// With an intercept z = x·w + b, where b has a prior of its own. Draws hold the weights, then the intercept, whatever coordinates the prior is sampled in.
/// Immutable and without scratch memory: one instance serves any number of threads.
/// </summary>
public sealed class LogisticRegression : IManyPointDensity, ITransformedDensity
{
    private readonly LogisticLikelihood likelihood;
    private readonly IPrior coordinates;

    /// <summary>A regression of outcomes on the rows of a design.</summary>
    /// <param name="design">One row an observation, one column a weight.</param>
    /// <param name="outcomes">0 or 1 for each row.</param>
    /// <param name="prior">The prior of the weights.</param>
    /// <param name="rowWeights">How often each row counts, 0…10¹⁵: 2 for a row seen twice, ½ and ½ for a tie given as a 1 and a 0. Empty: once each.</param>
    /// <param name="intercept">The prior of an intercept, which the prior of the weights does not touch; null for none.</param>
    /// <exception cref="ArgumentException">A length is not the design's, an outcome is not 0 or 1, a weight is not in 0…10¹⁵ (the row is named), or all weights are 0.</exception>
    public LogisticRegression(
        DesignMatrix design, ReadOnlySpan<double> outcomes, IPrior prior, ReadOnlySpan<double> rowWeights = default, IIndependentPrior? intercept = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(prior);
        likelihood = new LogisticLikelihood(intercept is null ? design : design.WithOnes(), outcomes, rowWeights);
        Prior = prior;
        coordinates = prior is IIndependentPrior ? prior : prior.Informed(likelihood.Information().AsSpan(0, design.Columns));
        Intercept = intercept;
        WeightCoordinates = prior.CoordinatesOf(design.Columns);
        Dimension = WeightCoordinates + (intercept is null ? 0 : 1);
    }

    /// <summary>Number of coordinates: of the weights under their prior, and 1 where there is an intercept.</summary>
    public int Dimension { get; }

    /// <summary>Number of rows of positive weight.</summary>
    public int Rows => likelihood.Rows;

    /// <summary>The prior of the weights.</summary>
    public IPrior Prior { get; }

    /// <summary>The prior of the intercept, which is the last coordinate and the last quantity; null where there is none.</summary>
    public IIndependentPrior? Intercept { get; }

    /// <inheritdoc/>
    public bool KeepsCoordinates => Prior is IIndependentPrior;

    /// <summary>Number of columns of the design, and 1 where there is an intercept.</summary>
    public int Quantities => likelihood.Columns;

    private int WeightCoordinates { get; }

    /// <inheritdoc/>
    /// <remarks>Where a number overflows, the result is negative infinity and the gradient 0.</remarks>
    /// <exception cref="ArgumentException">A span is not of length <see cref="Dimension"/>.</exception>
    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        var logDensity = LogLikelihood(position, gradient) + coordinates.AddTo(position[..WeightCoordinates], gradient[..WeightCoordinates]);
        return FiniteOrNone(logDensity + (Intercept?.AddTo(position[WeightCoordinates..], gradient[WeightCoordinates..]) ?? 0), gradient);
    }

    /// <inheritdoc/>
    /// <remarks>Where a number overflows, the result is negative infinity and the gradient 0.</remarks>
    /// <exception cref="ArgumentException">A span is not of length <see cref="Dimension"/>.</exception>
    public double EvaluateSmooth(ReadOnlySpan<double> position, Span<double> gradient) => WithSmoothPrior(LogLikelihood(position, gradient), position, gradient);

    /// <inheritdoc/>
    void IManyPointDensity.EvaluateSmooth(ReadOnlySpan<double> positions, Span<double> gradients, Span<double> values)
    {
        if (KeepsCoordinates)
            likelihood.Evaluate(positions, gradients, values);
        else
            LogLikelihoods(positions, gradients, values);
        for (var i = 0; i < values.Length; i++)
            values[i] = WithSmoothPrior(values[i], positions.Slice(i * Dimension, Dimension), gradients.Slice(i * Dimension, Dimension));
    }

    /// <inheritdoc/>
    public void CopyKinkRates(Span<double> rates)
    {
        rates[..WeightCoordinates].Fill(Prior.KinkRate);
        if (Intercept is not null)
            rates[WeightCoordinates] = Intercept.KinkRate;
    }

    /// <summary>Writes the weights at a position, and after them the intercept where there is one.</summary>
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A span is too short, or a coordinate is not finite.</exception>
    public void CopyQuantities(ReadOnlySpan<double> position, Span<double> quantities)
    {
        for (var i = 0; i < position.Length; i++)
            if (!double.IsFinite(position[i]))
                throw new ArgumentException($"Coordinate {i} is {position[i]}; it must be a finite number.", nameof(position));
        CopyWeights(position, quantities);
    }

    private void CopyWeights(ReadOnlySpan<double> position, Span<double> quantities)
    {
        var weights = Intercept is null ? Quantities : Quantities - 1;
        coordinates.CopyWeights(position[..WeightCoordinates], quantities[..weights]);
        position[WeightCoordinates..].CopyTo(quantities[weights..]);
    }

    private double LogLikelihood(ReadOnlySpan<double> position, Span<double> gradient)
    {
        if (position.Length != Dimension || gradient.Length != Dimension)
            throw new ArgumentException($"The position has {position.Length} coordinates and the gradient {gradient.Length}; both need {Dimension}.");
        if (KeepsCoordinates)
            return likelihood.Evaluate(position, gradient);
        double[] quantities = new double[Quantities], ofQuantities = new double[Quantities];
        CopyWeights(position, quantities);
        var logLikelihood = likelihood.Evaluate(quantities, ofQuantities);
        PullBack(position, ofQuantities, gradient);
        return logLikelihood;
    }

    /// <summary>The log likelihood at several positions by way of the weights that they stand for.</summary>
    private void LogLikelihoods(ReadOnlySpan<double> positions, Span<double> gradients, Span<double> values)
    {
        var count = values.Length * Quantities;
        var rented = ArrayPool<double>.Shared.Rent(2 * count);
        try
        {
            Span<double> quantities = rented.AsSpan(0, count), ofQuantities = rented.AsSpan(count, count);
            for (var i = 0; i < values.Length; i++)
                CopyWeights(positions.Slice(i * Dimension, Dimension), quantities.Slice(i * Quantities, Quantities));
            likelihood.Evaluate(quantities, ofQuantities, values);
            for (var i = 0; i < values.Length; i++)
                PullBack(positions.Slice(i * Dimension, Dimension), ofQuantities.Slice(i * Quantities, Quantities), gradients.Slice(i * Dimension, Dimension));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private void PullBack(ReadOnlySpan<double> position, ReadOnlySpan<double> ofQuantities, Span<double> gradient)
    {
        var weights = Intercept is null ? Quantities : Quantities - 1;
        coordinates.PullBack(position[..WeightCoordinates], ofQuantities[..weights], gradient[..WeightCoordinates]);
        ofQuantities[weights..].CopyTo(gradient[WeightCoordinates..]);
    }

    private double WithSmoothPrior(double logLikelihood, ReadOnlySpan<double> position, Span<double> gradient)
    {
        var logDensity = logLikelihood + coordinates.AddSmoothTo(position[..WeightCoordinates], gradient[..WeightCoordinates]);
        return FiniteOrNone(logDensity + (Intercept?.AddSmoothTo(position[WeightCoordinates..], gradient[WeightCoordinates..]) ?? 0), gradient);
    }

    private static double FiniteOrNone(double logDensity, Span<double> gradient)
    {
        if (double.IsFinite(logDensity) && double.IsFinite(TensorPrimitives.Sum<double>(gradient)))
            return logDensity;
        gradient.Clear();
        return double.NegativeInfinity;
    }
}
