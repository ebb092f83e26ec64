using Prefdissect.Pairs;

namespace Prefdissect.Dissecting.Power;

/// <summary>The votes of a design together with simulated ones on more pairs like its own: whole queries drawn with replacement, so that pairs that share a query stay together.</summary>
internal sealed class SimulatedVotes
{
    private const int MostVotes = 1000;

    private readonly Design design;
    private readonly int[][] rowsOfQueries;

    public SimulatedVotes(Design design)
    {
        this.design = design;
        rowsOfQueries = [.. Enumerable.Range(0, design.Rows).GroupBy(design.Query).Select(of => of.ToArray())];
    }

    /// <summary>Number of queries.</summary>
    public int Queries => rowsOfQueries.Length;

    /// <summary>Votes for the first and the second response of each row: those there are, and those that a judge with given weights gives on <paramref name="pairs"/> more.</summary>
    public (double[] First, double[] Second) With(int pairs, ReadOnlySpan<float> weights, ref SplitMix random)
    {
        var (first, second) = (new double[design.Rows], new double[design.Rows]);
        for (var row = 0; row < design.Rows; row++) (first[row], second[row]) = (design.FirstWins(row), design.SecondWins(row));
        for (var left = pairs; left > 0;)
        {
            foreach (var row in rowsOfQueries[random.Below(rowsOfQueries.Length)])
            {
                if (left-- == 0) break;
                var preference = Preference(row, weights);
                var votes = Math.Clamp((int)Math.Round(design.FirstWins(row) + design.SecondWins(row)), 1, MostVotes);
                for (var vote = 0; vote < votes; vote++)
                {
                    if (random.Below(1 << 30) < preference * (1 << 30)) first[row]++;
                    else second[row]++;
                }
            }
        }
        return (first, second);
    }

    private double Preference(int row, ReadOnlySpan<float> weights)
    {
        var features = design.Features(row);
        double z = 0;
        for (var i = 0; i < features.Length; i++) z += features[i] * weights[i];
        return Degree.Of(z);
    }
}
