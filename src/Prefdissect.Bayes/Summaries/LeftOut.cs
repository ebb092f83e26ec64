namespace Prefdissect.Bayes.Summaries;

/// <summary>One observation, predicted from all the others.</summary>
/// <param name="LogScore">Log predictive density of the observation without it in the fit.</param>
/// <param name="LogScoreSeen">The same with it in the fit.</param>
/// <param name="Shape">k̂ of its importance weights; null where it could not be worked out.</param>
public readonly record struct LeftOut(double LogScore, double LogScoreSeen, double? Shape);
