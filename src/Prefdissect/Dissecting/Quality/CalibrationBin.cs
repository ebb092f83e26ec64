namespace Prefdissect.Dissecting.Quality;

/// <summary>Votes on pairs of which the favoured response was given about the same probability to win.</summary>
/// <param name="From">Smallest probability, inclusive, at least ½.</param>
/// <param name="To">Largest probability, exclusive except for 1.</param>
/// <param name="Votes">Votes on these pairs; ties that count half each way are one vote.</param>
/// <param name="Predicted">Mean probability of the favoured response over the votes.</param>
/// <param name="Observed">Share of the votes that it got.</param>
public sealed record CalibrationBin(double From, double To, double Votes, double Predicted, double Observed);
