using Prefdissect.Annotating.Surface.Reading;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>
/// Complexity: difficult sentences per ten sentences. A sentence is difficult where its readability index LIX (Björnsson 1968), its words plus 100 × the share
/// of its words of more than six letters, is at least 55, where difficult prose begins, and it has at least twelve words; from 75 it counts double.
/// </summary>
public sealed class ComplexWording : ISurfaceMeasure
{
    private const int LongFrom = 7, FewestWords = 12;
    private const double Difficult = 55, VeryDifficult = 75;

    /// <inheritdoc/>
    public Property Property { get; } = PublishedProperties.Of("complex word & sentence");

    /// <summary>Where the ratings begin.</summary>
    public static CutOffs CutOffs { get; } = new(0.5, 1.5, 3);

    /// <inheritdoc/>
    public double Measure(ReadText text)
    {
        var difficulty = 0;
        foreach (var sentence in text.Sentences) difficulty += Difficulty(text, sentence);
        return text.PerTenSentences(difficulty);
    }

    /// <inheritdoc/>
    public double Rating(double measure) => CutOffs.Level(measure);

    /// <inheritdoc/>
    public IEnumerable<Evidence> Explain(ReadText text) =>
        Evidences.Of(text, Property, [], Evidences.Sentences(text, "difficult sentence", sentence => Difficulty(text, sentence) > 0));

    /// <summary>0, 1 for a difficult sentence, 2 for a very difficult one.</summary>
    private static int Difficulty(ReadText text, Sentence sentence)
    {
        if (sentence.Words < FewestWords) return 0;
        var longWords = 0;
        foreach (var word in text.Words.Slice(sentence.FirstWord, sentence.Words)) longWords += word.Letters >= LongFrom ? 1 : 0;
        var lix = sentence.Words + 100.0 * longWords / sentence.Words;
        return lix >= VeryDifficult ? 2 : lix >= Difficult ? 1 : 0;
    }
}
