namespace Prefdissect.Models.Asking;

/// <summary>
/// Spreads what is begun evenly over time, at most so much a minute, with a head start of one second's worth. Not safe for use from several threads.
/// </summary>
/// <param name="perMinute">How much a minute, or <see langword="null"/> for any amount.</param>
internal sealed class Pace(int? perMinute)
{
    private DateTimeOffset next = DateTimeOffset.MinValue;

    /// <summary>When an amount may begin; the amount is then taken.</summary>
    public DateTimeOffset Next(DateTimeOffset now, int amount)
    {
        if (perMinute is not { } rate) return now;
        if (next < now - TimeSpan.FromSeconds(1)) next = now - TimeSpan.FromSeconds(1);
        var start = next;
        next += TimeSpan.FromMinutes((double)amount / rate);
        return start;
    }
}
