using Prefdissect.Studies;

namespace Prefdissect.Workflows.Samples;

/// <summary>Terms that stand in the texts of a pair, found by reading them: where words are not indexed, or a script sets no spaces.</summary>
internal sealed class TextCriterion(Study study, IReadOnlyList<SearchTerm> terms) : IPairCriterion
{
    private readonly FoundPairReader reader = new(study);

    public IReadOnlySet<long> Of(IReadOnlyList<long> pairs) => reader.Texts(pairs).Where(of => AllIn([.. of.Value.Select(SearchTerm.Folded)])).Select(of => of.Key).ToHashSet();

    private bool AllIn(IReadOnlyList<string> folded) => terms.All(term => folded.Any(text => term.IndexIn(text) >= 0));
}
