namespace Prefdissect.Pairs;

/// <summary>
/// A query and the unordered set of two responses, kept in one canonical order (by content hash), so that the same pair seen with its sides
/// exchanged is the same pair.
/// </summary>
public sealed record Pair
{
    /// <summary>The pair of a query and two responses, given in any order.</summary>
    public Pair(Query query, Response one, Response other)
    {
        Query = query;
        (First, Second) = one.Hash.CompareTo(other.Hash) <= 0 ? (one, other) : (other, one);
        Hash = ContentHash.Of("pair", query.Hash.ToString(), First.Hash.ToString(), Second.Hash.ToString());
    }

    /// <summary>What both responses answer.</summary>
    public Query Query { get; }

    /// <summary>The response with the smaller content hash.</summary>
    public Response First { get; }

    /// <summary>The response with the larger content hash.</summary>
    public Response Second { get; }

    /// <summary>Identity of the pair by content.</summary>
    public ContentHash Hash { get; }

    /// <summary>Whether both responses are the same text. Such a pair is kept, marked, and left out of fits.</summary>
    public bool HasEqualResponses => First.Hash == Second.Hash;

    /// <summary>Two pairs are equal when their content is.</summary>
    public bool Equals(Pair? other) => other is not null && Hash == other.Hash;

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode();
}
