using Prefdissect.Pairs;

namespace Prefdissect.Dissecting.Clusters;

/// <summary>
/// A design as rows that can be weighted one by one: the columns in which a row differs from 0, its wins and losses, and the query it belongs to. Rows of one
/// query are one cluster: they are kept or left out together.
/// </summary>
internal sealed class VoteRows
{
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly double[] values;

    /// <summary>The rows of a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="scales">What each column's features are multiplied by.</param>
    public VoteRows(Design design, ReadOnlySpan<double> scales) : this(design, scales, (_, _, feature) => feature)
    {
    }

    /// <summary>The rows of a design with other features.</summary>
    /// <param name="design">The design.</param>
    /// <param name="scales">What each column's features are multiplied by.</param>
    /// <param name="replaced">The feature that stands for one of the design: of its row, its column, and what it is.</param>
    public VoteRows(Design design, ReadOnlySpan<double> scales, Func<int, int, sbyte, sbyte> replaced)
    {
        Columns = design.Columns;
        Queries = [.. Enumerable.Range(0, design.Rows).Select(design.Query).Distinct().Order()];
        var place = Queries.Select((query, i) => (query, i)).ToDictionary(entry => entry.query, entry => entry.i);
        starts = new int[design.Rows + 1];
        QueryOf = new int[design.Rows];
        Wins = new double[design.Rows];
        Losses = new double[design.Rows];
        var (places, signs) = (new List<int>(), new List<double>());
        for (var row = 0; row < design.Rows; row++)
        {
            var features = design.Features(row);
            for (var column = 0; column < features.Length; column++)
            {
                var feature = replaced(row, column, features[column]);
                if (feature == 0) continue;
                places.Add(column);
                signs.Add(feature * scales[column]);
            }
            starts[row + 1] = places.Count;
            (QueryOf[row], Wins[row], Losses[row]) = (place[design.Query(row)], design.FirstWins(row), design.SecondWins(row));
        }
        (columns, values) = ([.. places], [.. signs]);
    }

    /// <summary>Number of rows.</summary>
    public int Count => Wins.Length;

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The queries, sorted.</summary>
    public IReadOnlyList<ContentHash> Queries { get; }

    /// <summary>Of each row, the place of its query in <see cref="Queries"/>.</summary>
    public int[] QueryOf { get; }

    /// <summary>Votes for the first response, a row each.</summary>
    public double[] Wins { get; }

    /// <summary>Votes for the second response, a row each.</summary>
    public double[] Losses { get; }

    /// <summary>The columns in which a row is not 0.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) => columns.AsSpan(starts[row]..starts[row + 1]);

    /// <summary>The values in those columns.</summary>
    public ReadOnlySpan<double> ValuesOf(int row) => values.AsSpan(starts[row]..starts[row + 1]);

    /// <summary>x·w of a row.</summary>
    public double Product(int row, ReadOnlySpan<double> weights)
    {
        var at = ColumnsOf(row);
        var x = ValuesOf(row);
        double sum = 0;
        for (var i = 0; i < at.Length; i++) sum += x[i] * weights[at[i]];
        return sum;
    }
}
