using Prefdissect.Workflows.Bench;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>bench shapley --json</c> prints.</summary>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Result">Times and errors of both ways.</param>
public sealed record ShapleyBenchDocument(Provenance Provenance, ShapleyBenchResult Result);
