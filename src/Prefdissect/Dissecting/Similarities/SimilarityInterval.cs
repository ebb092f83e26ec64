namespace Prefdissect.Dissecting.Similarities;

/// <summary>
/// Posterior of how alike two judges' weights are. Draws scatter about their means independently of each other, which makes any two judges look less alike: a correlation of
/// draws is pulled to 0, the more so the fewer pairs a judge has. It is another quantity than the similarity of the means and no interval around it.
/// </summary>
/// <param name="Low">2.5 % quantile.</param>
/// <param name="Median">Median.</param>
/// <param name="High">97.5 % quantile.</param>
public sealed record SimilarityInterval(double Low, double Median, double High);
