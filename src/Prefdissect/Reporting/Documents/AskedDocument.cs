namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>export asked --json</c> prints: how a judge was asked, and every answer of it.</summary>
public sealed record AskedDocument(
    Provenance Provenance, string Judge, string Kind, string? Model, bool BothOrders, string? TemplateVersion, string? Template, IReadOnlyList<string> TokensOfA, IReadOnlyList<string> TokensOfB,
    IReadOnlyList<AskedEntry> Asked);
