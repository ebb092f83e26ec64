namespace Prefdissect.Dissecting.Contrasts;

/// <summary>The draws of both sides of a comparison, side by side; a side without draws stands still at its weights.</summary>
internal sealed class PairedDraws
{
    private readonly ContrastPair pair;
    private readonly int count;
    private readonly (FitDraws Draws, int[] Places)? greater;
    private readonly (FitDraws Draws, int[] Places)? lesser;

    public PairedDraws(ContrastPair pair, long seed)
    {
        this.pair = pair;
        count = new[] { pair.Greater.Draws?.Count, pair.Lesser.Draws?.Count }.Min() ?? 0;
        greater = Places(pair.Greater, "greater");
        lesser = Places(pair.Lesser, "lesser");

        (FitDraws, int[])? Places(ContrastSide side, string which) =>
            side.Draws is { } draws ? (draws, DrawPairing.Of(draws.Count, count, seed, which, side.Weights.Judge, side.Weights.Group)) : null;
    }

    /// <summary>Draws of the difference of a property that both have; <see langword="null"/> where neither side has draws.</summary>
    public double[]? Of(string property)
    {
        if (count == 0) return null;
        var difference = new double[count];
        Add(difference, greater, pair.Greater, property, 1);
        Add(difference, lesser, pair.Lesser, property, -1);
        return difference;
    }

    private static void Add(double[] sums, (FitDraws Draws, int[] Places)? drawn, ContrastSide side, string property, int sign)
    {
        if (drawn is not { } found)
        {
            for (var i = 0; i < sums.Length; i++) sums[i] += sign * side.Weights.Values[property];
            return;
        }
        var column = found.Draws.Properties.Index().First(entry => entry.Item == property).Index;
        for (var i = 0; i < sums.Length; i++) sums[i] += sign * found.Draws.Draw(found.Places[i])[column];
    }
}
