using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Sampling;

public class ExtremeDataUnderEveryPriorTests
{
    private static readonly Dictionary<string, (double[][] Rows, double[] Outcomes, double[] Weights)> Tables = new()
    {
        ["separated"] = ([.. Enumerable.Range(0, 60).Select(i => new[] { i % 2 == 0 ? -1.0 : 1, (i / 2 % 3) - 1 })], [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? 0.0 : 1)], []),
        ["one row"] = ([[1, -1]], [1], []),
        ["constant"] = ([.. Enumerable.Range(0, 40).Select(i => new[] { 1.0, (i % 3) - 1 })], [.. Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? 0.0 : 1)], []),
        ["all zero"] = ([.. Enumerable.Range(0, 40).Select(i => new[] { 0.0, 0 })], [.. Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? 0.0 : 1)], []),
        ["duplicated"] = ([.. Enumerable.Range(0, 90).Select(i => new[] { (i % 3) - 1.0, (i % 3) - 1.0 })], [.. Enumerable.Range(0, 90).Select(i => i % 3 == 2 || i % 7 == 0 ? 1.0 : 0)], []),
        ["all ties"] = (
            [.. Enumerable.Range(0, 100).Select(i => new[] { (i / 2 % 3) - 1.0, (i / 2 % 5) - 2 })], [.. Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? 0.0 : 1)],
            [.. Enumerable.Repeat(0.5, 100)]),
        ["only ones"] = ([.. Enumerable.Range(0, 50).Select(i => new[] { (i % 3) - 1.0, 1 })], [.. Enumerable.Repeat(1.0, 50)], []),
        ["huge"] = ([.. Enumerable.Range(0, 40).Select(i => new[] { i % 3 == 0 ? 1e6 : -1e6, (i % 5) - 2 })], [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 1.0 : 0)], []),
        ["tiny"] = ([.. Enumerable.Range(0, 40).Select(i => new[] { i % 3 == 0 ? 1e-9 : -1e-9, (i % 5) - 2 })], [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 1.0 : 0)], []),
    };

    public static TheoryData<string, string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, bool>();
            foreach (var table in Tables.Keys)
                foreach (var prior in new[] { "laplace:0.1", "normal:1", "horseshoe:0.1" })
                    foreach (var intercept in new[] { false, true })
                        cases.Add(table, prior, intercept);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void There_is_a_finite_and_healthy_answer(string table, string prior, bool intercept)
    {
        var (rows, outcomes, weights) = Tables[table];
        var of = PriorSpecification.Parse(prior);
        var regression = new LogisticRegression(DesignMatrix.FromRows(rows), outcomes, of, weights, intercept ? new NormalPrior(2.5) : null);
        var draws = NutsSampler.Sample(regression, new NutsOptions { Seed = 9, TargetAcceptance = of.TargetAcceptance });
        draws.Values.ToArray().ShouldAllBe(value => double.IsFinite(value));
        var summary = PosteriorSummary.Of(draws);
        PublicSurface.ShouldHoldNoNaN(summary);
        summary.Health.Problems.ShouldBeEmpty();
        var (first, second) = (summary.Parameters[0], summary.Parameters[1]);
        switch (table)
        {
            case "separated":
                first.ProbabilityPositive.ShouldBeGreaterThan(0.99);
                break;
            case "all zero" or "all ties":
                first.Mean.ShouldBe(0, 5 * first.McseMean!.Value);
                second.Mean.ShouldBe(0, 5 * second.McseMean!.Value);
                break;
            case "duplicated":
                first.Mean.ShouldBe(second.Mean, 5 * (first.McseMean!.Value + second.McseMean!.Value));
                break;
            case "huge":
                first.Sd.ShouldBeLessThan(1e-5);
                break;
        }
    }
}
