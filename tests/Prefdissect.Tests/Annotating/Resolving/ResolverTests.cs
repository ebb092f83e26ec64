using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Resolving;
using Prefdissect.Importing;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Tests.Annotating.Asking;
using Prefdissect.Tests.Importing;

namespace Prefdissect.Tests.Annotating.Resolving;

public class ResolverTests
{
    private const string Errors = """
        {"response_1": {"check": "applicable", "errors": [
           {"description": "Wrong river", "type": "factual", "severity": "severe"}, {"description": "wrong river", "type": "factual", "severity": "severe"},
           {"description": "comma", "type": "code", "severity": "minor"}]},
         "response_2": {"check": "applicable", "errors": [{"description": "Wrong river", "type": "factual", "severity": "severe"}]}}
        """;

    private const string Specific = """
        {"showing empathetic": {"response_1": 3, "response_2": 3},
         "satisfying explicit constraints": {"item 1": {"response_1": 3, "response_2": 2}, "item 2": {"response_1": 0, "response_2": 2}},
         "correcting explicit mistakes or biases": {"item 1": {"response_1": "neither", "response_2": "corrected without being pointed out"}}}
        """;

    [Fact]
    public void Errors_are_counted_by_severity_and_fewer_are_better()
    {
        var ratings = Resolve(AnnotationStep.Errors, Errors);
        Values(ratings).ShouldBe(new() { ["no minor errors"] = (1, 0), ["no moderate errors"] = (0, 0), ["no severe errors"] = (2, 1) });
        var features = Resolver.Features(ratings);
        (features["no minor errors"]!.Value.Sign, features["no moderate errors"]!.Value.Sign, features["no severe errors"]!.Value.Sign).ShouldBe((-1, 0, -1));
    }

    [Fact]
    public void An_error_told_twice_can_count_once() =>
        Values(Resolve(AnnotationStep.Errors, Errors, new() { RepeatedErrors = RepeatedErrors.CountOnce }))["no severe errors"].ShouldBe((1, 1));

    [Fact]
    public void Where_errors_cannot_be_told_they_are_not_applicable_unless_rules_say_none()
    {
        var text = Errors[..Errors.IndexOf("\"response_2\"", StringComparison.Ordinal)] + """ "response_2": {"check": "not applicable", "errors": []}}""";
        Resolve(AnnotationStep.Errors, text).Where(rating => rating.Side == PairSide.Second).ShouldAllBe(rating => rating.Rating == Rating.NotApplicable);
        Resolver.Features(Resolve(AnnotationStep.Errors, text))["no severe errors"].ShouldBeNull();
        Values(Resolve(AnnotationStep.Errors, text, new() { ErrorsNotTold = ErrorsNotTold.CountAsNone }))["no severe errors"].ShouldBe((2, 0));
    }

    [Fact]
    public void Items_are_averaged_or_the_lowest_taken()
    {
        Values(Resolve(AnnotationStep.QuerySpecific, Specific)).ShouldBe(new() { ["show empathetic"] = (3, 3), ["satisfy constraints"] = (1.5, 2), ["correct mistakes"] = (0, 2) });
        Values(Resolve(AnnotationStep.QuerySpecific, Specific, new() { Items = ItemSummary.Lowest }))["satisfy constraints"].ShouldBe((0, 2));
    }

    [Fact]
    public void What_the_query_does_not_call_for_is_not_applicable_and_compares_as_equal()
    {
        var ratings = Resolve(AnnotationStep.QuerySpecific, Specific);
        ratings.Count.ShouldBe(10);
        ratings.Where(rating => rating.Property.ShortName is "clarify intent" or "support stances").ShouldAllBe(rating => rating.Rating == Rating.NotApplicable);
        Resolver.Features(ratings)["clarify intent"].ShouldBe(Comparison.None);
    }

    [Fact]
    public void A_step_that_failed_or_was_not_asked_is_never_a_zero()
    {
        Resolver.Ratings(AnnotationStep.QueryAware, PropertySet.Published, new StepState.Failed("waits for reference"), ResolvingRules.Default)
            .ShouldAllBe(rating => rating.Rating == Rating.Failed && rating.Reason == "waits for reference");
        Resolver.Ratings(AnnotationStep.QueryAware, PropertySet.Published, new StepState.Missing(), ResolvingRules.Default).ShouldBeEmpty();
        Resolver.Ratings(AnnotationStep.QuerySpecific, PropertySet.Published, new StepState.NotCalledFor("x"), ResolvingRules.Default)
            .ShouldAllBe(rating => rating.Rating == Rating.NotApplicable);
    }

