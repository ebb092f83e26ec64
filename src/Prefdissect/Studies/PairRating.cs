using Prefdissect.Properties;

namespace Prefdissect.Studies;

/// <summary>The ratings that one annotator gave both responses of a pair on one property, in the pair's canonical order.</summary>
/// <param name="Property">The property.</param>
/// <param name="A">Rating of the first response.</param>
/// <param name="B">Rating of the second response.</param>
public sealed record PairRating(Property Property, Rating A, Rating B)
{
    /// <summary>Raw answer, or the reason of a state without a value, of the first response; hostile where a model wrote it.</summary>
    public string? NoteA { get; init; }

    /// <summary>The same of the second response.</summary>
    public string? NoteB { get; init; }

    /// <summary>Which response has more, +1 the first; <see langword="null"/> where that cannot be told.</summary>
    public Comparison? Comparison => Properties.Comparison.Of(Property, A, B);
}
