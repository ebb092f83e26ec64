using Prefdissect.Annotating.Surface.Reading;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>From phrases and marks to evidence.</summary>
internal static class Evidences
{
    /// <summary>The phrases of some lists, and other places, in the order of the text.</summary>
    public static IEnumerable<Evidence> Of(ReadText text, Property property, int[] lists, params IEnumerable<(int Start, int Length, string Cue)> places)
    {
        var found = new List<Evidence>();
        foreach (var hit in text.Hits)
        {
            if (!lists.Contains(hit.List)) continue;
            var start = text.Words[hit.FirstWord].Start;
            found.Add(new(start, text.Words[hit.FirstWord + hit.Words - 1].End - start, property, text.Book.Phrases[hit.Phrase].Text));
        }
        foreach (var (start, length, cue) in places) found.Add(new(start, length, property, cue));
        return found.OrderBy(evidence => evidence.Start);
    }

    /// <summary>The marks of some kinds.</summary>
    public static List<(int Start, int Length, string Cue)> Marks(ReadText text, params MarkKind[] kinds)
    {
        var found = new List<(int, int, string)>();
        foreach (var mark in text.Marks)
        {
            if (kinds.Contains(mark.Kind)) found.Add((mark.Start, mark.Length, Name(mark.Kind)));
        }
        return found;
    }

    /// <summary>The sentences that a condition holds for.</summary>
    public static List<(int Start, int Length, string Cue)> Sentences(ReadText text, string cue, Func<Sentence, bool> holds)
    {
        var found = new List<(int, int, string)>();
        foreach (var sentence in text.Sentences)
        {
            if (holds(sentence)) found.Add((sentence.Start, sentence.End - sentence.Start, cue));
        }
        return found;
    }

    private static string Name(MarkKind kind) => kind switch
    {
        MarkKind.InlineCode => "inline code",
        MarkKind.Burst => "burst of marks",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
