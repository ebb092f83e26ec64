namespace Prefdissect.Dissecting.Quality;

/// <summary>
/// Votes as a regression on two features of −1, 0, +1 sees them. Turned so that the first feature that is not 0 is +1, there are four kinds of pairs,
/// (+1, 0), (0, +1), (+1, +1) and (+1, −1), and their counts are all that the likelihood needs.
/// </summary>
internal sealed class TwoWeightCounts
{
    /// <summary>Kinds of pairs.</summary>
    public const int Kinds = 4;

    private readonly double[] won = new double[Kinds];
    private readonly double[] lost = new double[Kinds];

    /// <summary>Votes for the leading response of a kind.</summary>
    public ReadOnlySpan<double> Won => won;

    /// <summary>Votes for the other response.</summary>
    public ReadOnlySpan<double> Lost => lost;

    /// <summary>The kind of a pair and the sign of its leading response; (−1, 0) where both features are 0.</summary>
    public static (int Kind, int Sign) KindOf(int one, int other) => (one, other) switch
    {
        (0, 0) => (-1, 0),
        (0, _) => (1, other),
        (_, 0) => (0, one),
        _ => (one == other ? 2 : 3, one),
    };

    /// <summary>Adds the votes of a pair of a kind, seen from its leading response.</summary>
    public void Add(int kind, double wins, double losses)
    {
        won[kind] += wins;
        lost[kind] += losses;
    }

    /// <summary>These counts without others.</summary>
    public TwoWeightCounts Without(TwoWeightCounts others)
    {
        var rest = new TwoWeightCounts();
        for (var kind = 0; kind < Kinds; kind++) rest.Add(kind, won[kind] - others.won[kind], lost[kind] - others.lost[kind]);
        return rest;
    }
}
