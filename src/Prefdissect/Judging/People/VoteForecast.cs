using MathNet.Numerics.Statistics;

namespace Prefdissect.Judging.People;

/// <summary>
/// How wide intervals will be after more votes. What the votes told so far adds to what the prior tells: 1/w² = 1/w₀² + i·n for the half-width w after n votes, which with many votes
/// is the law of the square root, and with few does not promise what the prior already holds. All numbers are finite.
/// </summary>
/// <param name="Votes">Votes so far.</param>
/// <param name="Typical">Median half-width of the weights' 95 % intervals now.</param>
/// <param name="Properties">Half-widths now and after <see cref="Later"/> votes, the best known property first.</param>
/// <param name="Later">Numbers of votes that are looked ahead to.</param>
/// <param name="TypicalLater">Median half-widths then.</param>
/// <param name="Enough">Votes after which the median half-width is at most <see cref="Goal"/>; <see langword="null"/> where the votes so far do not tell.</param>
public sealed record VoteForecast(
    int Votes, double Typical, IReadOnlyList<(string Property, double Now, IReadOnlyList<double> Later)> Properties, IReadOnlyList<int> Later, IReadOnlyList<double> TypicalLater, int? Enough)
{
    /// <summary>Half-width of a weight's interval that tells a clear preference: about 5 points of the degree of preference.</summary>
    public const double Goal = 0.2;

    private const int MostVotes = 1_000_000;

    /// <summary>The forecast from a fit of the votes so far.</summary>
    /// <param name="votes">Votes in the fit, at least 1.</param>
    /// <param name="widths">Half-widths now, of at least one property.</param>
    /// <param name="prior">Half-width of the interval under the prior alone.</param>
    /// <exception cref="ArgumentException">There are no votes or no widths, or a width is not positive and finite.</exception>
    public static VoteForecast Of(int votes, IReadOnlyList<IntervalWidth> widths, double prior)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(votes);
        if (widths.Count == 0 || widths.Append(new IntervalWidth("prior", prior)).Any(width => !(width.HalfWidth > 0 && double.IsFinite(width.HalfWidth)))) throw new ArgumentException("Widths are positive and finite.", nameof(widths));
        IReadOnlyList<int> later = [2 * votes, 5 * votes];
        var properties = widths.OrderBy(width => width.HalfWidth).ThenBy(width => width.Property, StringComparer.Ordinal)
            .Select(width => (width.Property, width.HalfWidth, (IReadOnlyList<double>)[.. later.Select(then => After(votes, width.HalfWidth, prior, then))])).ToList();
        var typical = widths.Select(width => width.HalfWidth).Median();
        return new VoteForecast(votes, typical, properties, later, [.. later.Select((_, i) => properties.Select(property => property.Item3[i]).Median())], Needed(votes, typical, prior));
    }

    private static double After(int votes, double now, double prior, int then) => 1 / Math.Sqrt((1 / (now * now)) + (Information(votes, now, prior) * (then - votes)));

    // What one vote tells; a draw's chance can make an interval wider than the prior's.
    private static double Information(int votes, double now, double prior) => Math.Max(0, (1 / (now * now)) - (1 / (prior * prior))) / votes;

    private static int? Needed(int votes, double typical, double prior)
    {
        if (typical <= Goal) return votes;
        var information = Information(votes, typical, prior);
        var more = ((1 / (Goal * Goal)) - (1 / (typical * typical))) / information;
        return information > 0 && more + votes <= MostVotes ? votes + (int)Math.Ceiling(more) : null;
    }
}
