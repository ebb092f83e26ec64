namespace Prefdissect.Dissecting.Similarities;

/// <summary>How alike judges are, each with each: symmetric, in the order of <see cref="Judges"/>.</summary>
/// <param name="Judges">Names of the judges.</param>
/// <param name="Cells">One row a judge, one cell a judge.</param>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Groups">The groups that cells are means over; a cell can rest on fewer, where a judge lacks some.</param>
public sealed record SimilarityMatrix(
    IReadOnlyList<string> Judges, IReadOnlyList<IReadOnlyList<SimilarityCell>> Cells, string Metric, IReadOnlyList<string> Groups)
{
    /// <summary>Whether every cell has a value, so that judges can be put on a map.</summary>
    public bool IsComplete => Cells.All(row => row.All(cell => cell.Value is not null));

    /// <summary>The cell of two judges by their place.</summary>
    public SimilarityCell this[int one, int other] => Cells[one][other];

    /// <summary>The cell of two judges by name.</summary>
    /// <exception cref="KeyNotFoundException">A judge is not in the matrix.</exception>
    public SimilarityCell this[string one, string other] => Cells[PlaceOf(one)][PlaceOf(other)];

    private int PlaceOf(string judge)
    {
        for (var i = 0; i < Judges.Count; i++)
        {
            if (Judges[i] == judge) return i;
        }
        throw new KeyNotFoundException($"Judge '{judge}' is not in the matrix.");
    }
}
