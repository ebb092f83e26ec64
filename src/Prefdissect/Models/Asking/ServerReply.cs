namespace Prefdissect.Models.Asking;

/// <summary>What a server replied.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The body, or <see langword="null"/> where it was larger than allowed.</param>
/// <param name="RetryAfter">How long the server asks to wait, or <see langword="null"/>.</param>
internal sealed record ServerReply(int Status, byte[]? Body, TimeSpan? RetryAfter);
