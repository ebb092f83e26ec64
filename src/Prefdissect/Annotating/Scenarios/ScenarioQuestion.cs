using System.Text.Json.Nodes;
using Prefdissect.Annotating.Answers;
using Prefdissect.Annotating.Asking;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;

namespace Prefdissect.Annotating.Scenarios;

/// <summary>The question which scenario a query is, for a model to answer.</summary>
public static class ScenarioQuestion
{
    private static readonly string[] Names = [.. ScenarioList.All.Select(scenario => scenario.Name)];

    /// <summary>A JSON schema of the answer: one field, <c>scenario</c>, one of the 58 names.</summary>
    public static JsonObject Schema() => StepAnswerSchema.OneOf("scenario", Names);

    /// <summary>The request to send, with its schema.</summary>
    /// <param name="prompts">The texts.</param>
    /// <param name="query">The query, hostile.</param>
    public static ModelRequest Request(PromptSet prompts, Query query) =>
        prompts.ScenarioRequest(query, string.Join("\n", ScenarioList.All.Select(scenario => $"- {scenario.Name}: {scenario.Definition}")), Schema());

    /// <summary>Reads what the model answered.</summary>
    /// <param name="text">The answer, hostile.</param>
    /// <returns>The scenario, or why there is none.</returns>
    public static (Scenario? Scenario, AnswerReading.Unusable? Failure) Read(string text)
    {
        var (name, failure) = StepAnswerReader.ReadScenario(text, [.. Names, ScenarioList.Default]);
        return (name is null ? null : ScenarioList.Find(name), failure);
    }
}
