using System.Collections.Frozen;
using Prefdissect.Annotating.Surface.Reading;

namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>Interactivity: invitations to answer or go on, and unquoted questions that address a <i>you</i>, per ten sentences.</summary>
public sealed class Interactive() : CueMeasure("interactive", new(0.5, 1.5, 3), ("interactive", 1))
{
    private static readonly FrozenSet<ulong> Addressed =
        new[] { "you", "your", "you're", "you'd", "you've", "yours", "yourself" }.Select(word => Folding.Hash(word)).ToFrozenSet();

    /// <inheritdoc/>
    protected override double Beside(ReadText text)
    {
        var questions = 0;
        foreach (var sentence in text.Sentences) questions += Asks(text, sentence) ? 1 : 0;
        return questions;
    }

    /// <inheritdoc/>
    protected override IEnumerable<(int Start, int Length, string Cue)> BesideEvidence(ReadText text) =>
        Evidences.Sentences(text, "question to the user", sentence => Asks(text, sentence));

    private static bool Asks(ReadText text, Sentence sentence)
    {
        if (sentence.Closing != '?') return false;
        foreach (var word in text.Words.Slice(sentence.FirstWord, sentence.Words))
        {
            if (!word.Is(WordMarks.Quoted) && Addressed.Contains(word.Hash)) return true;
        }
        return false;
    }
}
