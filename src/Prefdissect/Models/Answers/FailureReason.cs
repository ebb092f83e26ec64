namespace Prefdissect.Models.Answers;

/// <summary>Why there is no answer.</summary>
public enum FailureReason
{
    /// <summary>The server asked to slow down, and went on asking.</summary>
    RateLimited,

    /// <summary>The server reported a fault of its own.</summary>
    ServerError,

    /// <summary>No answer came in the time allowed.</summary>
    TimedOut,

    /// <summary>The connection broke while the answer came.</summary>
    ConnectionLost,

    /// <summary>No connection could be made.</summary>
    Unreachable,

    /// <summary>The server refused the key, or wants one.</summary>
    Unauthorized,

    /// <summary>The server forbade this request, and answers others.</summary>
    Forbidden,

    /// <summary>The account has no credit left.</summary>
    OutOfCredit,

    /// <summary>There is no such model or address.</summary>
    NotFound,

    /// <summary>The request was refused as wrong.</summary>
    BadRequest,

    /// <summary>One request after another was refused for the same reason, and none answered between them.</summary>
    EveryRequestRefused,

    /// <summary>The prompt is longer than the model's context.</summary>
    PromptTooLong,

    /// <summary>The answer's body was larger than allowed, and was not read to its end.</summary>
    AnswerTooLarge,

    /// <summary>The answer's body was not what the protocol says: cut off, no JSON, or without the fields.</summary>
    MalformedAnswer,

    /// <summary>The answer's body names a field twice, so that what it says depends on who reads it.</summary>
    DuplicateFields,

    /// <summary>The answer's body holds no choice.</summary>
    NoChoice,

    /// <summary>The model refused.</summary>
    Refused,

    /// <summary>A filter kept the answer back.</summary>
    Filtered,

    /// <summary>The next request could have gone over the limit on money.</summary>
    CostLimit,

    /// <summary>The next request would have gone over the limit on requests.</summary>
    RequestLimit,

    /// <summary>It was not sent, or not again, because the work is to stop.</summary>
    Stopped,

    /// <summary>There is no stored answer, and nothing may be sent.</summary>
    NotStored,

    /// <summary>The batch was cancelled before the request was answered.</summary>
    BatchCancelled,

    /// <summary>The batch ended before the request was answered.</summary>
    BatchExpired,
}
