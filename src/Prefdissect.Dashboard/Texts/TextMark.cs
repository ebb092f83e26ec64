namespace Prefdissect.Dashboard.Texts;

/// <summary>A place in a text that is to be seen, in UTF-16 units of the text as it came.</summary>
/// <param name="Start">Its first unit.</param>
/// <param name="Length">Its length; at least 1.</param>
/// <param name="Kind">Why, which colours it.</param>
/// <param name="Detail">Why, in words.</param>
public readonly record struct TextMark(int Start, int Length, TextMarkKind Kind, string Detail);
