namespace Prefdissect.Workflows.Asking;

/// <summary>What became of the results of a batch.</summary>
/// <param name="Stored">Answers stored.</param>
/// <param name="NotAsked">Results of requests that are answered already or that this study does not ask.</param>
/// <param name="Failures">Requests that the batch failed, by reason; they can be asked again.</param>
public sealed record BatchTaken(int Stored, int NotAsked, IReadOnlyDictionary<string, int> Failures);
