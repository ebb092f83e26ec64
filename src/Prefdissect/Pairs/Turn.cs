namespace Prefdissect.Pairs;

/// <summary>One message of a conversation.</summary>
/// <param name="Role">Who speaks, in lower case: <c>user</c>, <c>assistant</c> or <c>system</c>.</param>
/// <param name="Text">What is said, as it came.</param>
public sealed record Turn(string Role, string Text);
