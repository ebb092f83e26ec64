namespace Prefdissect.Annotating.Surface.Reading;

/// <summary>One line of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character that is not white space.</param>
/// <param name="ContentStart">Where what follows its marker begins.</param>
/// <param name="End">The end of its last character that is not white space, exclusive.</param>
/// <param name="Number">The number of a numbered item, else 0.</param>
public readonly record struct Line(LineKind Kind, int Start, int ContentStart, int End, int Number);
