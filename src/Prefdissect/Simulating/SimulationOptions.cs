namespace Prefdissect.Simulating;

/// <summary>What to simulate. The same options give the same bytes on every machine.</summary>
/// <param name="Pairs">How many pairs; at least 1. A smaller study is the beginning of a larger one with the same seed.</param>
/// <param name="Judges">Who votes; every judge votes on every pair. Who they are does not change the pairs. May be empty.</param>
/// <param name="Seed">What all chance derives from.</param>
public readonly record struct SimulationOptions(int Pairs, IReadOnlyList<SimulatedJudge> Judges, ulong Seed);
