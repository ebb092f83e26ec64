using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Answers;

/// <summary>The levels that one property was given on one side: one, or one an item.</summary>
/// <param name="Property">The property.</param>
/// <param name="Side">The response.</param>
/// <param name="Levels">The levels, on the property's scale unless rules let others pass; at least one.</param>
/// <param name="Applies">False where the annotator said that the property's condition does not hold; then the levels mean nothing.</param>
public sealed record AnsweredLevels(Property Property, PairSide Side, IReadOnlyList<double> Levels, bool Applies = true);
