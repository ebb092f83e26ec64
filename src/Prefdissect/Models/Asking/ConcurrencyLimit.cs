namespace Prefdissect.Models.Asking;

/// <summary>
/// How many requests may be under way at once. It grows by one for every answer at first and by one for every round of answers later, shrinks by three tenths when the server
/// pushes back more than a tenth of the last requests (once a round, however many it does), and by a tenth when answers come three times slower than they did at best: additive
/// increase, multiplicative decrease (Chiu and Jain 1989), with latency as an early sign. A few push-backs by chance, such as one of many servers behind a gateway gives, say
/// nothing of how many requests all of them bear. Not safe for use from several threads.
/// </summary>
/// <param name="most">Most requests at once.</param>
internal sealed class ConcurrencyLimit(int most)
{
    private const double Slower = 3;
    private const double BearableShare = 0.1;
    private const double Remembered = 32;
    private double limit = Math.Min(most, 8);
    private bool grows = true;
    private long lastCut = long.MinValue;
    private double pushedBack;
    private double best = double.PositiveInfinity;
    private double sum;
    private int counted;

    /// <summary>Requests allowed at once; at least 1.</summary>
    public int Current => Math.Max(1, (int)limit);

    /// <summary>Counts an attempt that ended in an answer.</summary>
    /// <param name="seconds">How long it took.</param>
    /// <param name="isSaturated">Whether as many as allowed were under way: an unused limit says nothing.</param>
    public void Succeeded(double seconds, Saturation isSaturated)
    {
        pushedBack -= pushedBack / Remembered;
        if (isSaturated == Saturation.Full) limit = Math.Min(most, limit + (grows ? 1 : 1 / limit));
        sum += seconds;
        if (++counted < Math.Max(20, Current)) return;
        var mean = sum / counted;
        (sum, counted) = (0, 0);
        // The best is forgotten slowly: prompts grow longer and servers get other work.
        best = Math.Min(best * 1.02, mean);
        if (mean <= Slower * best || isSaturated != Saturation.Full) return;
        limit = Math.Max(1, limit * 0.9);
        grows = false;
    }

    /// <summary>Counts an attempt that the server pushed back.</summary>
    /// <param name="began">When it began, in any unit.</param>
    /// <param name="now">When it ended, in the same unit.</param>
    public void PushedBack(long began, long now)
    {
        if (began < lastCut) return;
        pushedBack += (1 - pushedBack) / Remembered;
        if (pushedBack <= BearableShare) return;
        pushedBack = 0;
        limit = Math.Max(1, limit * 0.7);
        grows = false;
        lastCut = now;
    }
}
