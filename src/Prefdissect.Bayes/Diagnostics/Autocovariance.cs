using System.Numerics.Tensors;

namespace Prefdissect.Bayes.Diagnostics;

/// <summary>
/// Autocovariances averaged over chains of one length, each chain about its own mean, divided by the length whatever the lag.
/// Computed lag by lag as they are asked for: chains that mix well need a few lags only, which costs less than a Fourier transform.
/// </summary>
internal sealed class Autocovariance
{
    private readonly double[][] centred;

    public Autocovariance(double[][] chains)
    {
        var means = chains.Select(chain => TensorPrimitives.Sum(chain) / chain.Length).ToArray();
        var grand = means.Average();
        VarianceOfMeans = means.Length > 1 ? means.Sum(mean => (mean - grand) * (mean - grand)) / (means.Length - 1) : 0;
        centred = new double[chains.Length][];
        for (var chain = 0; chain < chains.Length; chain++)
        {
            centred[chain] = new double[chains[chain].Length];
            TensorPrimitives.Subtract(chains[chain], means[chain], centred[chain]);
        }
    }

    /// <summary>Sample variance of the chains' means; 0 for one chain.</summary>
    public double VarianceOfMeans { get; }

    public double At(int lag)
    {
        var sum = 0.0;
        foreach (var chain in centred)
            sum += TensorPrimitives.Dot<double>(chain.AsSpan(lag), chain.AsSpan(0, chain.Length - lag)) / chain.Length;
        return sum / centred.Length;
    }
}
