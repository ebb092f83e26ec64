using Prefdissect.Annotating.Surface.Cues;

namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>
/// Asking back: phrases that ask what the user means, or say that it cannot be told, per ten sentences; in a question they count
/// double. Whether the query calls for it is not known here: where neither response asks back both are rated 0, which compares as no difference, as it
/// does where the property is not called for.
/// </summary>
public sealed class ClarifyIntent() : CueMeasure("clarify intent", new(0.5, 1.5, 3), ("clarify", 1))
{
    private static readonly int Clarify = CueBook.Embedded["clarify"];

    /// <inheritdoc/>
    protected override double Beside(ReadText text)
    {
        var asked = 0;
        foreach (var hit in text.Hits)
        {
            if (hit.List == Clarify && text.Sentences[text.Words[hit.FirstWord].Sentence].Closing == '?') asked++;
        }
        return asked;
    }
}
