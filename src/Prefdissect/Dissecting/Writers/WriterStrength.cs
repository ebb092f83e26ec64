using System.Text.Json.Serialization;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Dissecting.Writers;

/// <summary>
/// How much a judge prefers what one model writes, all properties of the fit being equal: log-odds against the mean of the fit's writers. Against the most frequent writer their prior is that of
/// the weights, made about ten times as wide (<see cref="Design.ScalesUnder"/>), so that writers may differ far more than a property may weigh.
/// </summary>
/// <param name="Posterior">Posterior of the strength; its name is the writer's.</param>
/// <param name="Pairs">Pairs of the fit in which it met another writer.</param>
public sealed record WriterStrength(ParameterSummary Posterior, int Pairs)
{
    /// <summary>Name of the model.</summary>
    [JsonIgnore]
    public string Writer => Posterior.Name;
}
