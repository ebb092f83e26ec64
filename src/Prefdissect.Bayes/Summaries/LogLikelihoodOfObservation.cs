namespace Prefdissect.Bayes.Summaries;

/// <summary>Writes the log likelihood of one observation, from 0, at every draw.</summary>
public delegate void LogLikelihoodOfObservation(int observation, Span<double> values);
