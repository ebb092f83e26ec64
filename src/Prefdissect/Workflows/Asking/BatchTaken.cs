using Prefdissect.Models.Answers;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows.Asking;

/// <summary>What became of the results of a batch.</summary>
/// <param name="Stored">Answers stored.</param>
/// <param name="NotAsked">Results of requests that are answered already or that this study does not ask.</param>
/// <param name="Failures">Why the batch has no answer to a request, by its key.</param>
public sealed record BatchTaken(int Stored, int NotAsked, IReadOnlyDictionary<ContentHash, ModelFailure> Failures);
