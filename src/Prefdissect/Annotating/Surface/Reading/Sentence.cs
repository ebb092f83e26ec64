namespace Prefdissect.Annotating.Surface.Reading;

/// <summary>A sentence of the prose; a heading, a list item or a line may be one without ending as one. It has at least one word.</summary>
/// <param name="Start">First character of its first word.</param>
/// <param name="End">End of its closing mark or last word, exclusive.</param>
/// <param name="FirstWord">Index of its first word.</param>
/// <param name="Words">Number of its words, at least 1.</param>
/// <param name="Closing">The closing mark: <c>.</c>, <c>!</c>, <c>?</c>, or <c>\0</c> where it has none.</param>
/// <param name="Line">The kind of line that it begins in.</param>
/// <param name="OpensLine">Whether it is the first of that line.</param>
public readonly record struct Sentence(int Start, int End, int FirstWord, int Words, char Closing, LineKind Line, bool OpensLine);
