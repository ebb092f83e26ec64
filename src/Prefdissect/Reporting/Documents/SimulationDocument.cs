using Prefdissect.Simulating;
using Prefdissect.Studies;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>simulate --json</c> prints.</summary>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Simulated">Always true.</param>
/// <param name="Pairs">Pairs made.</param>
/// <param name="Votes">Votes made.</param>
/// <param name="Ties">The ties among them.</param>
/// <param name="Judges">The judges with their true weights.</param>
public sealed record SimulationDocument(Provenance Provenance, bool Simulated, int Pairs, int Votes, int Ties, IReadOnlyList<SimulatedJudgeEntry> Judges)
{
    /// <summary>The document of a simulation.</summary>
    public static SimulationDocument Of(StudyCounts counts, SimulationOptions options, Provenance provenance) => new(
        provenance, true, counts.Pairs, counts.Votes, counts.Ties, [.. options.Judges.Select(SimulatedJudgeEntry.Of)]);
}
