using System.Text.RegularExpressions;
using Prefdissect.Dissecting;
using Prefdissect.Pairs;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Samples;
using Group = Prefdissect.Pairs.Group;

namespace Prefdissect.Tests.Workflows.Samples;

/// <summary>What a filter lets through, against every pair looked at one by one.</summary>
public sealed class SampleSearchTests : IDisposable
{
    private readonly SimulatedStudyFile files = new();
    private readonly Study study;
    private readonly Lazy<List<PairDetails>> all;

    public SampleSearchTests()
    {
        study = files.Simulated();
        SimulatedStudyFile.Annotate(study);
        all = new(() => [.. SampleIds(SampleFilter.None).Select(id => PairDetailsWorkflow.Run(study, id))]);
    }

    private static string One => SimulatedStudyFile.Judges[0].Name;

    private static string Other => SimulatedStudyFile.Judges[1].Name;

    [Fact]
    public void Without_a_filter_every_pair_is_listed_once_and_counted()
    {
        SampleIds(SampleFilter.None).Distinct().Count().ShouldBe(SimulatedStudyFile.Pairs);
        SampleSearch.Run(study, SampleFilter.None, null, 10, default).Total.ShouldBe(SimulatedStudyFile.Pairs);
    }

    [Theory]
    [InlineData(Verdict.A)]
    [InlineData(Verdict.B)]
    [InlineData(Verdict.Tie)]
    public void A_judge_s_vote_is_what_most_of_its_votes_are_for(Verdict verdict) =>
        Check(new SampleFilter { Vote = new VoteCondition(One, verdict) }, pair => VerdictOf(pair, One) == verdict);

    [Fact]
    public void Judges_disagree_where_one_is_for_A_and_the_other_for_B()
    {
        Check(new SampleFilter { Disagree = new Disagreement((One, Other)) }, pair => SignOf(pair, One) * SignOf(pair, Other) < 0);
        Check(new SampleFilter { Disagree = Disagreement.Any }, pair => pair.Judgements.Any(judge => SignOf(pair, judge.Judge) > 0) && pair.Judgements.Any(judge => SignOf(pair, judge.Judge) < 0));
    }

    [Fact]
    public void A_scenario_is_one_that_votes_or_a_classifier_name()
    {
        foreach (var group in all.Value.SelectMany(pair => pair.Groups).Distinct().Take(6)) Check(new SampleFilter { Scenario = group }, pair => pair.Groups.Contains(group));
    }

    [Theory]
    [InlineData("lengthy")]
    [InlineData("well formatted")]
    public void Properties_differ_as_comparisons_say(string property)
    {
        foreach (var (side, holds) in new (MoreOf, Func<int?, bool>)[] { (MoreOf.A, sign => sign > 0), (MoreOf.B, sign => sign < 0), (MoreOf.Either, sign => sign is 1 or -1), (MoreOf.Neither, sign => sign == 0) })
        {
            Check(new SampleFilter { Property = new PropertyDifference(property, side), Annotator = "surface" }, pair => holds(FeatureOf(pair, property)));
        }
    }

