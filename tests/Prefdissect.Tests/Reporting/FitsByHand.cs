using Prefdissect.Annotating;
using Prefdissect.Bayes.Summaries;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Workflows;

namespace Prefdissect.Tests.Reporting;

/// <summary>Fits with posteriors that are normal by construction, so that every number shown has a known source.</summary>
internal static class FitsByHand
{
    public static readonly AnnotatorIdentity Surface = new("surface", "1");

    public static PropertyWeight Weight(string property, double mean, double sd = 0.05) => new(new ParameterSummary
    {
        Name = property,
        Draws = 8000,
        Mean = mean,
        Sd = sd,
        Q025 = mean - 1.96 * sd,
        Q05 = mean - 1.645 * sd,
        Q25 = mean - 0.6745 * sd,
        Median = mean + 0.01 * sd,
        Q75 = mean + 0.6745 * sd,
        Q95 = mean + 1.645 * sd,
        Q975 = mean + 1.96 * sd,
        ProbabilityPositive = MathNet.Numerics.Distributions.Normal.CDF(0, 1, mean / sd),
        McseMean = sd / 70,
        McseSd = sd / 60,
        EssBulk = 5321.5,
        EssTail = 5400.25,
        RHat = 1.0012,
    });

    public static PosteriorHealth Healthy { get; } = new()
    {
        Draws = 8000,
        MaxRHat = 1.0012,
        MinEssBulk = 5321.5,
        MinEssTail = 5400.25,
        Divergences = 0,
        MinEnergyFraction = 0.9,
        Problems = [],
    };

    public static JudgeFit Fit(string judge, string group, params PropertyWeight[] weights) =>
        new(new FitSubject(judge, group, Surface), Report(1234, weights))
        {
            Options = new DissectionOptions(),
            DataHash = ContentHash.Of("test", judge, group),
            Weights = weights,
            Health = Healthy,
        };

    /// <summary>A judge who weighs all 29 properties, in its own way.</summary>
    public static JudgeFit Whole(string judge, string group, int seed, double sd = 0.06, int properties = 29)
    {
        var random = new Random(seed);
        return Fit(judge, group, [.. PublishedProperties.All.Take(properties).Select((property, i) => Weight(property.ShortName, 0.35 * Math.Sin(i + seed / 3.0) + 0.1 * (random.NextDouble() - 0.5), sd))]);
    }

    public static DesignReport Report(int pairs, IReadOnlyList<PropertyWeight> weights) => new()
    {
        JudgedPairs = pairs + 20,
        Votes = pairs + 30,
        Ties = 7,
        TieRule = TieRule.Drop,
        EqualResponses = 3,
        OnlyTies = 7,
        ErrorsNotApplicable = 0,
        EligiblePairs = pairs + 10,
        IncompleteRatings = 10,
        Pairs = pairs,
        UsedVotes = pairs + 5,
        Properties =
        [
            .. weights.Select(weight => new PropertyUse(weight.Property, PropertyStatus.Fitted, pairs + 10, pairs + 10, pairs / 2)),
            new PropertyUse("novel", PropertyStatus.NotMeasured, pairs + 10, 0, 0),
            new PropertyUse("funny", PropertyStatus.NotMeasured, pairs + 10, 0, 0),
            new PropertyUse("polite", PropertyStatus.DoesNotVary, pairs + 10, pairs + 10, 0),
        ],
    };

    public static DissectionView View(params JudgeFit[] fits) => new(fits)
    {
        Annotator = Surface,
        Freshness = FreshnessCheck.Held,
        SimulatedJudges = new HashSet<string>(),
        Planted = new Dictionary<string, IReadOnlyDictionary<string, double>>(),
        Stale = new HashSet<FitSubject>(),
        Nearest = fits.Where(fit => fit.Subject.Group == Group.All).ToDictionary(fit => fit.Subject.Judge, fit => NearestJudge.RankingFor(fit.PosteriorMeans)),
        DataHash = ContentHash.Of("test", "votes").ToString(),
    };

    /// <summary>The view with all its judges simulated; what was planted is a little beside each mean.</summary>
    public static DissectionView Simulated(this DissectionView view) => view with
    {
        SimulatedJudges = view.Fits.Select(fit => fit.Subject.Judge).ToHashSet(),
        Planted = view.Fits.GroupBy(fit => fit.Subject.Judge).ToDictionary(
            of => of.Key,
            of => (IReadOnlyDictionary<string, double>)of.First().Weights.Where(weight => Math.Abs(weight.Mean) > 0.1).ToDictionary(weight => weight.Property, weight => weight.Mean + 0.02)),
    };
}
