using Prefdissect.Pairs;

namespace Prefdissect.Dissecting.Contrasts;

/// <summary>
/// Which draw of one fit stands beside which of another. The posteriors of two fits are independent given the data, so any pairing that does not look at the values
/// gives their joint posterior; a seeded shuffle keeps chains of equal seeds apart.
/// </summary>
internal static class DrawPairing
{
    /// <summary><paramref name="count"/> places of draws of a fit, each at most once while there are enough, in an order that the seed and the name alone decide.</summary>
    public static int[] Of(int available, int count, long seed, params ReadOnlySpan<string> name)
    {
        var order = Enumerable.Range(0, available).ToArray();
        var random = new SplitMix((ulong)(Pairs.ContentHash.Of("draw pairing", [seed.ToString(System.Globalization.CultureInfo.InvariantCulture), .. name]).High >> 64));
        for (var i = available - 1; i > 0; i--)
        {
            var other = random.Below(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
        var places = new int[count];
        for (var i = 0; i < count; i++) places[i] = order[i % available];
        return places;
    }
}
