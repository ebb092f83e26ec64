namespace Prefdissect.Bayes.Densities;

/// <summary>
/// A table of features, rows (observations) × columns (features), all finite; stored column by column.
/// A table of whole numbers in −127…127 takes one byte a cell, any other eight. Immutable.
/// </summary>
public sealed class DesignMatrix
{
    private const double LargestSmall = sbyte.MaxValue;

    private readonly sbyte[]? small;
    private readonly double[]? wide;

    private DesignMatrix(int rows, int columns, sbyte[]? small, double[]? wide)
    {
        Rows = rows;
        Columns = columns;
        this.small = small;
        this.wide = wide;
    }

    /// <summary>Number of observations; at least 1.</summary>
    public int Rows { get; }

    /// <summary>Number of features; at least 1.</summary>
    public int Columns { get; }

    /// <summary>Whether every cell is a whole number in −127…127, and so takes one byte.</summary>
    public bool IsCompact => small is not null;

    /// <summary>One cell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public double this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns);
            return Cell((long)column * Rows + row);
        }
    }

    /// <summary>A matrix from values in row order: all of row 0, then all of row 1, and so on.</summary>
    /// <exception cref="ArgumentException">There is no cell, the length is not rows × columns, or a cell is not finite (row and column are named).</exception>
    public static DesignMatrix FromRowMajor(ReadOnlySpan<double> values, int rows, int columns)
    {
        RequireShape(values.Length, rows, columns);
        var compact = true;
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                throw new ArgumentException($"Row {i / columns}, column {i % columns} is {values[i]}; every cell of a design must be a finite number.", nameof(values));
            compact &= Math.Abs(values[i]) <= LargestSmall && values[i] == Math.Truncate(values[i]);
        }
        if (!compact)
            return new DesignMatrix(rows, columns, null, Transpose(values, rows, columns));
        var bytes = new sbyte[values.Length];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                bytes[column * rows + row] = (sbyte)values[row * columns + column];
        return new DesignMatrix(rows, columns, bytes, null);
    }

    /// <summary>A compact matrix from small whole numbers in row order.</summary>
    /// <exception cref="ArgumentException">There is no cell, the length is not rows × columns, or a cell is −128 (row and column are named).</exception>
    public static DesignMatrix FromRowMajor(ReadOnlySpan<sbyte> values, int rows, int columns)
    {
        RequireShape(values.Length, rows, columns);
        var lowest = values.IndexOf(sbyte.MinValue);
        if (lowest >= 0)
            throw new ArgumentException($"Row {lowest / columns}, column {lowest % columns} is -128; a compact design holds −127…127.", nameof(values));
        return new DesignMatrix(rows, columns, Transpose(values, rows, columns), null);
    }

    /// <summary>A matrix from rows of equal length.</summary>
    /// <exception cref="ArgumentException">There is no row, a row has another length than the first, or a cell is not finite (row and column are named).</exception>
    public static DesignMatrix FromRows(IReadOnlyList<double[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        for (var row = 0; row < rows.Count; row++)
            if (rows[row] is null)
                throw new ArgumentException($"Row {row} is null.", nameof(rows));
        var columns = rows.Count == 0 ? 0 : rows[0].Length;
        for (var row = 0; row < rows.Count; row++)
            if (rows[row].Length != columns)
                throw new ArgumentException($"Row {row} has {rows[row].Length} columns where row 0 has {columns}.", nameof(rows));
        RequireShape((long)rows.Count * columns, rows.Count, columns);
        return FromRowMajor(rows.SelectMany(row => row).ToArray(), rows.Count, columns);
    }

    /// <summary>Writes one column into <paramref name="destination"/>, which has room for <see cref="Rows"/> numbers.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public void CopyColumn(int column, Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns);
        if (destination.Length < Rows)
            throw new ArgumentException($"The destination holds {destination.Length} numbers; a column has {Rows}.", nameof(destination));
        var start = (long)column * Rows;
        for (var row = 0; row < Rows; row++)
            destination[row] = Cell(start + row);
    }

    /// <summary>The matrix of chosen rows, in the order given; a row may be chosen more than once.</summary>
    /// <exception cref="ArgumentException">No row is chosen.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public DesignMatrix SelectRows(ReadOnlySpan<int> rows)
    {
        RequireShape((long)rows.Length * Columns, rows.Length, Columns);
        foreach (var row in rows)
            if ((uint)row >= (uint)Rows)
                throw new ArgumentOutOfRangeException(nameof(rows), row, $"There is no row {row} in a design of {Rows} rows.");
        return small is not null
            ? new DesignMatrix(rows.Length, Columns, Gather(small, rows), null)
            : new DesignMatrix(rows.Length, Columns, null, Gather(wide!, rows));
    }

    /// <summary>The matrix with a column of ones after its last: what an intercept is the weight of.</summary>
    /// <exception cref="ArgumentException">There is no room for another column.</exception>
    internal DesignMatrix WithOnes()
    {
        RequireShape((long)Rows * (Columns + 1), Rows, Columns + 1);
        return new DesignMatrix(Rows, Columns + 1, small is null ? null : Lengthened<sbyte>(small, 1), wide is null ? null : Lengthened<double>(wide, 1));
    }

    private double Cell(long index) => small is not null ? small[index] : wide![index];

    private T[] Lengthened<T>(T[] source, T one)
    {
        var target = new T[source.Length + Rows];
        source.CopyTo(target, 0);
        target.AsSpan(source.Length).Fill(one);
        return target;
    }

    private T[] Gather<T>(T[] source, ReadOnlySpan<int> rows)
    {
        var target = new T[rows.Length * Columns];
        for (var column = 0; column < Columns; column++)
            for (var i = 0; i < rows.Length; i++)
                target[column * rows.Length + i] = source[column * Rows + rows[i]];
        return target;
    }

    private static T[] Transpose<T>(ReadOnlySpan<T> values, int rows, int columns)
    {
        var target = new T[values.Length];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                target[column * rows + row] = values[row * columns + column];
        return target;
    }

    private static void RequireShape(long cells, int rows, int columns)
    {
        if (rows < 1)
            throw new ArgumentException("A design needs at least one row.", nameof(rows));
        if (columns < 1)
            throw new ArgumentException("A design needs at least one column.", nameof(columns));
        if ((long)rows * columns > Array.MaxLength)
            throw new ArgumentException($"{rows} rows × {columns} columns are more cells than one design can hold ({Array.MaxLength}).", nameof(rows));
        if (cells != (long)rows * columns)
            throw new ArgumentException($"{cells} values do not fill {rows} rows × {columns} columns.", nameof(rows));
    }
}
