using Prefdissect.Properties;

namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>
/// Complexity: the readability index LIX (Björnsson 1968), words a sentence plus 100 × the share of words of more than six letters. It is drawn
/// towards ordinary prose as though two sentences of 15 words, a quarter of them long, stood before the text, so that few words do not make an extreme.
/// </summary>
public sealed class ComplexWording : ISurfaceMeasure
{
    private const int LongFrom = 7;
    private const double PriorSentences = 2, PriorWords = 30, PriorLong = 7.5;

    /// <inheritdoc/>
    public Property Property { get; } = PublishedProperties.Of("complex word & sentence");

    /// <summary>Where the ratings begin.</summary>
    public static CutOffs CutOffs { get; } = new(35, 45, 55);

    /// <inheritdoc/>
    public double Measure(ReadText text)
    {
        var longWords = PriorLong;
        var words = PriorWords;
        foreach (var word in text.Words)
        {
            if (word.Letters == 0) continue;
            words++;
            if (word.Letters >= LongFrom) longWords++;
        }
        return words / (PriorSentences + text.Sentences.Length) + 100 * longWords / words;
    }

    /// <inheritdoc/>
    public double Rating(double measure) => CutOffs.Level(measure);

    /// <summary>The sentences of at least 25 words and the words of at least 12 letters.</summary>
    public IEnumerable<Evidence> Explain(ReadText text)
    {
        var places = Evidences.Sentences(text, "long sentence", sentence => sentence.Words >= 25);
        foreach (var word in text.Words)
        {
            if (word.Letters >= 12) places.Add((word.Start, word.Length, "long word"));
        }
        return Evidences.Of(text, Property, [], places);
    }
}
