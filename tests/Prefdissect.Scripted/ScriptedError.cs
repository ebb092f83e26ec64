namespace Prefdissect.Scripted;

/// <summary>A reply that is no answer, byte for byte as the script says.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The body.</param>
public sealed record ScriptedError(int Status, string Body)
{
    /// <summary>What Retry-After says, or <see langword="null"/>.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>What retry-after-ms says, or <see langword="null"/>.</summary>
    public string? RetryAfterMilliseconds { get; init; }
}
