using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Dissecting;

/// <summary>The comparisons of one pair in canonical order, one byte a property: what a fit needs of its ratings. Shared by all judges of the pair.</summary>
public sealed class ComparedPair
{
    /// <summary>Stands where a comparison could not be made.</summary>
    internal const sbyte Missing = sbyte.MinValue;

    private readonly sbyte[] signs;

    private ComparedPair(RatedPair rated, sbyte[] signs)
    {
        Pair = rated.Pair;
        Query = rated.Query;
        HasEqualResponses = rated.HasEqualResponses;
        IsScanned = rated.IsScanned;
        Flags = rated.Flags;
        this.signs = signs;
    }

    /// <summary>Identity of the pair.</summary>
    public ContentHash Pair { get; }

    /// <summary>Identity of its query.</summary>
    public ContentHash Query { get; }

    /// <summary>Whether both responses are the same text.</summary>
    public bool HasEqualResponses { get; }

    /// <summary>Whether both responses were looked through for signs of manipulation.</summary>
    public bool IsScanned { get; }

    /// <summary>The signs of manipulation that either response shows, each once.</summary>
    public IReadOnlyList<string> Flags { get; }

    /// <summary>Whether errors are "not applicable" on either side, so that the pair is left out of fits that know errors (paper, §3.2).</summary>
    public bool ErrorsNotApplicable { get; private init; }

    /// <summary>Number of properties compared or found missing.</summary>
    public int Count => signs.Length;

    /// <summary>The feature of one property, first response minus second: −1, 0, +1, or <see langword="null"/> where it could not be compared.</summary>
    public int? this[int property] => signs[property] == Missing ? null : signs[property];

    internal ReadOnlySpan<sbyte> Signs => signs;

    /// <summary>Compares the ratings of a pair, property by property.</summary>
    /// <param name="properties">What the ratings are of, in their order.</param>
    /// <param name="rated">The ratings.</param>
    /// <exception cref="ArgumentException">A side has another number of ratings than there are properties.</exception>
    public static ComparedPair Of(IReadOnlyList<Property> properties, RatedPair rated)
    {
        if (rated.First.Count != properties.Count || rated.Second.Count != properties.Count)
        {
            throw new ArgumentException(
                $"Pair {rated.Pair} has {rated.First.Count} and {rated.Second.Count} ratings where there are {properties.Count} properties.", nameof(rated));
        }
        var signs = new sbyte[properties.Count];
        var notApplicable = false;
        for (var p = 0; p < signs.Length; p++)
        {
            var (first, second) = (rated.First[p], rated.Second[p]);
            signs[p] = (sbyte)(Comparison.Of(properties[p], first, second)?.Sign ?? Missing);
            notApplicable |= properties[p].Kind == PropertyKind.Error
                && (first.State == RatingState.NotApplicable || second.State == RatingState.NotApplicable);
        }
        return new ComparedPair(rated, signs) { ErrorsNotApplicable = notApplicable };
    }
}
