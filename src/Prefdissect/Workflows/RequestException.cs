namespace Prefdissect.Workflows;

/// <summary>Something was asked for that the data cannot give; the message says what there is and what to try next.</summary>
public sealed class RequestException(string message) : Exception(message);
