using Prefdissect.Dissecting.Similarities;

namespace Prefdissect.Reporting.Documents;

/// <summary>A published judge like a judge of the study.</summary>
/// <param name="Judge">The study's judge.</param>
/// <param name="Published">The published judge, with its prefix.</param>
/// <param name="Similarity">Similarity of the weights on <c>all</c> to the published means over the 11 scenarios, by the metric of the document; Pearson correlation in a dissection.</param>
/// <param name="Properties">Properties that both have.</param>
public sealed record NearestEntry(string Judge, string Published, double Similarity, int Properties)
{
    private const int Shown = 5;

    /// <summary>The entries of rankings by judge: of each the most alike.</summary>
    public static IReadOnlyList<NearestEntry> Of(IReadOnlyDictionary<string, IReadOnlyList<NearestJudge>> rankings) =>
        [.. rankings.SelectMany(of => of.Value.Take(Shown).Select(near => new NearestEntry(of.Key, near.Judge, near.Similarity, near.Properties)))];
}
