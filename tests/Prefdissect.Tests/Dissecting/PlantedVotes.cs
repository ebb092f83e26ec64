using Prefdissect.Dissecting;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Tests.Dissecting;

/// <summary>Votes of a judge whose weights are known, on responses with random ratings.</summary>
internal static class PlantedVotes
{
    public static IReadOnlyList<Property> SomeProperties { get; } =
        [.. new[] { "friendly", "polite", "well formatted", "clear", "novel", "contain rich info" }.Select(PublishedProperties.Of)];

    public static ContentHash HashOf(int number) => ContentHash.Of("pair", number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static RatedPair Rated(int number, IEnumerable<Rating> first, IEnumerable<Rating> second, bool equal = false) =>
        new(HashOf(number), ContentHash.Of("query", $"{number / 2}"), equal, [.. first], [.. second]);

    /// <summary>A pair whose comparisons are the given signs.</summary>
    public static ComparedPair Compared(IReadOnlyList<Property> properties, int number, params int[] signs) =>
        ComparedPair.Of(properties, Rated(number, signs.Select(sign => Rating.Of(1 + sign)), signs.Select(_ => Rating.Of(1))));

    /// <summary>One vote a pair, drawn from σ(x·weights).</summary>
    public static List<JudgedPair> By(double[] weights, int pairs, int seed)
    {
        var random = new Random(seed);
        var judged = new List<JudgedPair>();
        for (var i = 0; i < pairs; i++)
        {
            var signs = weights.Select(_ => random.Next(-1, 2)).ToArray();
            var first = random.NextDouble() < Degree.Of(signs.Zip(weights, (sign, weight) => sign * weight).Sum());
            judged.Add(new JudgedPair(Compared(SomeProperties, i, signs), first ? new VoteCounts(1, 0, 0) : new VoteCounts(0, 1, 0)));
        }
        return judged;
    }
}
