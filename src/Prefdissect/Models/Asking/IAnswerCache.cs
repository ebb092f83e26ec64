using Prefdissect.Pairs;

namespace Prefdissect.Models.Asking;

/// <summary>
/// Keeps answers by the key of their request, such that no request that has an answer is sent again and no two askers, in one process or several, ask the same at once. Safe for
/// use from several threads.
/// </summary>
public interface IAnswerCache
{
    /// <summary>The answer, or <see langword="null"/>.</summary>
    ValueTask<StoredAnswer?> FindAsync(ContentHash key, CancellationToken cancellationToken);

    /// <summary>Claims the right to ask; a claim of a process that has died is nobody's.</summary>
    ValueTask<AnswerClaim> ClaimAsync(ContentHash key, CancellationToken cancellationToken);

    /// <summary>Keeps an answer and ends the claim. When the task ends, the answer is committed.</summary>
    /// <returns>The answer that is kept: another's, where the claim was lost and another was faster.</returns>
    ValueTask<StoredAnswer> KeepAsync(ContentHash key, StoredAnswer answer);

    /// <summary>Ends a claim without an answer.</summary>
    ValueTask ReleaseAsync(ContentHash key);
}
