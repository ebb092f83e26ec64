using Prefdissect.Pairs;

namespace Prefdissect.Annotating.Asking;

/// <summary>The texts of a pair that questions show. All of them are hostile.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="First">Text of the first response in canonical order.</param>
/// <param name="Second">Text of the second response.</param>
public sealed record AskedTexts(Query Query, string First, string Second)
{
    /// <summary>The reference answer, where there is one.</summary>
    public string? Reference { get; init; }

    /// <summary>The query as one text: its message, or every message of the conversation after the name of who said it.</summary>
    public string QueryText => Query.IsMultiTurn ? string.Join("\n\n", Query.Turns.Select(turn => $"{turn.Role}: {turn.Text}")) : Query.Text;
}
