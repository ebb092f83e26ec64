namespace Prefdissect.Dissecting.AnnotatorErrors;

/// <summary>A weight as it would be without the annotator's mistakes.</summary>
/// <param name="Property">Short name.</param>
/// <param name="Mode">Mode of the posterior as the ratings are.</param>
/// <param name="Corrected">The mode without mistakes.</param>
/// <param name="Widening">Standard deviation of the corrected weight by that of the uncorrected one; at least 1.</param>
/// <param name="Obstacle">Why the property's own mistakes were not reckoned with, as a clause; <see langword="null"/> where they were.</param>
public sealed record CorrectedWeight(string Property, double Mode, double Corrected, double Widening, string? Obstacle)
{
    /// <summary>Standard deviation of <see cref="Corrected"/> over other choices of the pairs that the mistakes were measured on; 0 where these are taken as known.</summary>
    public double MeasurementSd { get; init; }

    /// <summary>What to add to the weight.</summary>
    public double Shift => Corrected - Mode;

    /// <summary>A draw of the posterior, moved by <see cref="Shift"/> and pulled away from the posterior's mean by <see cref="Widening"/>.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="mean">Mean of the posterior.</param>
    public double Apply(double draw, double mean) => mean + Shift + (Widening * (draw - mean));
}
