using System.Text.Json.Nodes;
using Prefdissect.Annotating.Answers;
using Prefdissect.Annotating.Asking;
using Prefdissect.Pairs;

namespace Prefdissect.Annotating.Scenarios;

/// <summary>The question which scenario a query is, for a model to answer.</summary>
public static class ScenarioQuestion
{
    private static readonly string[] Names = [.. ScenarioList.All.Select(scenario => scenario.Name)];

    /// <summary>A JSON schema of the answer: one field, <c>scenario</c>, one of the 58 names.</summary>
    public static JsonObject Schema() => AnswerSchema.OneOf("scenario", Names);

    /// <summary>The messages to send.</summary>
    /// <param name="prompts">The texts.</param>
    /// <param name="query">The query, hostile.</param>
    /// <param name="fence">The delimiter, which does not stand in the query.</param>
    /// <exception cref="ArgumentException">The fence is empty or stands in the query.</exception>
    public static RenderedPrompt Render(PromptSet prompts, Query query, string fence) =>
        prompts.RenderScenario(query, string.Join("\n", ScenarioList.All.Select(scenario => $"- {scenario.Name}: {scenario.Definition}")), "{\"scenario\": \"name of the kind\"}", fence);

    /// <summary>Reads what the model answered.</summary>
    /// <param name="text">The answer, hostile.</param>
    /// <returns>The scenario, or why there is none.</returns>
    public static (Scenario? Scenario, AnswerReading.Unusable? Failure) Read(string text)
    {
        var (name, failure) = AnswerReader.ReadScenario(text, [.. Names, ScenarioList.Default]);
        return (name is null ? null : ScenarioList.Find(name), failure);
    }
}
