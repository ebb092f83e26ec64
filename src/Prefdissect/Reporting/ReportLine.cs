namespace Prefdissect.Reporting;

/// <summary>A sentence beside a table.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">The sentence, on one line; names in it are not escaped for any format.</param>
public sealed record ReportLine(LineKind Kind, string Text);
