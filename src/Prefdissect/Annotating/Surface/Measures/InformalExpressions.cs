using Prefdissect.Annotating.Surface.Reading;

namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>
/// Informality per ten sentences: slang, interjections, emoji, drawled words and bursts of exclamation marks count 1, contractions and colloquial words 0.4.
/// </summary>
public sealed class InformalExpressions() : CueMeasure("use informal expressions", new(0.8, 2, 4), ("informal", 1), ("informal-mild", 0.4))
{
    /// <inheritdoc/>
    protected override double Beside(ReadText text)
    {
        var drawled = 0;
        foreach (var word in text.Words) drawled += IsDrawled(word) ? 1 : 0;
        return drawled + text.Count(MarkKind.Emoji) + text.Count(MarkKind.Burst);
    }

    /// <inheritdoc/>
    protected override IEnumerable<(int Start, int Length, string Cue)> BesideEvidence(ReadText text)
    {
        var places = Evidences.Marks(text, MarkKind.Emoji, MarkKind.Burst);
        foreach (var word in text.Words)
        {
            if (IsDrawled(word)) places.Add((word.Start, word.Length, "drawled word"));
        }
        return places;
    }

    /// <summary>A letter three times in a row, but neither a Roman numeral nor an address.</summary>
    private static bool IsDrawled(Word word) => (word.Marks & (WordMarks.Drawled | WordMarks.Capitals | WordMarks.Number | WordMarks.Quoted)) == WordMarks.Drawled;
}
