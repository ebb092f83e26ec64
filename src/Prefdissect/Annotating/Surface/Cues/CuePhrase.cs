namespace Prefdissect.Annotating.Surface.Cues;

/// <summary>A phrase of a word list.</summary>
/// <param name="List">Index of its list.</param>
/// <param name="Text">The phrase as the list spells it, without the anchor.</param>
/// <param name="Words">Its words, folded.</param>
/// <param name="Opens">Whether it counts at the beginning of a sentence alone.</param>
public sealed record CuePhrase(int List, string Text, IReadOnlyList<string> Words, bool Opens);
