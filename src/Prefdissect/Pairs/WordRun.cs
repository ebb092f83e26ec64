namespace Prefdissect.Pairs;

/// <summary>A run of words of two texts.</summary>
/// <param name="Kind">In which of them it stands.</param>
/// <param name="Text">The run, with the spaces in it; hostile like the texts.</param>
public readonly record struct WordRun(RunKind Kind, string Text);
