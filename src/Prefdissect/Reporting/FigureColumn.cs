using Prefdissect.Figures;

namespace Prefdissect.Reporting;

/// <summary>A column of the data behind a figure.</summary>
/// <param name="Name">Its name in CSV and JSON, lower camel case.</param>
/// <param name="Heading">What a person reads above it.</param>
/// <param name="Format">How its numbers are shown; <see langword="null"/> for a column of texts.</param>
public sealed record FigureColumn(string Name, string Heading, ValueFormat? Format = null);
