using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.AnnotatorErrors;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Simulating;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Tests.Workflows;

/// <summary>Weights corrected for the mistakes of an annotator, from the ratings of a study to what is shown.</summary>
public sealed class AnnotatorErrorTests : IDisposable
{
    private static readonly AnnotatorIdentity Clumsy = new("clumsy", "1");

    /// <summary>Mistakes as made by <see cref="Clumsy"/>, in one property like in the other.</summary>
    private static readonly FeatureConfusion Mistakes = new(0.8, 0.25, 0.04, 0);

    /// <summary>Properties that the judges of <see cref="Judge"/> have a taste for: what they like is in the fit, all of it.</summary>
    private static readonly string[] Tasted = ["friendly", "polite", "interactive", "authoritative", "funny", "well formatted"];

    private static readonly FitRequest Corrected = new()
    {
        Annotator = "clumsy",
        AnnotatorError = "planted",
        Groups = [Group.All],
        Options = SimulatedStudyFile.Few with { Folds = FoldScheme.None },
    };

    private readonly SimulatedStudyFile files = new();

    [Fact]
    public void Where_mistakes_are_independent_corrected_weights_are_nearer_to_those_that_were_planted_and_their_intervals_hold_more_of_them()
    {
        using var study = Study(2500, [Judge("sim-one", 0.9, -0.7, 0.5, 0.3, 0, 0), Judge("sim-two", 0, 0.4, -0.5, 0.8, -0.3, 0.6), Judge("sim-three", -0.4, 0, 0, 0.6, 0.6, -0.8)]);
        Rate(study, Clumsy, every: 1, names: Tasted);
        SimulatedStudyFile.Fit(study, Corrected);
        var pairs = Weights(study, "clumsy").ToList();
        pairs.Count.ShouldBe(18);
        var (before, after) = (pairs.Sum(of => Square(of.Fitted.Mean - of.Planted)), pairs.Sum(of => Square(of.Corrected.Mean!.Value - of.Planted)));
        after.ShouldBeLessThan(0.4 * before);
        Math.Abs(Slope(pairs, of => of.Corrected.Mean!.Value) - 1).ShouldBeLessThan(0.5 * Math.Abs(Slope(pairs, of => of.Fitted.Mean) - 1));
        pairs.Count(of => of.Corrected.Low <= of.Planted && of.Planted <= of.Corrected.High).ShouldBeGreaterThan(pairs.Count(of => of.Fitted.Low <= of.Planted && of.Planted <= of.Fitted.High));
    }

    // Mistakes of surface depend on other properties, so that no more than the pull towards 0 is sure to be undone.
    [Fact]
    public void The_pull_towards_zero_of_surface_ratings_is_mostly_undone()
    {
        using var study = Study(1500, SimulatedJudges.Take(10, 11));
        SimulatedStudyFile.Annotate(study);
        SimulatedStudyFile.Fit(study, Corrected with { Annotator = "surface" });
        var pairs = Weights(study, "surface").ToList();
        var (before, after) = (Slope(pairs, of => of.Fitted.Mean), Slope(pairs, of => of.Corrected.Mean!.Value));
        before.ShouldBeLessThan(0.8);
        Math.Abs(after - 1).ShouldBeLessThan(0.7 * Math.Abs(before - 1));
    }

    [Fact]
    public void The_fewer_pairs_show_the_mistakes_the_wider_is_the_interval()
    {
        using var study = Study(1200, SimulatedStudyFile.Judges);
        Rate(study, Clumsy, every: 1, names: Tasted);
        Rate(study, new AnnotatorIdentity("person", "1"), every: 20, mistakes: false, names: Tasted);
        SimulatedStudyFile.Fit(study, Corrected);
        var wide = Weights(study, "clumsy").Select(of => of.Corrected.High - of.Corrected.Low).ToList();
        var result = SimulatedStudyFile.Fit(study, Corrected with { AnnotatorError = "person" });
        result.Mistakes!.Confusions.ShouldAllBe(of => of.Pairs == 60);
        var wider = Weights(study, "clumsy").Select(of => of.Corrected.High - of.Corrected.Low).ToList();
        wider.Average()!.Value.ShouldBeGreaterThan(1.05 * wide.Average()!.Value);
    }

