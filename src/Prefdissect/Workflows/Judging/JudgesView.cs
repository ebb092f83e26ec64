using Prefdissect.Judging.Bias;

namespace Prefdissect.Workflows.Judging;

/// <summary>Judges of a study, measured.</summary>
/// <param name="Judges">By name.</param>
/// <param name="SimulatedJudges">Those whose votes, or part of them, were simulated.</param>
/// <param name="Annotator">Whose ratings the weights of length rest on; <see langword="null"/> where they rest on none.</param>
/// <param name="DataHash">Hash of the votes.</param>
public sealed record JudgesView(IReadOnlyList<JudgeBias> Judges, IReadOnlySet<string> SimulatedJudges, string? Annotator, string DataHash);
