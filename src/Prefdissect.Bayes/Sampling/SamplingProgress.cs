namespace Prefdissect.Bayes.Sampling;

/// <summary>How far one chain has come.</summary>
/// <param name="Chain">The chain, from 0.</param>
/// <param name="Completed">Transitions done, warm-up included.</param>
/// <param name="Total">Transitions to do, warm-up included.</param>
/// <param name="IsWarmup">Whether the chain is still adapting.</param>
public readonly record struct SamplingProgress(int Chain, int Completed, int Total, bool IsWarmup);
