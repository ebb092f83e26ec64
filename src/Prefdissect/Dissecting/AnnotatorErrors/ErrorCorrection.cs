using MathNet.Numerics.LinearAlgebra;
using Prefdissect.Bayes.Densities;
using Prefdissect.Dissecting.Clusters;
using Prefdissect.Pairs;

namespace Prefdissect.Dissecting.AnnotatorErrors;

/// <summary>
/// What would the weights be if the annotator made no mistakes? Mistakes whose rates are known are made again, once and a half, twice and so on, the weights fitted to each, and
/// their course is followed back to no mistakes: MC-SIMEX (Küchenhoff, Mwalili and Lesaffre 2006; Cook and Stefanski 1994). It needs no model of the true features, and mistakes in one
/// property correct the weights of those that go with it. What the data still say of a weight falls with
/// every added mistake, and is followed back in the same way (Stefanski and Cook 1995).
/// </summary>
public static class ErrorCorrection
{
    /// <summary>How many times each amount of mistakes is made.</summary>
    public const int Repeats = 30;

    private static readonly double[] Added = [0.5, 1, 1.5, 2];

    /// <summary>How many times each amount of mistakes is made where only the difference between two confusions is wanted; both see the same chances.</summary>
    private const int RepeatsOfResample = 2;

    /// <summary>The weights of a design's properties without mistakes, in their order; the mistakes are taken as known.</summary>
    /// <param name="design">The design; it has rows and columns.</param>
    /// <param name="prior">The prior of every weight: Laplace or normal.</param>
    /// <param name="confusions">The mistakes by short name; a property without an entry is taken to be rated without mistakes, as length is.</param>
    /// <param name="seed">Where chance begins.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ArgumentException">The prior is neither Laplace nor normal.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<CorrectedWeight> Of(Design design, IPrior prior, IReadOnlyDictionary<string, FeatureConfusion> confusions, ulong seed, CancellationToken cancellation = default)
    {
        var naive = Unchanged(design, prior);
        var known = design.Properties.Select(property => confusions.GetValueOrDefault(property.ShortName)).ToArray();
        var obstacles = known.Select(confusion => confusion is null ? null : confusion.Obstacle).ToArray();
        var used = known.Select((confusion, p) => confusion is null || obstacles[p] is not null ? FeatureConfusion.None : confusion).ToArray();
        var course = Course(naive, used, Repeats, seed, cancellation);
        var back = WayBack();
        return [.. design.Properties.Select((property, p) =>
        {
            var corrected = back.Zip(course.Modes, (weight, mode) => weight * mode[p]).Sum();
            return new CorrectedWeight(property.ShortName, naive.Mode[p], corrected, Widening([.. course.Kept.Select(of => of[p] / naive.Variances[p])]), obstacles[p]);
        })];
    }

    /// <summary>The same with mistakes that were measured: every correction says how much it would vary with other pairs to measure them on.</summary>
    /// <param name="design">The design; it has rows and columns.</param>
    /// <param name="prior">The prior of every weight: Laplace or normal.</param>
    /// <param name="measured">The mistakes; those with an obstacle are not reckoned with.</param>
    /// <param name="seed">Where chance begins.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ArgumentException">The prior is neither Laplace nor normal.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<CorrectedWeight> Of(Design design, IPrior prior, DoublyRatedPairs measured, ulong seed, CancellationToken cancellation = default)
    {
        var corrected = Of(design, prior, measured.Known, seed, cancellation);
        var naive = Unchanged(design, prior);
        var back = WayBack();
        var others = measured.Resampled(seed).Select(confusions =>
        {
            var used = Array.ConvertAll([.. design.Properties], property => confusions.GetValueOrDefault(property.ShortName) ?? FeatureConfusion.None);
            var modes = Course(naive, used, RepeatsOfResample, seed, cancellation).Modes;
            return Enumerable.Range(0, used.Length).Select(p => back.Zip(modes, (weight, mode) => weight * mode[p]).Sum()).ToArray();
        }).ToList();
        var means = Means(others);
        return [.. corrected.Select((weight, p) => weight with
        {
            MeasurementSd = Math.Sqrt(others.Sum(other => (other[p] - means[p]) * (other[p] - means[p])) / (others.Count - 1)),
        })];
    }

