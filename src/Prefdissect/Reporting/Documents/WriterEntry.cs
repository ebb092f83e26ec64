using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Writers;

namespace Prefdissect.Reporting.Documents;

/// <summary>The strength of one writer in a fit that holds writers fixed: log-odds against the mean of the fit's writers.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Group">The group of pairs.</param>
/// <param name="Writer">Name of the model.</param>
/// <param name="Pairs">Pairs of the fit in which it met another writer.</param>
/// <param name="Mean">Posterior mean.</param>
/// <param name="Sd">Posterior standard deviation.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end of the 95 % interval.</param>
/// <param name="ProbabilityPositive">Posterior probability that it is stronger than the mean.</param>
public sealed record WriterEntry(string Judge, string Group, string Writer, int Pairs, double Mean, double Sd, double Low, double High, double ProbabilityPositive)
{
    /// <summary>The entry of a strength.</summary>
    public static WriterEntry Of(JudgeFit fit, WriterStrength strength) => new(
        fit.Subject.Judge, fit.Subject.Group, strength.Writer, strength.Pairs, strength.Posterior.Mean, strength.Posterior.Sd, strength.Posterior.Q025, strength.Posterior.Q975,
        strength.Posterior.ProbabilityPositive);
}
