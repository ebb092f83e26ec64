namespace Prefdissect.Tests.Annotating;

/// <summary>Agreement computed in other ways than the product's.</summary>
internal static class Agreement
{
    /// <summary>Lin's concordance with 1/n moments, which Cohen's κ with quadratic weights equals (Fleiss and Cohen 1973).</summary>
    public static double Concordance(IReadOnlyCollection<(double One, double Other)> both)
    {
        var (mean1, mean2) = (both.Average(pair => pair.One), both.Average(pair => pair.Other));
        var covariance = both.Average(pair => (pair.One - mean1) * (pair.Other - mean2));
        var (variance1, variance2) = (both.Average(pair => Math.Pow(pair.One - mean1, 2)), both.Average(pair => Math.Pow(pair.Other - mean2, 2)));
        return 2 * covariance / (variance1 + variance2 + Math.Pow(mean1 - mean2, 2));
    }
}
