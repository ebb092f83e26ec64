using Prefdissect.Models.Answers;

namespace Prefdissect.Workflows.Asking;

/// <summary>What a classification of queries did.</summary>
/// <param name="Classifier">Who told: <c>words</c>, or a model.</param>
/// <param name="Told">Queries told in this run.</param>
/// <param name="Scenarios">How many queries have which scenario now, with its group and who told it: a model before words, of several models the one that told last.</param>
/// <param name="Failures">Why queries of this run have no scenario, with how often.</param>
/// <param name="End">Why it ended.</param>
public sealed record ScenarioResult(
    string Classifier, int Told, IReadOnlyList<(string Scenario, string Group, string Classifier, int Count)> Scenarios, IReadOnlyDictionary<string, int> Failures, AskingEnd End)
{
    /// <summary>How many queries the model failed to tell: they are asked again only when that is said.</summary>
    public int Failed { get; init; }

    /// <summary>The failure that stopped the work, or <see langword="null"/>.</summary>
    public ModelFailure? Stop { get; init; }
}
