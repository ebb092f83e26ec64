namespace Prefdissect.Reporting.Documents;

/// <summary>How many pairs of a fit hold a response with one sign of manipulation.</summary>
/// <param name="Sign">The sign.</param>
/// <param name="Pairs">The pairs.</param>
public sealed record FlagSignEntry(string Sign, int Pairs);
