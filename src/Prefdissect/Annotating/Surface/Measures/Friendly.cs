using Prefdissect.Annotating.Surface.Reading;

namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>Friendliness: warm phrases, emoji, and half of each exclamatory sentence, per ten sentences.</summary>
public sealed class Friendly() : CueMeasure("friendly", new(0.5, 1.5, 3), ("friendly", 1))
{
    private const double Exclamation = 0.5;

    /// <inheritdoc/>
    protected override double Beside(ReadText text)
    {
        var exclamations = 0;
        foreach (var sentence in text.Sentences) exclamations += Exclaims(text, sentence) ? 1 : 0;
        return text.Count(MarkKind.Emoji) + Exclamation * exclamations;
    }

    /// <inheritdoc/>
    protected override IEnumerable<(int Start, int Length, string Cue)> BesideEvidence(ReadText text) =>
        [.. Evidences.Marks(text, MarkKind.Emoji), .. Evidences.Sentences(text, "exclamation", sentence => Exclaims(text, sentence))];

    private static bool Exclaims(ReadText text, Sentence sentence) => sentence.Closing == '!' && !text.Words[sentence.FirstWord].Is(WordMarks.Quoted);
}
