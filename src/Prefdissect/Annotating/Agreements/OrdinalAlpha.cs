namespace Prefdissect.Annotating.Agreements;

/// <summary>
/// Krippendorff's α for ordered levels (Krippendorff 2004, chapter 11; 2011): 1 − observed by expected disagreement, where two levels disagree by the square of the number of
/// ratings between them. It takes any number of raters and missing ratings.
/// </summary>
public static class OrdinalAlpha
{
    /// <summary>The α of a table of coincidences.</summary>
    /// <param name="coincidences">Symmetric: <c>[i, j]</c> is the number of ordered pairs of ratings of the same thing at levels i and j, each divided by the thing's number of ratings less one.</param>
    /// <returns>At most 1; <see langword="null"/> where there are no ratings or all are the same, so that nothing could disagree.</returns>
    /// <exception cref="ArgumentException">The table is not square.</exception>
    public static double? Of(double[,] coincidences)
    {
        var levels = coincidences.GetLength(0);
        if (coincidences.GetLength(1) != levels) throw new ArgumentException("A table of coincidences is square.", nameof(coincidences));
        var margins = new double[levels];
        var total = 0.0;
        for (var i = 0; i < levels; i++)
        {
            for (var j = 0; j < levels; j++) margins[i] += coincidences[i, j];
            total += margins[i];
        }
        double observed = 0, expected = 0;
        for (var i = 0; i < levels; i++)
        {
            var between = margins[i];
            for (var j = i + 1; j < levels; j++)
            {
                between += margins[j];
                var distance = between - ((margins[i] + margins[j]) / 2);
                observed += coincidences[i, j] * distance * distance;
                expected += margins[i] * margins[j] * distance * distance;
            }
        }
        return total <= 1 || expected <= 0 ? null : 1 - ((total - 1) * observed / expected);
    }
}
