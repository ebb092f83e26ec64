using Prefdissect.Bayes.Densities;

namespace Prefdissect.Dissecting.Clusters;

/// <summary>What a prior does to the mode of a posterior: −log prior is Rate·|w| + ½·Precision·w², up to a constant.</summary>
/// <param name="Rate">Slope of the kink at 0: 1/scale of a Laplace prior, else 0.</param>
/// <param name="Precision">1/variance of a normal prior, else 0.</param>
internal readonly record struct Shrinkage(double Rate, double Precision)
{
    /// <summary>Curvature that stands for the prior where a variance is wanted: 1/variance of the prior, since a kink has none of its own.</summary>
    public double Curvature => Rate > 0 ? Rate * Rate / 2 : Precision;

    /// <summary>The shrinkage of a prior; <see langword="null"/> where its mode is of no use (it is neither Laplace nor normal).</summary>
    public static Shrinkage? Of(IPrior prior) => prior switch
    {
        LaplacePrior laplace => new Shrinkage(1 / laplace.Scale, 0),
        NormalPrior normal => new Shrinkage(0, 1 / (normal.Scale * normal.Scale)),
        _ => null,
    };

    /// <summary>−log prior of one weight.</summary>
    public double Cost(double weight) => Rate * Math.Abs(weight) + 0.5 * Precision * weight * weight;

    /// <summary>Where curvature/2·w² − pull·w + cost(w) is least: exactly 0 where the pull is weaker than the kink.</summary>
    public double Least(double curvature, double pull)
    {
        var beyond = Math.Abs(pull) - Rate;
        return beyond <= 0 ? 0 : Math.CopySign(beyond, pull) / (curvature + Precision);
    }
}
