using Prefdissect.Workflows.Samples;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>samples --json</c> prints: one page of pairs.</summary>
public sealed record SamplesDocument(
    Provenance Provenance, bool Simulated, string? Annotator, IReadOnlyList<SampleEntry> Pairs, string? Next, string? Previous, long? Total, long AtLeast, bool BrokenOff, bool TextShortened)
{
    /// <summary>The document of a page.</summary>
    public static SamplesDocument Of(SamplePage page, Provenance provenance) => new(
        provenance, page.Rows.Any(row => row.IsSimulated), page.Annotator?.Id, [.. page.Rows.Select(SampleEntry.Of)], page.Next, page.Previous, page.Total, page.AtLeast, page.IsBrokenOff,
        page.IsTextShortened);
}
