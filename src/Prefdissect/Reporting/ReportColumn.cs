namespace Prefdissect.Reporting;

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Alignment">Text stands left, numbers right.</param>
public sealed record ReportColumn(string Heading, ColumnAlignment Alignment = ColumnAlignment.Text);
