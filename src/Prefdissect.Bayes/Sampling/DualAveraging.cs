namespace Prefdissect.Bayes.Sampling;

/// <summary>
/// Nesterov's dual averaging of the log step size towards a mean acceptance statistic (Hoffman and Gelman, 2014, section 3.2, with their constants). No step is longer than <paramref name="longest"/>.
/// </summary>
internal sealed class DualAveraging(double target, double longest = double.PositiveInfinity)
{
    private const double Shrinkage = 0.05, Decay = 0.75, Delay = 10;

    private double centre, gap, averageLog;
    private int count;

    /// <summary>The step size to try next.</summary>
    public double StepSize { get; private set; } = 1;

    /// <summary>The average over what was tried, later trials counting more; the step size to keep.</summary>
    public double Averaged => count == 0 ? StepSize : Math.Exp(averageLog);

    /// <summary>Begins anew around a step size.</summary>
    public void Restart(double stepSize)
    {
        StepSize = stepSize;
        centre = Math.Log(10 * stepSize);
        (gap, averageLog, count) = (0, 0, 0);
    }

    /// <summary>Takes the acceptance statistic, 0…1, of the step size last tried.</summary>
    public void Learn(double acceptance)
    {
        count++;
        var share = 1 / (count + Delay);
        gap = (1 - share) * gap + share * (target - acceptance);
        var log = Math.Min(centre - gap * Math.Sqrt(count) / Shrinkage, Math.Log(longest));
        var newest = Math.Pow(count, -Decay);
        averageLog = newest * log + (1 - newest) * averageLog;
        StepSize = Math.Exp(log);
    }
}
