using Prefdissect.Models.Answers;
using Prefdissect.Models.Endpoints;

namespace Prefdissect.Models.Asking;

/// <summary>A model that cannot be asked at all; the message says why and what to try next, and holds no key.</summary>
public sealed class ModelUnavailableException : Exception
{
    /// <summary>A failure with a message for the user.</summary>
    public ModelUnavailableException(string message) : base(message) { }

    /// <summary>Why the first request failed, or <see langword="null"/>.</summary>
    public ModelFailure? Failure { get; private init; }

    /// <summary>The exception for a failure that would meet every request alike.</summary>
    public static ModelUnavailableException Of(NamedModel model, ModelFailure failure) =>
        new($"{model.Name} at {model.Endpoint.BaseUrl.Authority}: {failure.ReasonText}. {failure.Detail} {Advice(model, failure)}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd()) { Failure = failure };

    private static string Advice(NamedModel model, ModelFailure failure) => failure.Reason switch
    {
        FailureReason.Unreachable => "Is the server running, and is --base-url right?",
        FailureReason.Unauthorized => model.Endpoint.Key switch
        {
            { Variable: { } variable } => $"The key is read from the environment variable {variable}.",
            { File: { } file } => $"The key is read from {file}.",
            _ => "No key was sent; name its environment variable with api-key-env in prefdissect.yaml.",
        },
        FailureReason.NotFound => $"Does the server know a model '{model.Endpoint.Model}', and does --base-url end as its documentation says, mostly in /v1?",
        FailureReason.OutOfCredit => "Add credit to the account, or name another model.",
        FailureReason.CostLimit => "Raise --max-cost to go on.",
        FailureReason.RequestLimit => "Run it again to go on: --max-requests counts each run anew.",
        _ => RefusedSetting.Advice(model.Endpoint, failure),
    };
}
