using System.Numerics.Tensors;

namespace Prefdissect.Bayes.Densities;

/// <summary>
/// The rows of a compact regression in single precision, in the same tiles as <see cref="RowTiles"/>: whole numbers up to 127 are exact in it,
/// and it takes half the memory and time. Beyond the second-level cache the rows stay in bytes.
/// </summary>
internal sealed class SingleTiles
{
    private const int MostWideBytes = 1 << 20;

    private readonly RowTiles source;
    private readonly AlignedBuffer<float>? wide;
    private readonly AlignedBuffer<float>? weights;

    public SingleTiles(RowTiles source, int mostWideBytes = MostWideBytes)
    {
        this.source = source;
        var cells = (long)source.Count * RowTiles.Height * source.Columns;
        if (!source.IsCompact)
            wide = Narrowed(source.Wide);
        else if (cells * sizeof(float) <= mostWideBytes)
        {
            wide = new AlignedBuffer<float>((int)cells);
            for (var i = 0; i < cells; i++)
                wide.Span[i] = source.Small[i];
        }
        LargestCell = Math.Abs(source.IsCompact ? TensorPrimitives.MaxMagnitude(source.Small) : TensorPrimitives.MaxMagnitude(source.Wide));
        if (source.IsWeighted)
            weights = Narrowed(source.Weights);
    }

    /// <summary>The largest size of a cell.</summary>
    public double LargestCell { get; }

    public int Columns => source.Columns;

    /// <summary>Number of tiles.</summary>
    public int Count => source.Count;

    /// <summary>Rows of zeros at the end of the last tile.</summary>
    public int Padding => source.Padding;

    public bool IsWeighted => weights is not null;

    public bool IsCompact => wide is null;

    /// <summary>One tile, column by column; a compact one is written into <paramref name="expanded"/> first.</summary>
    public ReadOnlySpan<float> Tile(int index, Span<float> expanded)
    {
        var cells = Columns * RowTiles.Height;
        if (wide is not null)
            return wide.Span.Slice(index * cells, cells);
        SignedBytes.Widen(source.Small.Slice(index * cells, cells), expanded);
        return expanded;
    }

    /// <summary>Weights of the rows of a tile, 0 for padding; only when weighted.</summary>
    public ReadOnlySpan<float> Weights(int index) => weights!.Span.Slice(index * RowTiles.Height, RowTiles.Height);

    private static AlignedBuffer<float> Narrowed(ReadOnlySpan<double> values)
    {
        var narrowed = new AlignedBuffer<float>(values.Length);
        for (var i = 0; i < values.Length; i++)
            narrowed.Span[i] = (float)values[i];
        return narrowed;
    }
}
