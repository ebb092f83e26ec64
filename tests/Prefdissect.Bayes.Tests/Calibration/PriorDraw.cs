namespace Prefdissect.Bayes.Tests.Calibration;

/// <summary>Weights drawn from a prior by its textbook definition, with no code of the library: what fits are held against.</summary>
internal static class PriorDraw
{
    public static double[] Weights(string prior, int count, Random random)
    {
        var parts = prior.Split(':');
        var scale = double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        return parts[0] switch
        {
            "laplace" => [.. Enumerable.Range(0, count).Select(_ => scale * (Exponential(random) - Exponential(random)))],
            "normal" => [.. Enumerable.Range(0, count).Select(_ => scale * Normal(random))],
            "horseshoe" => Horseshoe(scale, count, random),
            _ => throw new ArgumentException(prior),
        };
    }

    public static double Normal(Random random) => Math.Sqrt(2 * Exponential(random)) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double[] Horseshoe(double scale, int count, Random random)
    {
        var global = scale * HalfCauchy(random);
        // Inverse gamma(2, 8): 8 over the sum of two exponentials.
        var slab = 8 / (Exponential(random) + Exponential(random));
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                var local = HalfCauchy(random);
                return Normal(random) * global * Math.Sqrt(slab * local * local / (slab + global * global * local * local));
            }),
        ];
    }

    private static double Exponential(Random random) => -Math.Log(1 - random.NextDouble());

    private static double HalfCauchy(Random random) => Math.Tan(Math.PI / 2 * random.NextDouble());
}
