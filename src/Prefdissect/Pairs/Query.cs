namespace Prefdissect.Pairs;

/// <summary>What both responses of a pair answer: one user message, or a conversation that ends with one.</summary>
public sealed record Query
{
    /// <summary>A conversation, oldest turn first.</summary>
    /// <exception cref="ArgumentException"><paramref name="turns"/> is empty.</exception>
    public Query(IReadOnlyList<Turn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        if (turns.Count == 0) throw new ArgumentException("A query needs at least one turn.", nameof(turns));
        Turns = turns;
        Hash = ContentHash.Of("query", [.. turns.SelectMany(turn => new[] { turn.Role, TextIdentity.Of(turn.Text) })]);
    }

    /// <summary>A query of one user message.</summary>
    public Query(string text) : this([new Turn("user", text)]) { }

    /// <summary>The turns, oldest first; at least one.</summary>
    public IReadOnlyList<Turn> Turns { get; }

    /// <summary>Identity of the query by content.</summary>
    public ContentHash Hash { get; }

    /// <summary>The last turn's text: what is to be answered.</summary>
    public string Text => Turns[^1].Text;

    /// <summary>Whether anything was said before the last turn.</summary>
    public bool IsMultiTurn => Turns.Count > 1;

    /// <summary>Two queries are equal when their content is.</summary>
    public bool Equals(Query? other) => other is not null && Hash == other.Hash;

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode();
}