    [Fact]
    public void Ordinary_results_stay_to_the_last_digit_and_a_correction_is_reused_until_ratings_change()
    {
        using var plain = Study(300, SimulatedStudyFile.Judges, "plain.study");
        using var study = Study(300, SimulatedStudyFile.Judges);
        foreach (var each in new[] { plain, study }) Rate(each, Clumsy, every: 1);
        SimulatedStudyFile.Fit(plain, Corrected with { AnnotatorError = null });
        var first = SimulatedStudyFile.Fit(study, Corrected);
        SimulatedStudyFile.Digits(study).ShouldBe(SimulatedStudyFile.Digits(plain));
        SimulatedStudyFile.Fit(study, Corrected with { Threads = 1 }).Corrections.Select(Digits).ShouldBe(first.Corrections.Select(Digits));
        SimulatedStudyFile.Fit(study, Corrected with { AnnotatorError = null }).Corrections.ShouldBeEmpty();

        var view = DissectWorkflow.Run(study, new DissectRequest { Annotator = "clumsy" });
        (view.Corrections.Count, view.StaleCorrections.Count).ShouldBe((3, 0));
        Rate(study, Clumsy, every: 7, mistakes: false);
        view = DissectWorkflow.Run(study, new DissectRequest { Annotator = "clumsy" });
        view.StaleCorrections.Count.ShouldBe(3);
        DissectionTables.Of(view)[0].Lines.ShouldContain(line => line.Kind == LineKind.Warning && line.Text.Contains("--annotator-error planted", StringComparison.Ordinal));
        SimulatedStudyFile.Fit(study, Corrected with { AnnotatorError = null });
        DissectWorkflow.Run(study, new DissectRequest { Annotator = "clumsy" }).Corrections.ShouldBeEmpty("the fit is another one now");
    }

    [Fact]
    public void A_property_that_too_few_pairs_or_none_show_is_left_as_it_is_with_the_reason()
    {
        using var study = Study(300, SimulatedJudges.Take(1, 11));
        Rate(study, Clumsy, every: 1);
        Rate(study, new AnnotatorIdentity("person", "1"), every: 3, mistakes: false, names: ["friendly", "polite"]);
        Rate(study, new AnnotatorIdentity("person", "1"), every: 10, mistakes: false, names: ["clear"]);
        SimulatedStudyFile.Fit(study, Corrected with { AnnotatorError = "person" });
        var view = DissectWorkflow.Run(study, new DissectRequest { Annotator = "clumsy" });
        var fit = view.Fits.Single();
        var entries = fit.Weights.Select(weight => WeightEntry.Of(fit, weight, view)).ToDictionary(entry => entry.Property, entry => entry.Corrected.ShouldNotBeNull());
        (entries["friendly"].N, entries["friendly"].Reason).ShouldBe((100, null));
        entries["friendly"].DegreeLow!.Value.ShouldBe(Degree.Of(entries["friendly"].Low!.Value));
        (entries["clear"].N, entries["clear"].Mean, entries["clear"].Reason).ShouldBe((30, null, "compared by both on 30 pairs, fewer than 50"));
        (entries["novel"].N, entries["novel"].Degree, entries["novel"].Reason).ShouldBe((0, null, "not rated by person"));
        var report = DissectionTables.Of(view)[0];
        report.Table.Rows.Single(row => row[0] == "clear")[^2].ShouldBe("–");
        report.Lines.Select(line => line.Text).ShouldContain("not corrected, compared by both on 30 pairs, fewer than 50: clear");
        FitEntry.Of(fit, view).Correction!.Uncorrected.Select(of => of.Property).ShouldBe(entries.Where(of => of.Value.Reason is not null).Select(of => of.Key), ignoreOrder: true);
        DissectionTables.Weights(view).Columns.Select(column => column.Heading).ShouldContain("correctedDegreeLow");
    }

