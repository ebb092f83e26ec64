namespace Prefdissect.Dissecting.Explaining;

/// <summary>
/// The positive nodes u and weights of the Gauss–Legendre rule on [−1, 1] with an even number of nodes, which integrates the even part of any polynomial of degree below twice that number exactly
/// over [0, 1]. A coalition that each player joins with probability q = (1 + u)/2 has every size from none to all with equal probability, once q is integrated over.
/// </summary>
internal sealed class CoalitionSizes
{
    private const int PlayersAPair = 8;
    private static readonly CoalitionSizes[] Small = [.. Enumerable.Range(1, 8).Select(pairs => new CoalitionSizes(pairs))];

    private readonly double[] squares;
    private readonly double[] weights;

    private CoalitionSizes(int pairs)
    {
        (squares, weights) = (new double[2 * pairs], new double[2 * pairs]);
        for (var i = 0; i < squares.Length; i++)
        {
            (var node, weights[i]) = Root(2 * squares.Length, i);
            squares[i] = node * node;
        }
    }

    /// <summary>Number of nodes, even: they are taken two at a time.</summary>
    public int Count => squares.Length;

    /// <summary>u², in (0, 1).</summary>
    public ReadOnlySpan<double> Squares => squares;

    /// <summary>Weights that sum to 1.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>How many pairs of nodes a number of players needs.</summary>
    public static int PairsFor(int players) => Math.Max(1, (players + PlayersAPair - 1) / PlayersAPair);

    /// <summary>The smallest rule that is exact for polynomials of degree <paramref name="players"/> − 1.</summary>
    public static CoalitionSizes For(int players) => OfPairs(PairsFor(players));

    /// <summary>The rule of a number of pairs of nodes.</summary>
    public static CoalitionSizes OfPairs(int pairs) => pairs <= Small.Length ? Small[pairs - 1] : new CoalitionSizes(pairs);

    // Newton's iteration on Legendre's polynomial, from the usual asymptotic guess; a node's weight follows from the slope there.
    private static (double Node, double Weight) Root(int degree, int index)
    {
        var node = Math.Cos(Math.PI * (index + 0.75) / (degree + 0.5));
        for (var i = 0; i < 8; i++)
        {
            var (value, slope) = Legendre(degree, node);
            node -= value / slope;
        }
        var at = Legendre(degree, node).Slope;
        return (node, 2 / ((1 - node * node) * at * at));
    }

    private static (double Value, double Slope) Legendre(int degree, double x)
    {
        var (before, value) = (1.0, x);
        for (var n = 2; n <= degree; n++) (before, value) = (value, ((2 * n - 1) * x * value - (n - 1) * before) / n);
        return (value, degree * (before - x * value) / (1 - x * x));
    }
}