    [Fact]
    public void In_single_mode_one_side_can_fail_alone()
    {
        var questions = AskedPairs.Questions(AnnotationStep.QueryAware, AnnotationMode.Single);
        const string good = """{"relevance without considering inaccuracy": 2, "innovative and novel": 0}""";
        var ratings = Resolver.Ratings(AnnotationStep.QueryAware, PropertySet.Published, new StepState.Answered([(questions[0], good), (questions[1], "no")]), ResolvingRules.Default);
        ratings.Where(rating => rating.Side == PairSide.First).Select(rating => rating.Rating).ShouldBe([Rating.Of(2), Rating.Of(0)]);
        ratings.Where(rating => rating.Side == PairSide.Second).ShouldAllBe(rating => rating.Rating == Rating.Failed);
        Resolver.Ratings(AnnotationStep.QueryAware, PropertySet.Published, new StepState.Answered([(questions[0], good)]), ResolvingRules.Default).Count.ShouldBe(2);
    }

    [Fact]
    public void Length_is_counted() =>
        Values(Resolver.Length(PropertySet.Published, "One, two.", ""))["lengthy"].ShouldBe((4, 0));

    [Fact]
    public void Off_scale_levels_fail_by_default_and_are_zero_in_the_paper()
    {
        const string text = """{"relevance without considering inaccuracy": {"response_1": 5, "response_2": 1}, "innovative and novel": {"response_1": 1, "response_2": 1}}""";
        Resolve(AnnotationStep.QueryAware, text).ShouldAllBe(rating => rating.Rating == Rating.Failed);
        Values(Resolve(AnnotationStep.QueryAware, text, ResolvingRules.Paper))["relevant"].ShouldBe((0, 1));
    }

    // The importer of the annotated table is another reader of the same facts: both must give the same ratings.
    [Fact]
    public void An_answer_resolves_to_what_the_published_table_would_hold()
    {
        var ratings = Resolve(AnnotationStep.Errors, Errors).Concat(Resolve(AnnotationStep.QuerySpecific, Specific)).ToList();
        const string row = """
            {"query": "q", "response_1": {"content": "a"}, "response_2": {"content": "b"}, "preference_labels": {"human": "response_1"}, "clear intent": "Yes", "explicitly express feelings": "Yes",
             "errors_response_1": [{"severity": "severe"}, {"severity": "severe"}, {"severity": "minor"}], "errors_response_2": [{"severity": "severe"}],
             "query_specific_response_1": {"empathy": 3, "constraints": [3, 0], "mistakes": ["neither"], "intent": [], "stances": []},
             "query_specific_response_2": {"empathy": 3, "constraints": [2, 2], "mistakes": ["corrected without being pointed out"], "intent": [], "stances": []}}
            """;
        using var folder = new ImportFolder();
        var read = ImportFolder.Rows(folder.Write("table.jsonl", row.ReplaceLineEndings(" "))).ShouldHaveSingleItem().ShouldBeOfType<ReadRow>();
        foreach (var (side, published) in new[] { (PairSide.First, read.RatingsA), (PairSide.Second, read.RatingsB) })
        {
            published.Count.ShouldBe(8);
            foreach (var rating in published) ratings.Single(mine => mine.Side == side && mine.Property == rating.Property).Rating.ShouldBe(rating.Rating, rating.Property.ShortName);
        }
    }

    private static IReadOnlyList<ResolvedRating> Resolve(AnnotationStep step, string text, ResolvingRules? rules = null) =>
        Resolver.Ratings(step, PropertySet.Published, new StepState.Answered([(AskedPairs.Question(step), text)]), rules ?? ResolvingRules.Default);

    private static Dictionary<string, (double First, double Second)> Values(IEnumerable<ResolvedRating> ratings) =>
        ratings.Where(rating => rating.Rating.IsMeasured).GroupBy(rating => rating.Property.ShortName)
            .ToDictionary(of => of.Key, of => (of.Single(rating => rating.Side == PairSide.First).Rating.Value, of.Single(rating => rating.Side == PairSide.Second).Rating.Value));
}
