using Prefdissect.Judging;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows.Judging;

/// <summary>A reading with what was asked: a text that was continued, or the messages of a chat; neither where the judge was not asked by a template.</summary>
/// <param name="Pair">Identity of the pair by content.</param>
/// <param name="Reading">The reading.</param>
public sealed record AskedReading(ContentHash Pair, OrderReading Reading)
{
    /// <summary>The text that was continued.</summary>
    public string? Prompt { get; init; }

    /// <summary>The messages of the chat.</summary>
    public IReadOnlyList<Message>? Messages { get; init; }
}