    [Fact]
    public void What_cannot_measure_mistakes_is_refused_with_a_word_on_what_to_do()
    {
        using var study = Study(300, SimulatedJudges.Take(1, 11));
        Rate(study, Clumsy, every: 1);
        Rate(study, new AnnotatorIdentity("person", "1"), every: 20, mistakes: false);
        Rate(study, new AnnotatorIdentity("other", "1"), every: 1, mistakes: false, names: ["harmless"]);
        Rate(study, new AnnotatorIdentity("llm:m:pair", "1"), every: 1);
        Rate(study, new AnnotatorIdentity("llm:m:pair#2", "1"), every: 1);
        Refused(Corrected with { AnnotatorError = "nobody" }).ShouldContain("no ratings by 'nobody'");
        Refused(Corrected with { AnnotatorError = "clumsy" }).ShouldContain("'clumsy' itself");
        Refused(Corrected with { AnnotatorError = "llm:m:pair#2" }).ShouldContain("repeat");
        Refused(Corrected with { AnnotatorError = "other" }).ShouldContain("No pair is rated by both 'clumsy' and 'other'");
        Refused(Corrected with { AnnotatorError = "person" }).ShouldContain("compared by both on 15 pairs, fewer than 50");
        Refused(Corrected with { Options = Corrected.Options with { Prior = "horseshoe:0.1" } }).ShouldContain("laplace:SCALE");
        new FitStore(study).Shown().ShouldBeEmpty("nothing is fitted before that is known");

        string Refused(FitRequest request) => Should.Throw<RequestException>(() => SimulatedStudyFile.Fit(study, request)).Message;
    }

    public void Dispose() => files.Dispose();

    private static SimulatedJudge Judge(string name, params double[] tastes) =>
        new(name, [.. PublishedProperties.All.Select(property => Array.IndexOf(Tasted, property.ShortName) is >= 0 and var at ? tastes[at] : 0)]);

    private static double Square(double value) => value * value;

    private static double Slope(IReadOnlyList<(PropertyWeight Fitted, CorrectedEstimate Corrected, double Planted)> pairs, Func<(PropertyWeight Fitted, CorrectedEstimate Corrected, double Planted), double> of) =>
        pairs.Sum(pair => of(pair) * pair.Planted) / pairs.Sum(pair => pair.Planted * pair.Planted);

    private static IEnumerable<(PropertyWeight Fitted, CorrectedEstimate Corrected, double Planted)> Weights(Study study, string annotator)
    {
        var view = DissectWorkflow.Run(study, new DissectRequest { Annotator = annotator });
        return view.Fits.SelectMany(fit => fit.Weights.Select(weight => (weight, view.CorrectionOf(fit)![weight.Property]!, view.PlantedWeight(fit.Subject.Judge, weight.Property)!.Value)));
    }

    private static string Digits(FitCorrection correction) => string.Join(" ", correction.Weights.Select(weight => FormattableString.Invariant($"{weight.Property} {weight.Mean:R} {weight.Low:R} {weight.High:R}")));

    private Study Study(int pairs, IReadOnlyList<SimulatedJudge> judges, string name = "errors.study")
    {
        var study = Prefdissect.Studies.Study.OpenOrCreate(files[name]);
        SimulateWorkflow.Run(study, new SimulationOptions(pairs, judges, 11), null, CancellationToken.None);
        return study;
    }

    /// <summary>Ratings whose features are the planted ones, with or without mistakes, of every so many pairs.</summary>
    private static void Rate(Study study, AnnotatorIdentity annotator, int every, bool mistakes = true, string[]? names = null)
    {
        var reader = new RatingReader(study, AnnotatorIdentity.Planted);
        var known = names ?? [.. PublishedProperties.All.Where(property => property.Rule != ComparisonRule.Length && property.ShortName != "harmless").Select(property => property.ShortName)];
        var columns = reader.Properties.Index().Where(of => known.Contains(of.Item.ShortName)).ToList();
        var random = new Random(7);
        var pairs = reader.Pairs().ToList();
        using var write = study.BeginWrite();
        using (var ratings = write.Ratings(annotator))
        {
            foreach (var (id, pair) in pairs.Where((_, i) => i % every == 0))
            {
                foreach (var (column, property) in columns)
                {
                    if (Comparison.Of(property, pair.First[column], pair.Second[column]) is not { Sign: var sign }) continue;
                    var seen = mistakes ? Mistakes.Observed((sbyte)sign, random.NextDouble()) : sign;
                    var more = property.Rule is ComparisonRule.LessIsMore or ComparisonRule.FewerErrors ? -seen : seen;
                    ratings.AddToPair(id, PairSide.First, property, Rating.Of(more > 0 ? 1 : 0));
                    ratings.AddToPair(id, PairSide.Second, property, Rating.Of(more < 0 ? 1 : 0));
                }
            }
        }
        write.Commit();
    }
}
