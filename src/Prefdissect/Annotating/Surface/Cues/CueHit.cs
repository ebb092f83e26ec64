namespace Prefdissect.Annotating.Surface.Cues;

/// <summary>A phrase of a word list found in a text.</summary>
/// <param name="List">Index of the list in <see cref="CueBook"/>.</param>
/// <param name="Phrase">Index of the phrase in the book.</param>
/// <param name="FirstWord">Index of its first word.</param>
/// <param name="Words">Number of its words, at least 1.</param>
public readonly record struct CueHit(int List, int Phrase, int FirstWord, int Words);
