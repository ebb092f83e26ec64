namespace Prefdissect.Simulating;

/// <summary>An explicit constraint of a query.</summary>
/// <param name="Kind">What is demanded.</param>
/// <param name="Words">The words that it is about: three keywords, or one word, line or title.</param>
internal sealed record Demand(DemandKind Kind, IReadOnlyList<string> Words);
