using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Examples;

// begin model
/// <summary>Eight schools (Rubin, 1981): effect of school j = mu + tau · z[j]. Coordinates: mu, log tau, z[0…7].</summary>
public sealed class EightSchools : ILogDensity
{
    private static readonly double[] Effect = [28, 8, -3, 7, -1, 1, 18, 12];
    private static readonly double[] Error = [15, 10, 16, 11, 9, 11, 10, 18];

    public int Dimension => 10;

    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        double mu = position[0], tau = Math.Exp(position[1]);
        // Priors: mu ~ Normal(0, 5), tau ~ Half-Cauchy(5) with the Jacobian of the logarithm, z ~ Normal(0, 1).
        var logDensity = -mu * mu / 50 - Math.Log(1 + tau * tau / 25) + position[1];
        gradient[0] = -mu / 25;
        gradient[1] = 1 - 2 * tau * tau / (25 + tau * tau);
        for (var j = 0; j < 8; j++)
        {
            var z = position[2 + j];
            var residual = (Effect[j] - mu - tau * z) / Error[j];
            logDensity -= 0.5 * (z * z + residual * residual);
            gradient[0] += residual / Error[j];
            gradient[1] += residual / Error[j] * tau * z;
            gradient[2 + j] = residual / Error[j] * tau - z;
        }
        return logDensity;
    }
}
// end model

internal static class EightSchoolsExample
{
    public static PosteriorSummary Fit()
    {
        // begin sampling
        var draws = NutsSampler.Sample(new EightSchools(), new NutsOptions { Seed = 1, TargetAcceptance = 0.95 });
        var summary = PosteriorSummary.Of(draws, ["mu", "log tau", .. Enumerable.Range(0, 8).Select(j => $"z{j}")]);

        foreach (var problem in summary.Health.Problems)
            Console.WriteLine(problem);
        foreach (var p in summary.Parameters)
            Console.WriteLine($"{p.Name,-8} {p.Mean,6:F2} ± {p.Sd:F2}   95 %: {p.Q025:F2} … {p.Q975:F2}   R-hat {p.RHat:F3}");

        // Anything computed from a draw has a posterior too: is school 0 better than school 2?
        var difference = draws.Quantity(x => Math.Exp(x[1]) * (x[2] - x[4]));
        Console.WriteLine($"P(school 0 > school 2) = {ParameterSummary.Of("difference", difference).ProbabilityPositive:P0}");
        // end sampling
        return summary;
    }
}
