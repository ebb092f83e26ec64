namespace Prefdissect.Models.Asking;

/// <summary>What a claim on a request came to: an answer that is there already, the right to ask, or somebody else who is asking.</summary>
/// <param name="Stored">The answer that is there, or <see langword="null"/>.</param>
/// <param name="IsGranted">Whether the caller may and must ask, and then keep the answer or release the claim.</param>
public readonly record struct AnswerClaim(StoredAnswer? Stored, bool IsGranted)
{
    /// <summary>The caller may ask.</summary>
    public static AnswerClaim Granted { get; } = new(null, true);

    /// <summary>Somebody else is asking.</summary>
    public static AnswerClaim Taken { get; } = new(null, false);

    /// <summary>There is an answer.</summary>
    public static AnswerClaim Of(StoredAnswer stored) => new(stored, false);
}
