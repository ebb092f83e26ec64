namespace Prefdissect.Workflows;

/// <summary>How much of a group a fit can use.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Group">The group.</param>
/// <param name="Pairs">Pairs judged.</param>
/// <param name="UsablePairs">Pairs that a fit uses; where nothing is rated, pairs of two different responses with a vote for one of them.</param>
public sealed record GroupExamination(string Judge, string Group, int Pairs, int UsablePairs);
