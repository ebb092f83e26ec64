using Dapper;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>Finds the pairs that a person means by an id: the pair's content hash in hexadecimal digits, or its beginning.</summary>
public sealed class PairLookup(Study study)
{
    /// <summary>Fewest digits of an id.</summary>
    public const int FewestDigits = 6;

    /// <summary>Whether a text can be an id: 6 to 64 hexadecimal digits.</summary>
    public static bool IsId(string text) => text.Length is >= FewestDigits and <= 2 * ContentHash.Size && text.All(char.IsAsciiHexDigit);

    /// <summary>The pairs whose content hash begins with an id, by hash.</summary>
    /// <param name="id">An id (<see cref="IsId"/>).</param>
    /// <param name="most">How many to give at most.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is no id.</exception>
    public IReadOnlyList<(long Row, ContentHash Hash)> Candidates(string id, int most = 8)
    {
        if (!IsId(id)) throw new ArgumentException($"An id has {FewestDigits} to {2 * ContentHash.Size} hexadecimal digits.", nameof(id));
        var (from, to) = (Convert.FromHexString(id.PadRight(2 * ContentHash.Size, '0')), Convert.FromHexString(id.PadRight(2 * ContentHash.Size, 'f')));
        return [.. study.Connection.Query<(long Id, byte[] Hash)>("SELECT id, hash FROM pair WHERE hash BETWEEN @from AND @to ORDER BY hash LIMIT @most", new { from, to, most })
            .Select(row => (row.Id, ContentHash.FromBytes(row.Hash)))];
    }

    /// <summary>The row id of the pair of a hash; <see langword="null"/> where the study does not have it.</summary>
    public long? Find(ContentHash hash) => study.Connection.ExecuteScalar<long?>("SELECT id FROM pair WHERE hash = @hash", new { hash = hash.ToBytes() });
}
