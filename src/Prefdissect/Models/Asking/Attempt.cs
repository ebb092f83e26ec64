using Prefdissect.Models.Answers;

namespace Prefdissect.Models.Asking;

/// <summary>What one attempt came to.</summary>
/// <param name="Outcome">The answer or the failure.</param>
/// <param name="RetryAfter">How long the server asks to wait before the next, or <see langword="null"/>.</param>
internal sealed record Attempt(ModelOutcome Outcome, TimeSpan? RetryAfter = null)
{
    /// <summary>Whether it was not made, because no attempt has sense any more.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>Whether the server was asked too much.</summary>
    public bool IsPushBack => Outcome.Failure is { Reason: FailureReason.RateLimited or FailureReason.TimedOut } or { Reason: FailureReason.ServerError, Status: 502 or 503 or 504 or 529 };
}
