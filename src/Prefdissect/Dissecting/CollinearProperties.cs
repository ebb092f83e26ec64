namespace Prefdissect.Dissecting;

/// <summary>Two properties that go together so often that a fit can hardly tell their weights apart.</summary>
/// <param name="One">Short name.</param>
/// <param name="Other">Short name.</param>
/// <param name="Correlation">Their correlation about 0, in [−1, 1].</param>
public sealed record CollinearProperties(string One, string Other, double Correlation);
