namespace Prefdissect.Dissecting.Quality;

/// <summary>What one property adds to the prediction of votes that length makes alone.</summary>
/// <param name="Property">Short name.</param>
/// <param name="LogLossDrop">
/// Log loss of length alone minus that of length and the property, in nats a vote, both fitted without the votes predicted: above 0 where the property helps.
/// </param>
public sealed record PropertyGain(string Property, Estimate LogLossDrop);
