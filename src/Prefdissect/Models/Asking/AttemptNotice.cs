using Prefdissect.Models.Answers;

namespace Prefdissect.Models.Asking;

/// <summary>What happened to one attempt, for logs and progress: neither texts nor keys.</summary>
/// <param name="Step">What the request was for.</param>
/// <param name="Failure">Why it failed, or <see langword="null"/> where an answer came.</param>
/// <param name="Status">HTTP status, or <see langword="null"/> where there was no reply.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Concurrency">Requests allowed at once when it ended.</param>
/// <param name="Usage">Tokens, where the server counted them.</param>
/// <param name="Cost">US dollars counted for it.</param>
public sealed record AttemptNotice(string Step, FailureReason? Failure, int? Status, TimeSpan Elapsed, int Concurrency, TokenUsage? Usage, double Cost);
