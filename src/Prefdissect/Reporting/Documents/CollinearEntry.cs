namespace Prefdissect.Reporting.Documents;

/// <summary>Two properties that go together.</summary>
/// <param name="Annotator">Whose ratings.</param>
/// <param name="One">Short name.</param>
/// <param name="Other">Short name.</param>
/// <param name="Correlation">Their correlation about 0.</param>
public sealed record CollinearEntry(string Annotator, string One, string Other, double Correlation);
