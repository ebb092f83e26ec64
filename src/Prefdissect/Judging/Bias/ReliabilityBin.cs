namespace Prefdissect.Judging.Bias;

/// <summary>Pairs on which a judge is about as sure, and how often people agree with it there.</summary>
/// <param name="Least">The bin's smallest confidence, ½ to 1.</param>
/// <param name="Most">Its largest.</param>
/// <param name="N">Pairs.</param>
/// <param name="Confidence">Mean probability that the judge gives the response that it prefers; <see langword="null"/> without pairs.</param>
/// <param name="Agreement">Share of people for that response, a tie being half; <see langword="null"/> without pairs.</param>
public sealed record ReliabilityBin(double Least, double Most, int N, double? Confidence, double? Agreement);
