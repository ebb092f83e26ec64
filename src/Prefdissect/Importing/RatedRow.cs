using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Importing;

/// <summary>A row that was read: how much of one property one response of a pair has.</summary>
/// <param name="Source">The row as it stands in the file.</param>
/// <param name="Pair">The pair.</param>
/// <param name="Side">The response rated.</param>
/// <param name="Property">The property.</param>
/// <param name="Rating">The rating, measured or not applicable.</param>
public sealed record RatedRow(SourceRow Source, Pair Pair, PairSide Side, Property Property, Rating Rating) : ImportedRow(Source.Line);
