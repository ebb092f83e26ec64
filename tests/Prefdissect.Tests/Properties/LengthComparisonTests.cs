using Prefdissect.Properties;

namespace Prefdissect.Tests.Properties;

/// <summary>The length rule, held against a restatement in whole numbers, for every two counts up to 700 words.</summary>
public class LengthComparisonTests
{
    private static readonly Dictionary<int, int> ShortTexts = new List<(int Shorter, int Longer)>
    {
        (0, 1), (1, 3), (2, 5), (3, 7), (4, 8), (5, 10), (6, 11), (7, 13), (8, 14), (9, 16), (10, 17), (11, 19),
    }.ToDictionary();

    [Fact]
    public void Every_two_lengths_compare_as_the_rule_says()
    {
        var wrong = new List<(int, int)>();
        for (var a = 0; a <= 700; a++)
        {
            for (var b = 0; b <= 700; b++)
            {
                if (LengthComparison.Sign(a, b) != Restated(a, b)) wrong.Add((a, b));
            }
        }
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(10, 16, 0)]
    [InlineData(10, 17, -1)]
    [InlineData(11, 18, 0)]
    [InlineData(12, 21, 0)]
    [InlineData(12, 22, -1)]
    [InlineData(100, 80, 1)]
    [InlineData(100, 81, 0)]
    [InlineData(400, 360, 1)]
    [InlineData(399, 360, 0)]
    public void Lengths_at_the_edges_of_the_rule(int a, int b, int expected) => LengthComparison.Sign(a, b).ShouldBe(expected);

    private static int Restated(int a, int b)
    {
        if (a > b) return -Restated(b, a);
        var gap = b - a;
        var clear = ShortTexts.TryGetValue(a, out var from)
            ? b >= from
            : (10 * a <= 7 * b && gap >= 10) || (10 * a <= 8 * b && gap >= 20) || (10 * a <= 9 * b && gap >= 40);
        return clear ? -1 : 0;
    }
}