    [Theory]
    [InlineData("the")]
    [InlineData("The")]
    [InlineData("you can")]
    [InlineData("\"you can\"")]
    [InlineData("\"of the\" and")]
    public void Words_and_phrases_stand_somewhere_in_the_texts_of_a_pair(string typed)
    {
        var phrases = Regex.Matches(typed, "\"([^\"]*)\"|(\\S+)").Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value).ToList();
        Check(new SampleFilter { Text = typed }, pair => phrases.All(phrase => TextsOf(pair).Any(text =>
            Regex.IsMatch(text, @"(?<![\p{L}\p{N}])" + string.Join(@"[^\p{L}\p{N}]+", phrase.Split(' ').Select(Regex.Escape)) + @"(?![\p{L}\p{N}])", RegexOptions.IgnoreCase))));
    }

    [Fact]
    public void A_fit_is_wrong_or_decided_as_its_weights_say()
    {
        SimulatedStudyFile.Fit(study, new FitRequest { Judges = [One], Groups = [Group.All], Annotator = "surface" });
        var fit = new FitStore(study).Shown().Single(of => of.Subject.Judge == One && of.Subject.Group == Group.All);
        Check(new SampleFilter { ModelWrong = One, Annotator = "surface" }, pair => Added(pair, fit) is { } added && Math.Sign(added.Values.Sum()) * SignOf(pair, One) < 0);
        foreach (var property in fit.Weights.OrderByDescending(weight => Math.Abs(weight.Mean)).Take(3).Select(weight => weight.Property))
        {
            Check(new SampleFilter { DecidedBy = new DecisiveProperty(One, property), Annotator = "surface" },
                pair => Added(pair, fit) is { } added && added[property] != 0 && Math.Abs(added[property]) == added.Values.Max(Math.Abs));
        }
    }

    [Fact]
    public void All_that_is_set_must_hold() => Check(
        new SampleFilter { Text = "the", Vote = new VoteCondition(One, Verdict.A), Property = new PropertyDifference("lengthy", MoreOf.A), Annotator = "surface" },
        pair => VerdictOf(pair, One) == Verdict.A && FeatureOf(pair, "lengthy") > 0 && TextsOf(pair).Any(text => Regex.IsMatch(text, @"\bthe\b", RegexOptions.IgnoreCase)));

    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"\" OR *")]
    [InlineData("NEAR(a b, 3)")]
    [InlineData("text: AND NOT *")]
    [InlineData("a\0b'; DROP TABLE pair; --")]
    [InlineData("^{}[]()+-~\\")]
    [InlineData("語\ud800 ñ")]
    public void No_search_text_is_an_error(string typed)
    {
        Should.NotThrow(() => SampleSearch.Run(study, new SampleFilter { Text = typed }, null, 20, default));
        var many = string.Concat(Enumerable.Repeat(typed + " x", 10_000))[..10_000];
        Should.NotThrow(() => SampleSearch.Run(study, new SampleFilter { Text = many }, null, 20, default));
    }

    [Fact]
    public void Pages_backwards_are_the_pages_forwards()
    {
        var filter = new SampleFilter { Vote = new VoteCondition(One, Verdict.A) };
        var forwards = Pages(filter, 7);
        var page = SampleSearch.Run(study, filter, $"b{long.MaxValue}", 7, default);
        var backwards = new List<SampleRow>(page.Rows);
        while (page.Previous is not null) backwards.InsertRange(0, (page = SampleSearch.Run(study, filter, page.Previous, 7, default)).Rows);
        backwards.Select(row => row.Row).ShouldBe(forwards.Select(row => row.Row));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(13)]
    public void A_search_that_is_broken_off_visits_every_pair_once_either_way(long reach)
    {
        var isBrokenOff = false;
        foreach (var filter in new[] { SampleFilter.None, new SampleFilter { Vote = new VoteCondition(One, Verdict.A) }, new SampleFilter { Text = "\"you can\"" } })
        {
            var expected = Pages(filter, 50).ConvertAll(row => row.Row);
            var (forwards, backwards) = (Walk(filter, null, page => page.Next, reach), Walk(filter, $"b{long.MaxValue}", page => page.Previous, reach));
            isBrokenOff |= forwards.Exists(page => page.IsBrokenOff) && backwards.Exists(page => page.IsBrokenOff);
            forwards.SelectMany(page => page.Rows).Select(row => row.Row).ShouldBe(expected);
            backwards.Reverse<SamplePage>().SelectMany(page => page.Rows).Select(row => row.Row).ShouldBe(expected);
            // From any page the one before and the one after hang together with it.
            foreach (var page in forwards.Where(page => page.Previous is not null))
            {
                var before = Walk(filter, page.Previous, of => of.Previous, reach).SelectMany(of => of.Rows).Select(row => row.Row).Order().ToList();
                var after = page.Next is null ? [] : Walk(filter, page.Next, of => of.Next, reach).SelectMany(of => of.Rows).Select(row => row.Row).ToList();
                before.Concat(page.Rows.Select(row => row.Row)).Concat(after).ShouldBe(expected);
                if (reach < 5) break;
            }
        }
        isBrokenOff.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a9223372036854775807")]
    [InlineData("b0")]
    [InlineData("b9223372036854775807")]
    public void A_place_beyond_the_pairs_leads_back_to_them(string place)
    {
        var page = SampleSearch.Run(study, SampleFilter.None, place, 5, default);
        if (page.Rows.Count == 0) page = SampleSearch.Run(study, SampleFilter.None, page.Previous ?? page.Next, 5, default);
        page.Rows.Count.ShouldBe(5);
    }

    [Fact]
    public void Neighbours_are_the_ones_beside_it_in_the_list()
    {
        var filter = new SampleFilter { Vote = new VoteCondition(One, Verdict.A) };
        var rows = Pages(filter, 50);
        SampleSearch.Neighbours(study, filter, rows[1].Id.ToString(), default).ShouldBe(new SampleNeighbours(rows[0].Id, rows[2].Id));
        SampleSearch.Neighbours(study, filter, rows[0].Id.ToString(), default).ShouldBe(new SampleNeighbours(null, rows[1].Id));
        SampleSearch.Neighbours(study, filter, rows[^1].Id.ToString(), default).Next.ShouldBeNull();
    }

    [Fact]
    public void What_the_study_does_not_have_is_refused()
    {
        Should.Throw<RequestException>(() => SampleSearch.Run(study, new SampleFilter { ModelWrong = "nobody" }, null, 5, default));
        Should.Throw<RequestException>(() => SampleSearch.Run(study, new SampleFilter { Property = new PropertyDifference("nothing") }, null, 5, default));
        Should.Throw<RequestException>(() => SampleSearch.Run(study, SampleFilter.None, "x' OR 1", 5, default));
        Should.Throw<RequestException>(() => PairDetailsWorkflow.Run(study, "12345"));
        Should.Throw<RequestException>(() => PairDetailsWorkflow.Run(study, new string('0', 64)));
    }

    public void Dispose()
    {
        study.Dispose();
        files.Dispose();
    }

    private void Check(SampleFilter filter, Func<PairDetails, bool> holds) => SampleIds(filter).ShouldBe(all.Value.Where(holds).Select(pair => pair.Id.ToString()));

    private List<string> SampleIds(SampleFilter filter) => [.. Pages(filter, 41).Select(row => row.Id.ToString())];

    private List<SampleRow> Pages(SampleFilter filter, int limit)
    {
        var page = SampleSearch.Run(study, filter, null, limit, default);
        var rows = new List<SampleRow>(page.Rows);
        while (page.Next is not null) rows.AddRange((page = SampleSearch.Run(study, filter, page.Next, limit, default)).Rows);
        return rows;
    }

    private List<SamplePage> Walk(SampleFilter filter, string? from, Func<SamplePage, string?> onwards, long reach)
    {
        var pages = new List<SamplePage> { SampleSearch.Run(study, filter, from, 5, reach, default) };
        while (onwards(pages[^1]) is { } place)
        {
            pages.Add(SampleSearch.Run(study, filter, place, 5, reach, default));
            pages.Count.ShouldBeLessThan(2 * SimulatedStudyFile.Pairs, "the search comes to an end");
        }
        return pages;
    }

    private static Verdict? VerdictOf(PairDetails pair, string judge) => pair.Judgements.FirstOrDefault(of => of.Judge == judge)?.Counted.Verdict;

    private static int SignOf(PairDetails pair, string judge) => VerdictOf(pair, judge) switch { Verdict.A => 1, Verdict.B => -1, _ => 0 };

    private static int? FeatureOf(PairDetails pair, string property) =>
        pair.Annotations.Single(of => of.Annotator.Id == "surface").Ratings.FirstOrDefault(rating => rating.Property.ShortName == property)?.Comparison?.Sign;

    private static Dictionary<string, double>? Added(PairDetails pair, JudgeFit fit) =>
        fit.Weights.Any(weight => FeatureOf(pair, weight.Property) is null) ? null : fit.Weights.ToDictionary(weight => weight.Property, weight => FeatureOf(pair, weight.Property)!.Value * weight.Mean);

    private static IEnumerable<string> TextsOf(PairDetails pair) => [.. pair.Query.Turns.Select(turn => turn.Text), pair.A.Text, pair.B.Text];
}
