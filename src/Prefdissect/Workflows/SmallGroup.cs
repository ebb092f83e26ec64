namespace Prefdissect.Workflows;

/// <summary>A group with too few usable pairs to be fitted without being asked for.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Group">The group.</param>
/// <param name="UsablePairs">Pairs that a fit could use.</param>
public sealed record SmallGroup(string Judge, string Group, int UsablePairs);
