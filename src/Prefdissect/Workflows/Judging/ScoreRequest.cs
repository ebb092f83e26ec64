using Prefdissect.Judging;
using Prefdissect.Judging.Scoring;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>A model that is to score responses one by one.</summary>
/// <param name="Name">The judge's name.</param>
/// <param name="Model">The model.</param>
/// <param name="Question">What is asked.</param>
/// <param name="MaxTokens">Longest answer in tokens.</param>
public sealed record ScoreRequest(string Name, NamedModel Model, ScoreQuestion Question, int MaxTokens)
{
    /// <summary>Which pairs.</summary>
    public PairScope Scope { get; init; } = new();

    /// <summary>Billions of parameters, where told.</summary>
    public double? Size { get; init; }

    /// <summary>The judge.</summary>
    public JudgeDescription Judge => new(Name, JudgeKind.Score)
    {
        Model = Model.Endpoint.Model,
        Endpoint = EndpointDefaults.Of(Model.Endpoint.Kind).Name,
        Size = Size,
        Template = Question.Template,
        TemplateVersion = Question.Version,
        AskedWith = AskedSettings.Of(Model, Parameters),
        AsksBothOrders = false,
        AllowsTies = true,
        Rule = Question.Rule,
    };

    internal JudgeAsking Asking => new(Judge, Scope, [AskedOrder.FirstAsA]);

    private RequestParameters Parameters => Question.Source == ScoreSource.Reward ? new RequestParameters { Temperature = null } : new RequestParameters { MaxTokens = MaxTokens };

    internal ModelRequest Request(Query query, string response) => Question.Request(query, response) with { Parameters = Parameters };
}
