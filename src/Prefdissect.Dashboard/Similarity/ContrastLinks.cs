using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;

namespace Prefdissect.Dashboard.Similarity;

/// <summary>Where judges that are compared lead: two of them to their contrast, one to its dissection, on the same group and annotator.</summary>
internal sealed class ContrastLinks(Source source, SimilarityChoice choice)
{
    /// <summary>The contrast of two judges.</summary>
    public string Of(string one, string other) => source.Address("contrast") + Shared(PageQuery.Empty.With("x", one).With("y", other));

    /// <summary>The dissection of a judge.</summary>
    public string OfJudge(string judge) => source.Address("dissection") + Shared(PageQuery.Empty.With("judge", judge));

    private PageQuery Shared(PageQuery query) => query.With("group", choice.Group).With("annotator", choice.Annotator);
}
