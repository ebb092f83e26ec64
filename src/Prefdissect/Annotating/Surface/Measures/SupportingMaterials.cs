using Prefdissect.Annotating.Surface.Reading;

namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>
/// Supporting materials per ten sentences: links and references count 2, named sources 1.5, quotations and examples 1, a per cent or money figure ½.
/// </summary>
public sealed class SupportingMaterials() : CueMeasure("use supporting materials", new(0.5, 1.5, 3), ("sources", 1.5), ("examples", 1))
{
    private const double Quantity = 0.5, Link = 2;

    /// <inheritdoc/>
    protected override double Beside(ReadText text)
    {
        var quantities = 0;
        foreach (var word in text.Words) quantities += word.Is(WordMarks.Quantity) ? 1 : 0;
        return Quantity * quantities + Link * (text.Count(MarkKind.Link) + text.Count(MarkKind.Reference)) + text.Count(MarkKind.Quotation);
    }

    /// <inheritdoc/>
    protected override IEnumerable<(int Start, int Length, string Cue)> BesideEvidence(ReadText text)
    {
        var places = Evidences.Marks(text, MarkKind.Link, MarkKind.Reference, MarkKind.Quotation);
        foreach (var word in text.Words)
        {
            if (word.Is(WordMarks.Quantity)) places.Add((word.Start, word.Length, "figure"));
        }
        return places;
    }
}
