using Prefdissect.Annotating.Asking;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>A pair as a judge is shown it. Its texts are hostile.</summary>
/// <param name="Id">Row id of the pair.</param>
/// <param name="Hash">Identity of the pair by content.</param>
/// <param name="Query">What was asked.</param>
/// <param name="First">Text of the first response in canonical order.</param>
/// <param name="Second">Text of the second response.</param>
public sealed record PairToJudge(long Id, ContentHash Hash, Query Query, string First, string Second)
{
    /// <summary>Whether both responses are the same text, between which there is nothing to prefer.</summary>
    public bool HasEqualResponses { get; init; }

    /// <summary>The texts that a prompt shows.</summary>
    public AskedTexts Texts => new(Query, First, Second);
}
