namespace Prefdissect.Importing;

/// <summary>What became of one row of a file: <see cref="ReadRow"/> or <see cref="RefusedRow"/>.</summary>
public abstract record ImportedRow
{
    private protected ImportedRow(long line) => Line = line;

    /// <summary>Line of the file, from 1, on which the row starts.</summary>
    public long Line { get; }
}
