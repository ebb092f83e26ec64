using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Prefdissect.Bayes.Densities;

/// <summary>
/// The posterior of a Bayesian logistic regression without intercept: y ~ Bernoulli(σ(x·w)) for every row, with a proper prior on w, so that it is
/// proper whatever the rows. Log density: Σ n·(y z − log(1 + eᶻ)) + log prior(w), z = x·w, n the row's weight; constants are dropped.
/// Immutable and without scratch memory: one instance serves any number of threads.
/// </summary>
public sealed class LogisticRegression : IManyPointDensity
{
    /// <summary>Where |x·w| can be larger, single precision errs by more than a thousandth of a row's log likelihood.</summary>
    private const double LargestOfSingle = 1e4;

    private readonly RowTiles tiles;
    private readonly SingleTiles? single;

    /// <summary>A regression of outcomes on the rows of a design.</summary>
    /// <param name="design">One row an observation, one column a coordinate.</param>
    /// <param name="outcomes">0 or 1 for each row.</param>
    /// <param name="prior">The prior of every coordinate.</param>
    /// <param name="rowWeights">How often each row counts, 0 or more: 2 for a row seen twice, ½ and ½ for a tie given as a 1 and a 0. Empty: once each.</param>
    /// <exception cref="ArgumentException">A length is not the design's, an outcome is not 0 or 1, a weight is negative or not finite (the row is named), or all weights are 0.</exception>
    public LogisticRegression(DesignMatrix design, ReadOnlySpan<double> outcomes, IPrior prior, ReadOnlySpan<double> rowWeights = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(prior);
        RequireOutcomes(design, outcomes);
        RequireWeights(design, rowWeights);
        tiles = new RowTiles(design, outcomes, rowWeights);
        if (design.IsCompact && Vector512.IsHardwareAccelerated)
            single = new SingleTiles(tiles);
        Prior = prior;
    }

    internal LogisticRegression(RowTiles tiles, IPrior prior)
    {
        this.tiles = tiles;
        Prior = prior;
    }

    /// <summary>Number of columns of the design.</summary>
    public int Dimension => tiles.Columns;

    /// <summary>Number of rows of positive weight.</summary>
    public int Rows => tiles.Rows;

    /// <summary>The prior of every coordinate.</summary>
    public IPrior Prior { get; }

    /// <inheritdoc/>
    /// <remarks>Where x·w overflows, the result is negative infinity and the gradient 0.</remarks>
    /// <exception cref="ArgumentException">A span is not of length <see cref="Dimension"/>.</exception>
    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        var logDensity = LogLikelihood(position, gradient) + Prior.AddTo(position, gradient);
        return FiniteOrNone(logDensity, gradient);
    }

    /// <inheritdoc/>
    /// <remarks>Where x·w overflows, the result is negative infinity and the gradient 0.</remarks>
    /// <exception cref="ArgumentException">A span is not of length <see cref="Dimension"/>.</exception>
    public double EvaluateSmooth(ReadOnlySpan<double> position, Span<double> gradient)
    {
        var logDensity = LogLikelihood(position, gradient) + Prior.AddSmoothTo(position, gradient);
        return FiniteOrNone(logDensity, gradient);
    }

    /// <inheritdoc/>
    void IManyPointDensity.EvaluateSmooth(ReadOnlySpan<double> positions, Span<double> gradients, Span<double> values)
    {
        if (single is not null)
            SingleKernel.Evaluate(single, positions, gradients, values);
        for (var i = 0; i < values.Length; i++)
        {
            var position = positions.Slice(i * Dimension, Dimension);
            var gradient = gradients.Slice(i * Dimension, Dimension);
            var suffices = single is not null && TensorPrimitives.SumOfMagnitudes(position) * single.LargestCell <= LargestOfSingle;
            var logLikelihood = suffices ? values[i] : LogLikelihood(position, gradient);
            values[i] = FiniteOrNone(logLikelihood + Prior.AddSmoothTo(position, gradient), gradient);
        }
    }

    /// <inheritdoc/>
    public void CopyKinkRates(Span<double> rates) => rates[..Dimension].Fill(Prior.KinkRate);

    private double LogLikelihood(ReadOnlySpan<double> position, Span<double> gradient)
    {
        if (position.Length != Dimension || gradient.Length != Dimension)
            throw new ArgumentException($"The position has {position.Length} coordinates and the gradient {gradient.Length}; both need {Dimension}.");
        return Vector512.IsHardwareAccelerated
            ? LogisticKernel<Lanes512, Vector512<double>>.Evaluate(tiles, position, gradient)
            : LogisticKernel<LanesPortable, Vector<double>>.Evaluate(tiles, position, gradient);
    }

    private static double FiniteOrNone(double logDensity, Span<double> gradient)
    {
        if (double.IsFinite(logDensity))
            return logDensity;
        gradient.Clear();
        return double.NegativeInfinity;
    }

    private static void RequireOutcomes(DesignMatrix design, ReadOnlySpan<double> outcomes)
    {
        if (outcomes.Length != design.Rows)
            throw new ArgumentException($"There are {outcomes.Length} outcomes for {design.Rows} rows of the design.", nameof(outcomes));
        for (var row = 0; row < outcomes.Length; row++)
            if (outcomes[row] is not (0 or 1))
                throw new ArgumentException($"The outcome of row {row} is {outcomes[row]}; it must be 0 or 1. Give a tie as two rows, a 1 and a 0, of weight ½ each.", nameof(outcomes));
    }

    private static void RequireWeights(DesignMatrix design, ReadOnlySpan<double> rowWeights)
    {
        if (rowWeights.IsEmpty)
            return;
        if (rowWeights.Length != design.Rows)
            throw new ArgumentException($"There are {rowWeights.Length} row weights for {design.Rows} rows of the design.", nameof(rowWeights));
        for (var row = 0; row < rowWeights.Length; row++)
            if (!double.IsFinite(rowWeights[row]) || rowWeights[row] < 0)
                throw new ArgumentException($"The weight of row {row} is {rowWeights[row]}; it must be a finite number of 0 or more.", nameof(rowWeights));
        if (!rowWeights.ContainsAnyExcept(0.0))
            throw new ArgumentException("All row weights are 0, so there is no row to fit.", nameof(rowWeights));
    }
}
