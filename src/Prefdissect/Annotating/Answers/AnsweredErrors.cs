using Prefdissect.Pairs;

namespace Prefdissect.Annotating.Answers;

/// <summary>The errors that were found in one response.</summary>
/// <param name="Side">The response.</param>
/// <param name="Applicable">Whether errors can be told at all.</param>
/// <param name="Errors">The errors; empty where there are none or they cannot be told.</param>
public sealed record AnsweredErrors(PairSide Side, bool Applicable, IReadOnlyList<FoundError> Errors);
