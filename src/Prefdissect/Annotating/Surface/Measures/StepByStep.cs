using System.Collections.Frozen;
using Prefdissect.Annotating.Surface.Cues;
using Prefdissect.Annotating.Surface.Reading;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>
/// Steps: sentences or lines that begin with <i>Step N</i> and numbered items that begin with an imperative count 1, other numbered items ½, ordering words
/// at the beginning of a sentence 1, an announcement of steps 1. A count: more steps are more of it, however long the text.
/// </summary>
public sealed class StepByStep : ISurfaceMeasure
{
    private const double PlainItem = 0.5;

    private static readonly FrozenSet<ulong> Imperatives = CueBook.Set("imperative");
    private static readonly ulong Step = Folding.Hash("step");
    private static readonly int[] Lists = [CueBook.Embedded["sequence"], CueBook.Embedded["sequence-frame"]];

    /// <inheritdoc/>
    public Property Property { get; } = PublishedProperties.Of("step-by-step");

    /// <summary>Where the ratings begin.</summary>
    public static CutOffs CutOffs { get; } = new(2, 4, 6);

    /// <inheritdoc/>
    public double Measure(ReadText text)
    {
        double steps = text.Found(Lists[0]) + text.Found(Lists[1]);
        foreach (var sentence in text.Sentences) steps += Weight(text, sentence);
        return steps;
    }

    /// <inheritdoc/>
    public double Rating(double measure) => CutOffs.Level(measure);

    /// <inheritdoc/>
    public IEnumerable<Evidence> Explain(ReadText text) =>
        Evidences.Of(text, Property, Lists, Evidences.Sentences(text, "step", sentence => Weight(text, sentence) > 0));

    private static double Weight(ReadText text, Sentence sentence)
    {
        var first = text.Words[sentence.FirstWord];
        if (first.Hash == Step && sentence.Words > 1 && text.Words[sentence.FirstWord + 1].Is(WordMarks.Number)) return 1;
        return !sentence.OpensLine || sentence.Line != LineKind.Numbered ? 0 : Imperatives.Contains(first.Hash) ? 1 : PlainItem;
    }
}
