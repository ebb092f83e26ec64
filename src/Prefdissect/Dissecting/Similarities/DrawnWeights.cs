namespace Prefdissect.Dissecting.Similarities;

/// <summary>One judge's weights on one group as draws.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Group">The group.</param>
/// <param name="Draws">The draws of its fit.</param>
public sealed record DrawnWeights(string Judge, string Group, FitDraws Draws);
