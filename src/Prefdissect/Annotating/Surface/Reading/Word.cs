namespace Prefdissect.Annotating.Surface.Reading;

/// <summary>A run of letters and digits in the prose of a text, apostrophes inside it included.</summary>
/// <param name="Start">First character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Hash">Hash of its folded form (<see cref="Folding"/>).</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Letters">Number of letters, combining marks and invisible characters not counted.</param>
/// <param name="Marks">What else is known of it.</param>
public readonly record struct Word(int Start, int Length, ulong Hash, int Sentence, int Letters, WordMarks Marks)
{
    /// <summary>Where it ends, exclusive.</summary>
    public int End => Start + Length;

    /// <summary>Whether it has a mark.</summary>
    public bool Is(WordMarks mark) => (Marks & mark) != 0;
}
