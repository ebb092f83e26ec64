using Prefdissect.Judging.Bias;

namespace Prefdissect.Tests.Judging.Bias;

/// <summary>
/// A judge whose biases are known: its log-odds for the first response are a taste for length, one for something else, and logistic noise; standing as A adds a shift that varies from pair to
/// pair. So its verdicts follow a logistic regression, and every measure of bias has an expectation that can be summed up.
/// </summary>
internal sealed record PlantedJudge(double Shift, double Length, double Other)
{
    private const int Grid = 21;

    /// <summary>Pairs as this judge saw them, three to a query.</summary>
    public List<SeenPair> See(int count, int seed)
    {
        var random = new Random(seed);
        var pairs = new List<SeenPair>();
        for (var i = 0; i < count; i++)
        {
            var (longer, other) = Features(i);
            var u = random.NextDouble();
            var q = (Length * longer) + (Other * other) + Math.Log(u / (1 - u));
            var shift = Shift + Spread(random.Next(Grid));
            var (one, two) = (shift + q, shift - q);
            pairs.Add(new SeenPair
            {
                Query = i / 3,
                LetterOne = Math.Sign(one),
                LetterTwo = Math.Sign(two),
                LogOddsOne = one,
                LogOddsTwo = two,
                Sign = Math.Sign(q),
                Margin = q,
                WordsFirst = 100 + (50 * longer),
                WordsSecond = 100,
                WriterFirst = -1,
                WriterSecond = -1,
            });
        }
        return pairs;
    }

    public double ExpectedShareOfA(int count) => Mean(count, (x, shift) => (Logistic(shift + x) + Logistic(shift - x)) / 2);

    /// <summary>The verdict changes where the taste is smaller than the shift.</summary>
    public double ExpectedFlips(int count) => Mean(count, (x, shift) => Math.Abs(Logistic(shift - x) - Logistic(-shift - x)));

    public double ExpectedLongerWins(int count) =>
        Enumerable.Range(0, count).Select(Features).Where(of => of.Longer != 0).Average(of => Logistic(of.Longer * ((Length * of.Longer) + (Other * of.Other))));

    // All combinations of three features, as often as the others.
    private static (int Longer, int Other) Features(int i) => ((i % 3) - 1, (i / 3 % 3) - 1);

    private static double Spread(int place) => (place - (Grid / 2)) / (double)Grid;

    private static double Logistic(double z) => 1 / (1 + Math.Exp(-z));

    private double Mean(int count, Func<double, double, double> of) => Enumerable.Range(0, count).Average(i =>
    {
        var (longer, other) = Features(i);
        return Enumerable.Range(0, Grid).Average(place => of((Length * longer) + (Other * other), Shift + Spread(place)));
    });
}
