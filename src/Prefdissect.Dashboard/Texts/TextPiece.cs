namespace Prefdissect.Dashboard.Texts;

/// <summary>A piece of a text that is shown in one way.</summary>
/// <param name="Text">What is shown; hostile.</param>
/// <param name="Kind">Why it is marked; <see langword="null"/> where it is not.</param>
/// <param name="Detail">What is told on hover; <see langword="null"/> where there is nothing to tell.</param>
/// <param name="IsHidden">Whether it stands for characters that would not be seen.</param>
public readonly record struct TextPiece(string Text, TextMarkKind? Kind, string? Detail, bool IsHidden);
