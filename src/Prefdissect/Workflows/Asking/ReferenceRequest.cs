using Prefdissect.Annotating.Asking;
using Prefdissect.Models.Endpoints;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>Which reference answers are to be collected.</summary>
/// <param name="Model">The model.</param>
/// <param name="Prompts">The texts.</param>
/// <param name="MaxTokens">Longest answer in tokens.</param>
public sealed record ReferenceRequest(NamedModel Model, PromptSet Prompts, int MaxTokens)
{
    /// <summary>Whether queries whose answer could not be used are asked again.</summary>
    public bool RetriesFailed { get; init; }

    /// <summary>The task that it is.</summary>
    internal QueryTask Task => new(QueryTask.Reference, Model.Name) { RetriesFailed = RetriesFailed };
}
