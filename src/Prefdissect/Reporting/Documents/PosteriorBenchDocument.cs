using Prefdissect.Workflows.Bench;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>bench posterior --json</c> prints.</summary>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Rows">One entry a table, each on one core.</param>
public sealed record PosteriorBenchDocument(Provenance Provenance, IReadOnlyList<PosteriorBenchRow> Rows);
