namespace Prefdissect.Models.Answers;

/// <summary>Why there is no answer, for a person and for a program.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Detail">What the server said, shortened, on one line, without the key; it may repeat what was asked, so logs leave it out.</param>
/// <param name="Status">HTTP status, or <see langword="null"/> where there was no reply.</param>
public sealed record ModelFailure(FailureReason Reason, string Detail, int? Status = null)
{
    /// <summary>The answer that could not be used, where one came and was paid.</summary>
    public ModelAnswer? Answer { get; init; }

    /// <summary>The reason in words of the same spelling everywhere: <c>rate limited</c>.</summary>
    public string ReasonText => Reason switch
    {
        FailureReason.RateLimited => "rate limited",
        FailureReason.ServerError => "server error",
        FailureReason.TimedOut => "timed out",
        FailureReason.ConnectionLost => "connection lost",
        FailureReason.Unreachable => "unreachable",
        FailureReason.Unauthorized => "key refused",
        FailureReason.Forbidden => "forbidden",
        FailureReason.OutOfCredit => "out of credit",
        FailureReason.NotFound => "no such model or address",
        FailureReason.BadRequest => "request refused",
        FailureReason.EveryRequestRefused => "every request refused",
        FailureReason.PromptTooLong => "prompt too long",
        FailureReason.AnswerTooLarge => "answer too large",
        FailureReason.MalformedAnswer => "malformed answer",
        FailureReason.DuplicateFields => "duplicate fields",
        FailureReason.NoChoice => "no choice",
        FailureReason.Refused => "refused",
        FailureReason.Filtered => "filtered",
        FailureReason.CostLimit => "cost limit",
        FailureReason.RequestLimit => "request limit",
        FailureReason.Stopped => "stopped",
        FailureReason.NotStored => "not stored",
        FailureReason.BatchCancelled => "batch cancelled",
        FailureReason.BatchExpired => "batch expired",
        _ => throw new InvalidOperationException($"{Reason} has no words."),
    };

    /// <summary>Whether another attempt may go well.</summary>
    public bool IsPassing => Reason is FailureReason.RateLimited or FailureReason.ServerError or FailureReason.TimedOut or FailureReason.ConnectionLost or FailureReason.Unreachable
        or FailureReason.MalformedAnswer or FailureReason.DuplicateFields or FailureReason.NoChoice;

    /// <summary>Whether every other request would fail for the same reason, so that the work should stop and what is left stays missing.</summary>
    public bool StopsWork => Reason is FailureReason.Unreachable or FailureReason.Unauthorized or FailureReason.OutOfCredit or FailureReason.NotFound
        or FailureReason.EveryRequestRefused or FailureReason.CostLimit or FailureReason.RequestLimit or FailureReason.Stopped;
}
