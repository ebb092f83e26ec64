using Prefdissect.Workflows.Asking;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>models check --json</c> prints.</summary>
public sealed record ModelsCheckDocument(Provenance Provenance, IReadOnlyList<ModelCheckEntry> Models)
{
    /// <summary>The document of checks.</summary>
    public static ModelsCheckDocument Of(IReadOnlyList<ModelCheckResult> results, Provenance provenance) => new(provenance, [.. results.Select(ModelCheckEntry.Of)]);
}
