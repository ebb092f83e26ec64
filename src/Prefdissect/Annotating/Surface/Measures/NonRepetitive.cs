using Prefdissect.Properties;

namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>
/// Repetition (the comparison turns it round): the share of the prose's runs of four words that stood in it before. Runs of four within one sentence;
/// a sentence of fewer words is one run.
/// </summary>
public sealed class NonRepetitive : ISurfaceMeasure
{
    private const int Run = 4;

    /// <inheritdoc/>
    public Property Property { get; } = PublishedProperties.Of("non-repetitive");

    /// <summary>Where the ratings begin.</summary>
    public static CutOffs CutOffs { get; } = new(0.02, 0.06, 0.15);

    /// <inheritdoc/>
    public double Measure(ReadText text)
    {
        var runs = 0;
        var repeated = 0;
        Walk(text, (_, _, again) =>
        {
            runs++;
            if (again) repeated++;
        });
        return runs == 0 ? 0 : (double)repeated / runs;
    }

    /// <inheritdoc/>
    public double Rating(double measure) => CutOffs.Level(measure);

    /// <summary>The stretches of words that stood in the text before.</summary>
    public IEnumerable<Evidence> Explain(ReadText text)
    {
        var stretches = new List<(int Start, int End)>();
        Walk(text, (first, words, again) =>
        {
            if (!again) return;
            var (start, end) = (text.Words[first].Start, text.Words[first + words - 1].End);
            if (stretches.Count > 0 && stretches[^1].End > start)
                stretches[^1] = (stretches[^1].Start, end);
            else
                stretches.Add((start, end));
        });
        return stretches.Select(stretch => new Evidence(stretch.Start, stretch.End - stretch.Start, Property, "said before"));
    }

    private static void Walk(ReadText text, Action<int, int, bool> visit)
    {
        var seen = new HashSet<ulong>(text.Words.Length);
        foreach (var sentence in text.Sentences)
        {
            var words = Math.Min(Run, sentence.Words);
            for (var first = sentence.FirstWord; first + words <= sentence.FirstWord + sentence.Words; first++)
            {
                var hash = (ulong)words;
                foreach (var word in text.Words.Slice(first, words)) hash = (hash ^ word.Hash) * 0x9E3779B97F4A7C15;
                visit(first, words, !seen.Add(hash ^ (hash >> 29)));
            }
        }
    }
}
