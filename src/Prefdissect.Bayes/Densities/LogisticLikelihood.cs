using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Prefdissect.Bayes.Densities;

/// <summary>
/// The log likelihood of a logistic regression by its weights: Σ n·(y z − log(1 + eᶻ)), z = x·w, n the row's weight.
/// Immutable and without scratch memory.
/// </summary>
internal sealed class LogisticLikelihood
{
    /// <summary>Where |x·w| can be larger, single precision errs by more than a thousandth of a row's log likelihood.</summary>
    private const double LargestOfSingle = 1e4;

    /// <summary>Beyond, sums in single precision would overflow.</summary>
    private const double LargestWeight = 1e15;

    private readonly RowTiles tiles;
    private readonly SingleTiles? single;

    /// <exception cref="ArgumentException">A length is not the design's, an outcome is not 0 or 1, a weight is not in 0…10¹⁵ (the row is named), or all weights are 0.</exception>
    public LogisticLikelihood(DesignMatrix design, ReadOnlySpan<double> outcomes, ReadOnlySpan<double> rowWeights)
    {
        RequireOutcomes(design, outcomes);
        RequireWeights(design, rowWeights);
        tiles = new RowTiles(design, outcomes, rowWeights);
        if (design.IsCompact && Vector512.IsHardwareAccelerated)
            single = new SingleTiles(tiles);
    }

    /// <summary>Number of weights.</summary>
    public int Columns => tiles.Columns;

    /// <summary>Number of rows of positive weight.</summary>
    public int Rows => tiles.Rows;

    /// <summary>The log likelihood at <paramref name="weights"/>, in double precision; writes its gradient. Not finite where x·w overflows.</summary>
    public double Evaluate(ReadOnlySpan<double> weights, Span<double> gradient) => Vector512.IsHardwareAccelerated
        ? LogisticKernel<Lanes512, Vector512<double>>.Evaluate(tiles, weights, gradient)
        : LogisticKernel<LanesPortable, Vector<double>>.Evaluate(tiles, weights, gradient);

    /// <summary>
    /// The log likelihood at several points; weights and gradients are points × columns. In single precision where that suffices: a function of a point's weights alone,
    /// within about 10⁻⁷ a row of the exact one.
    /// </summary>
    public void Evaluate(ReadOnlySpan<double> weights, Span<double> gradients, Span<double> values)
    {
        if (single is not null)
            SingleKernel.Evaluate(single, weights, gradients, values);
        for (var i = 0; i < values.Length; i++)
        {
            var ofPoint = weights.Slice(i * Columns, Columns);
            if (single is null || !(TensorPrimitives.SumOfMagnitudes(ofPoint) * single.LargestCell <= LargestOfSingle))
                values[i] = Evaluate(ofPoint, gradients.Slice(i * Columns, Columns));
        }
    }

    /// <summary>The information of the rows on each weight where all weights are 0, Σ n x²/4: the most that it can be.</summary>
    public double[] Information() => tiles.WeightedSquares(0.25);

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
            if (rowWeights[row] is not (>= 0 and <= LargestWeight))
                throw new ArgumentException($"The weight of row {row} is {rowWeights[row]}; it must be a number between 0 and {LargestWeight}.", nameof(rowWeights));
        if (!rowWeights.ContainsAnyExcept(0.0))
            throw new ArgumentException("All row weights are 0, so there is no row to fit.", nameof(rowWeights));
    }
}
