using Prefdissect.Judging.Bias;

namespace Prefdissect.Workflows.Judging;

/// <summary>Judges of a study, measured.</summary>
/// <param name="Judges">By name.</param>
/// <param name="SimulatedJudges">Those whose votes, or part of them, were simulated.</param>
/// <param name="Annotator">Whose ratings the weights of length rest on; <see langword="null"/> where they rest on none.</param>
/// <param name="DataHash">Hash of the votes; <see langword="null"/> where only some of the pairs were measured, since it would take longer than they do.</param>
public sealed record JudgesView(IReadOnlyList<JudgeBias> Judges, IReadOnlySet<string> SimulatedJudges, string? Annotator, string? DataHash)
{
    /// <summary>How many pairs were measured and how many there are, where chance took some of them; <see langword="null"/> where all were measured.</summary>
    public (int Taken, int Of)? Sample { get; init; }
}
