using Prefdissect.Workflows.Judging;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>judges --json</c> prints.</summary>
public sealed record JudgesDocument(Provenance Provenance, bool Simulated, IReadOnlyList<JudgeBiasEntry> Judges)
{
    /// <summary>The document of a measurement.</summary>
    public static JudgesDocument Of(JudgesView view, Provenance provenance) => new(
        provenance, view.Judges.Any(judge => view.SimulatedJudges.Contains(judge.Judge.Name)), [.. view.Judges.Select(JudgeBiasEntry.Of)]);
}
