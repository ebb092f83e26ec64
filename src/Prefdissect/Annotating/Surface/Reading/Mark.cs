namespace Prefdissect.Annotating.Surface.Reading;

/// <summary>A place in the prose that is not a word.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First character.</param>
/// <param name="Length">Number of characters, at least 1.</param>
public readonly record struct Mark(MarkKind Kind, int Start, int Length);
