namespace Prefdissect.Bayes.Sampling;

/// <summary>
/// When warm-up learns what: a first stretch for the step size alone, then windows of doubling length at whose ends the metric is renewed,
/// then a last stretch for the step size alone (Stan's reference manual, "HMC algorithm parameters").
/// </summary>
internal sealed class WarmupSchedule
{
    private const int ShortestWithMetric = 20;

    private readonly int firstWindow;
    private readonly HashSet<int> ends = [];

    public WarmupSchedule(int warmup)
    {
        int first = 75, window = 25, last = 50;
        if (first + window + last > warmup)
        {
            first = (int)(0.15 * warmup);
            last = (int)(0.1 * warmup);
            window = warmup - first - last;
        }
        firstWindow = first;
        LastWindowEnd = warmup - last;
        if (warmup < ShortestWithMetric)
        {
            firstWindow = LastWindowEnd = warmup;
            return;
        }
        for (var end = first + window; ; end += window)
        {
            // A window that would leave too little for the next, twice as long, takes it in.
            window *= 2;
            if (end + window > LastWindowEnd)
                end = LastWindowEnd;
            ends.Add(end);
            if (end == LastWindowEnd)
                break;
        }
    }

    private int LastWindowEnd { get; }

    /// <summary>Whether the position after transition <paramref name="index"/>, from 0, counts for the metric.</summary>
    public bool IsInWindow(int index) => index >= firstWindow && index < LastWindowEnd;

    /// <summary>Whether a window ends with transition <paramref name="index"/>.</summary>
    public bool EndsWindow(int index) => ends.Contains(index + 1);
}
