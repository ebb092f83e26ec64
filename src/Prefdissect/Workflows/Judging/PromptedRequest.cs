using Prefdissect.Judging;
using Prefdissect.Judging.Prompted;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>A model that is to judge with reasons.</summary>
/// <param name="Name">The judge's name.</param>
/// <param name="Model">The model.</param>
/// <param name="Question">What is asked.</param>
/// <param name="MaxTokens">Longest answer in tokens.</param>
public sealed record PromptedRequest(string Name, NamedModel Model, VerdictQuestion Question, int MaxTokens)
{
    /// <summary>Which pairs.</summary>
    public PairScope Scope { get; init; } = new();

    /// <summary>Whether a pair is asked in both orders, or only with its first response as A.</summary>
    public bool AsksBothOrders { get; init; } = true;

    /// <summary>Billions of parameters, where told.</summary>
    public double? Size { get; init; }

    /// <summary>The judge.</summary>
    public JudgeDescription Judge => new(Name, JudgeKind.Prompted)
    {
        Model = Model.Endpoint.Model,
        Endpoint = EndpointDefaults.Of(Model.Endpoint.Kind).Name,
        Size = Size,
        Template = Question.Template,
        TemplateVersion = VerdictQuestion.Version,
        AskedWith = AskedSettings.Of(Model, Parameters),
        AsksBothOrders = AsksBothOrders,
        AllowsTies = Question.AllowsTies,
        Rubric = Question.Rubric,
    };

    internal RequestParameters Parameters => new() { MaxTokens = MaxTokens };

    internal JudgeAsking Asking => new(Judge, Scope, AsksBothOrders ? [AskedOrder.FirstAsA, AskedOrder.SecondAsA] : [AskedOrder.FirstAsA]);

    internal ModelRequest Request(PairToJudge pair, AskedOrder order) => Question.Request(pair.Texts, order) with { Parameters = Parameters };
}
