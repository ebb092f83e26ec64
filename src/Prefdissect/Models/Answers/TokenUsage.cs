namespace Prefdissect.Models.Answers;

/// <summary>Tokens that an answer took, as the server counts them.</summary>
/// <param name="Prompt">Tokens sent, those from the server's cache included.</param>
/// <param name="Answer">Tokens received, hidden reasoning included.</param>
/// <param name="Cached">Tokens sent that the server had in its cache.</param>
public readonly record struct TokenUsage(int Prompt, int Answer, int Cached)
{
    /// <summary>Both added up.</summary>
    public static TokenUsage operator +(TokenUsage a, TokenUsage b) => new(a.Prompt + b.Prompt, a.Answer + b.Answer, a.Cached + b.Cached);
}
