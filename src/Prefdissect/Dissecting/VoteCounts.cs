namespace Prefdissect.Dissecting;

/// <summary>How often one judge preferred each response of a pair, in the pair's canonical order. Repeated votes count.</summary>
/// <param name="First">Votes for the first response; not negative.</param>
/// <param name="Second">Votes for the second response; not negative.</param>
/// <param name="Ties">Votes for neither; not negative.</param>
public readonly record struct VoteCounts(int First, int Second, int Ties)
{
    /// <summary>All votes.</summary>
    public long Total => (long)First + Second + Ties;

    /// <summary>The same votes with the responses exchanged.</summary>
    public VoteCounts Exchanged() => new(Second, First, Ties);
}
