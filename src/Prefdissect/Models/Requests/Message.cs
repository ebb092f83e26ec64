namespace Prefdissect.Models.Requests;

/// <summary>One message of a chat.</summary>
/// <param name="Role">Who speaks: <c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Text">What is said.</param>
public sealed record Message(string Role, string Text)
{
    /// <summary>Instructions that stand above the conversation.</summary>
    public static Message System(string text) => new("system", text);

    /// <summary>What the user says.</summary>
    public static Message User(string text) => new("user", text);

    /// <summary>What the model said.</summary>
    public static Message Assistant(string text) => new("assistant", text);
}
