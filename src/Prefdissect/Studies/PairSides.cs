using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>Where a pair stands in a study, and on which sides its votes had it when they were imported.</summary>
/// <param name="Id">Row id: pairs are numbered in the order in which they were imported.</param>
/// <param name="Hash">The pair's id.</param>
/// <param name="A">The response that stood on side A, or <see langword="null"/> where votes differ in that.</param>
/// <param name="Stratum">The scenario of its votes or of its query; empty where there is none.</param>
/// <param name="HasEqualResponses">Whether both responses are the same text.</param>
public sealed record PairSides(long Id, ContentHash Hash, PairSide? A, string Stratum, bool HasEqualResponses);
