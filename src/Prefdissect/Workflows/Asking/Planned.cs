using Prefdissect.Pairs;

namespace Prefdissect.Workflows.Asking;

/// <summary>One request that would be sent.</summary>
/// <param name="Step">What it is for.</param>
/// <param name="Key">Its key.</param>
/// <param name="PromptTokens">Tokens to send, estimated.</param>
/// <param name="AnswerTokens">Tokens to receive, guessed.</param>
internal readonly record struct Planned(string Step, ContentHash Key, int PromptTokens, int AnswerTokens)
{
    /// <summary>Whether another answer will tell if it is sent at all.</summary>
    public bool IsOpen { get; init; }
}
