using Prefdissect.Workflows.Asking;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>reference --json</c> prints.</summary>
public sealed record ReferenceDocument(Provenance Provenance, string Model, string End, int Queries, int Collected, int Missing, int Failed, IReadOnlyDictionary<string, int> Failures)
{
    /// <summary>The document of a run.</summary>
    public static ReferenceDocument Of(ReferenceResult result, Provenance provenance) =>
        new(provenance, result.Model, EndText.Of(result.End), result.Queries, result.Collected, result.Missing, result.Failed, result.Failures);
}
