namespace Prefdissect.Judging.Bias;

/// <summary>Sums of two judges' verdicts: the number of pairs, then a table of three by three, row by row: second, tie, first by the one judge and by the other.</summary>
internal static class VerdictTable
{
    public const int Levels = 3;

    public const int Terms = 1 + (Levels * Levels);

    public static void Add(in JudgedTwice of, Span<double> sums)
    {
        sums[0]++;
        sums[1 + ((of.One + 1) * Levels) + of.Other + 1]++;
    }

    public static double At(ReadOnlySpan<double> sums, int one, int other) => sums[1 + (one * Levels) + other];

    /// <summary>Share of equal verdicts.</summary>
    public static double Alike(ReadOnlySpan<double> sums) => (At(sums, 0, 0) + At(sums, 1, 1) + At(sums, 2, 2)) / sums[0];
}