    private static Naive Unchanged(Design design, IPrior prior)
    {
        var shrinkage = Shrinkage.Of(prior) ?? throw new ArgumentException("A correction needs a Laplace or normal prior, whose mode is of use.", nameof(prior));
        var scales = design.ScalesUnder(prior);
        var (mode, variances) = Fit(new VoteRows(design, scales), shrinkage, []);
        return new(design, shrinkage, scales, mode, variances);
    }

    /// <summary>The mean mode at each amount of mistakes, none first; and what of the variance is not the chance of the mistakes, at each amount added.</summary>
    private static (List<double[]> Modes, List<double[]> Kept) Course(Naive naive, FeatureConfusion[] used, int repeats, ulong seed, CancellationToken cancellation)
    {
        var random = new SplitMix(seed);
        var (modes, kept) = (new List<double[]> { naive.Mode }, new List<double[]>());
        foreach (var added in Added)
        {
            var powers = Array.ConvertAll(used, confusion => confusion.Power(added));
            var fits = Enumerable.Range(0, repeats).Select(_ =>
            {
                cancellation.ThrowIfCancellationRequested();
                var rows = new VoteRows(naive.Design, naive.Scales, (_, column, feature) => column < powers.Length ? powers[column].Observed(feature, Chance(ref random)) : feature);
                return Fit(rows, naive.Shrinkage, modes[^1]);
            }).ToList();
            var means = Means(fits.Select(fit => fit.Mode));
            var between = Means(fits.Select(fit => fit.Mode.Zip(means, (mode, mean) => (mode - mean) * (mode - mean) * repeats / (repeats - 1.0)).ToArray()));
            kept.Add([.. Means(fits.Select(fit => fit.Variances)).Zip(between, (within, of) => within - of)]);
            modes.Add(means);
        }
        return (modes, kept);
    }

    private static double Chance(ref SplitMix random) => random.Below(1 << 30) / (double)(1 << 30);

    private static (double[] Mode, double[] Variances) Fit(VoteRows rows, Shrinkage shrinkage, double[] start)
    {
        var solver = new PosteriorMode(rows, shrinkage);
        var mode = solver.Find(start: start);
        var curvature = Matrix<double>.Build.Dense(rows.Columns, rows.Columns, solver.Information.ToArray()) + (Matrix<double>.Build.DenseIdentity(rows.Columns) * shrinkage.Curvature);
        return (mode, [.. curvature.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(rows.Columns)).Diagonal()]);
    }

    private static double[] Means(IEnumerable<double[]> rows)
    {
        var all = rows.ToList();
        return [.. Enumerable.Range(0, all[0].Length).Select(column => all.Average(row => row[column]))];
    }

    /// <summary>
    /// The standard deviation without mistakes by that with them. Of the variance at each amount of mistakes, what is not the chance of those mistakes falls as a power,
    /// as the confusion does; one base is fitted to all amounts, since each alone is rough.
    /// </summary>
    private static double Widening(IReadOnlyList<double> kept)
    {
        const int steps = 300;
        var best = Enumerable.Range(0, steps + 1).Select(step => step / 100.0).MinBy(rate => Added.Zip(kept, (added, share) => Math.Pow(share - Math.Exp(-rate * added), 2)).Sum());
        return Math.Exp(best / 2);
    }

    /// <summary>Weights with which values at 0 and <see cref="Added"/> mistakes make the value of their least-squares parabola at −1.</summary>
    private static double[] WayBack()
    {
        double[] at = [0, .. Added];
        var parabola = Matrix<double>.Build.Dense(at.Length, 3, (row, power) => Math.Pow(at[row], power));
        var target = Vector<double>.Build.Dense([1, -1, 1]);
        return [.. (parabola * (parabola.TransposeThisAndMultiply(parabola)).Cholesky().Solve(target))];
    }

    /// <summary>The fit of a design as it is.</summary>
    private sealed record Naive(Design Design, Shrinkage Shrinkage, double[] Scales, double[] Mode, double[] Variances);
}
