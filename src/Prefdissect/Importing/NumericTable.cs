using Prefdissect.Bayes.Densities;

namespace Prefdissect.Importing;

/// <summary>A table of outcomes and numeric columns, ready for a regression.</summary>
/// <param name="Columns">Names of the numeric columns, in the file's order.</param>
/// <param name="Design">One row a line of the file.</param>
/// <param name="Outcomes">0 or 1, one a row.</param>
public sealed record NumericTable(IReadOnlyList<string> Columns, DesignMatrix Design, IReadOnlyList<double> Outcomes);
