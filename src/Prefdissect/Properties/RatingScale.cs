namespace Prefdissect.Properties;

/// <summary>The whole numbers, or the words in ascending order, that a rating of one property may be.</summary>
public sealed record RatingScale
{
    /// <summary>Most levels that a scale may have: more than a rater can tell apart.</summary>
    public const int MostLevels = 101;

    /// <summary>A scale of whole numbers.</summary>
    /// <param name="least">The lowest level.</param>
    /// <param name="most">The highest level.</param>
    /// <exception cref="ArgumentException">It has fewer than two levels or more than <see cref="MostLevels"/>.</exception>
    public RatingScale(int least, int most)
    {
        if (most <= least || (long)most - least >= MostLevels)
            throw new ArgumentException($"A scale has from 2 to {MostLevels} levels; {least} to {most} has not.", nameof(most));
        (Least, Most) = (least, most);
    }

    /// <summary>A scale of words.</summary>
    /// <param name="least">What the first word is worth.</param>
    /// <param name="words">A word a level, ascending.</param>
    /// <exception cref="ArgumentException">There are fewer than two words, or two are the same but for case.</exception>
    public RatingScale(int least, IReadOnlyList<string> words) : this(least, least + words.Count - 1)
    {
        if (words.Distinct(StringComparer.OrdinalIgnoreCase).Count() < words.Count) throw new ArgumentException("Two levels have the same word.", nameof(words));
        Words = words;
    }

    /// <summary>The scale of most properties: 0 (none) to 3 (much).</summary>
    public static RatingScale ZeroToThree { get; } = new(0, 3);

    /// <summary>The lowest level.</summary>
    public int Least { get; }

    /// <summary>The highest level.</summary>
    public int Most { get; }

    /// <summary>A word a level, ascending; empty where levels are numbers.</summary>
    public IReadOnlyList<string> Words { get; } = [];

    /// <summary>The difference of the highest and the lowest level.</summary>
    public int Span => Most - Least;

    /// <summary>The scale in words: <c>0–3</c>, or its words with commas between.</summary>
    public override string ToString() => Words.Count > 0 ? string.Join(", ", Words) : FormattableString.Invariant($"{Least}–{Most}");

    /// <summary>Whether a rating lies between the lowest and the highest level.</summary>
    public bool Holds(double rating) => rating >= Least && rating <= Most;

    /// <inheritdoc/>
    public bool Equals(RatingScale? other) => other is not null && (Least, Most) == (other.Least, other.Most) && Words.SequenceEqual(other.Words, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Least, Most, Words.Count);
}
