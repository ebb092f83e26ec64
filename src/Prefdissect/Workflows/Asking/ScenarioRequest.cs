using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Scenarios;
using Prefdissect.Models.Endpoints;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>Which scenarios a model is to tell.</summary>
/// <param name="Model">The model.</param>
/// <param name="Prompts">The texts.</param>
/// <param name="Groups">The group of each scenario.</param>
public sealed record ScenarioRequest(NamedModel Model, PromptSet Prompts, ScenarioGroups Groups)
{
    /// <summary>Whether queries whose answer could not be used are asked again.</summary>
    public bool RetriesFailed { get; init; }

    /// <summary>The task that it is.</summary>
    internal QueryTask Task => new(QueryTask.Scenario, Model.Name) { RetriesFailed = RetriesFailed };
}
