namespace Prefdissect.Reporting.Documents;

/// <summary>A published judge like a judge of the study.</summary>
/// <param name="Judge">The study's judge.</param>
/// <param name="Published">The published judge, with its prefix.</param>
/// <param name="Similarity">Similarity (Pearson's correlation unless another metric was asked for) of the weights on <c>all</c> with the published means over the 11 scenarios.</param>
/// <param name="Properties">Properties that both have.</param>
public sealed record NearestEntry(string Judge, string Published, double Similarity, int Properties);
