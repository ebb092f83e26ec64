using MathNet.Numerics.LinearAlgebra;

namespace Prefdissect.Dissecting.Writers;

/// <summary>
/// How nearly one column of a controlled design is told by the columns of the other kind: a writer by the properties of its responses, or a property by who
/// wrote them. Near 1, the votes cannot say which of the two a judge prefers.
/// </summary>
/// <param name="Name">The writer, or the property's short name.</param>
/// <param name="IsWriter">Whether it is a writer.</param>
/// <param name="Determination">R² about 0, weighted by votes, adjusted for the number of columns; 0 to 1.</param>
/// <param name="Pairs">Pairs in which it differs from 0.</param>
public sealed record WriterTelltale(string Name, bool IsWriter, double Determination, int Pairs)
{
    /// <summary>Determinations from here on are named.</summary>
    public const double Telling = 0.8;

    /// <summary>Every writer by the properties and every property by the writers, the most determined first; empty without writers or with too few pairs to tell.</summary>
    /// <param name="design">A design whose pairs came with their writers.</param>
    public static IReadOnlyList<WriterTelltale> Of(Design design)
    {
        var properties = Enumerable.Range(0, design.Properties.Count).ToArray();
        var writers = Enumerable.Range(design.Properties.Count, design.Writers.Count).ToArray();
        var known = Enumerable.Range(0, design.Rows).Where(row => design.Features(row)[properties.Length..].IndexOfAnyExcept((sbyte)0) >= 0).ToArray();
        // With fewer than twice as many rows as columns even noise is told well.
        if (writers.Length == 0 || known.Length < 2 * design.Columns) return [];
        var gram = Gram(design, known);
        return
        [
            .. writers.Append(design.Columns).Select(i => Told(i, properties)).Concat(properties.Select(i => Told(i, writers)))
                .OrderByDescending(one => one.Determination).ThenBy(one => one.Name, StringComparer.Ordinal),
        ];

        WriterTelltale Told(int column, int[] by)
        {
            var isWriter = column >= properties.Length;
            return new WriterTelltale(
                column == design.Columns ? design.ReferenceWriter! : isWriter ? design.Writers[column - properties.Length] : design.Properties[column].ShortName,
                isWriter, Determined(gram, column, by, known.Length), known.Count(row => WithReference(design, row)[column] != 0));
        }
    }

    private static double Determined(Matrix<double> gram, int column, int[] by, int rows)
    {
        var total = gram[column, column];
        if (total == 0) return 0;
        var inner = Matrix<double>.Build.Dense(by.Length, by.Length, (i, j) => gram[by[i], by[j]]);
        var cross = Vector<double>.Build.Dense(by.Length, i => gram[by[i], column]);
        // A ridge far below any count, for properties that determine one another.
        var ridge = 1e-9 * Math.Max(1, inner.Diagonal().Sum());
        var slopes = (inner + Matrix<double>.Build.DenseIdentity(by.Length) * ridge).Cholesky().Solve(cross);
        var left = Math.Max(0, total - slopes.DotProduct(cross)) / total;
        return Math.Clamp(1 - left * rows / (rows - by.Length), 0, 1);
    }

    private static Matrix<double> Gram(Design design, int[] rows)
    {
        var gram = Matrix<double>.Build.Dense(design.Columns + 1, design.Columns + 1);
        foreach (var row in rows)
        {
            var features = WithReference(design, row);
            var votes = design.FirstWins(row) + design.SecondWins(row);
            for (var i = 0; i < features.Length; i++)
            {
                if (features[i] == 0) continue;
                for (var j = 0; j < features.Length; j++) gram[i, j] += votes * features[i] * features[j];
            }
        }
        return gram;
    }

    /// <summary>The features of a row and, last, the reference writer's: what is left of the others', since those of a row's two writers add up to 0.</summary>
    private static sbyte[] WithReference(Design design, int row)
    {
        var features = design.Features(row);
        var sum = 0;
        foreach (var cell in features[design.Properties.Count..]) sum += cell;
        return [.. features, (sbyte)-sum];
    }
}
