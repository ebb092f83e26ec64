using Prefdissect.Annotating.Answers;
using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Surface.Reading;
using Prefdissect.Importing;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Resolving;

/// <summary>Makes ratings of answers (paper, §3.3). A pure function of the answers' texts and the rules.</summary>
public static class Resolver
{
    private static readonly PairSide[] Sides = [PairSide.First, PairSide.Second];

    /// <summary>The ratings that one step gives both responses of a pair: every property of the step on both sides, in the order of the set; none where it was not asked.</summary>
    /// <param name="step">The step.</param>
    /// <param name="properties">What is rated.</param>
    /// <param name="state">How far the step is.</param>
    /// <param name="rules">The rules.</param>
    public static IReadOnlyList<ResolvedRating> Ratings(AnnotationStep step, PropertySet properties, StepState state, ResolvingRules rules)
    {
        var ofStep = step.PropertiesOf(properties);
        return state switch
        {
            StepState.Answered answered => [.. OfAnswers(ofStep, answered, rules)],
            StepState.NotCalledFor none => [.. OnBothSides(ofStep, Rating.NotApplicable, none.Reason)],
            StepState.Failed failed => [.. OnBothSides(ofStep, Rating.Failed, failed.Reason)],
            _ => [],
        };
    }

    /// <summary>The number of words of both responses, where the set has length: that is counted, not asked.</summary>
    public static IReadOnlyList<ResolvedRating> Length(PropertySet properties, string first, string second) =>
    [
        .. properties.All.Where(property => property.Rule == ComparisonRule.Length).SelectMany(property => new[]
        {
            new ResolvedRating(property, PairSide.First, Rating.Of(WordCount.Of(first))), new ResolvedRating(property, PairSide.Second, Rating.Of(WordCount.Of(second))),
        }),
    ];

    /// <summary>What a query calls for, from the answer to the step <c>query-info</c>; <see langword="null"/> where that cannot be read.</summary>
    public static QueryInfo? Info(StepState state) => state is StepState.Answered { Answers: [var (question, text), ..] } && question.Step == AnnotationStep.QueryInfo
        && StepAnswerReader.Read(question, text) is AnswerReading.Usable { Answer: StepAnswer.OfQuery answer } ? answer.Info : null;

    /// <summary>The comparison of both responses on each property that was rated, +1 where the first has more; <see langword="null"/> where it cannot be made.</summary>
    public static IReadOnlyDictionary<string, Comparison?> Features(IEnumerable<ResolvedRating> ratings) =>
        ratings.GroupBy(rating => rating.Property.ShortName, StringComparer.Ordinal).ToDictionary(
            of => of.Key,
            of => Comparison.Of(of.First().Property, On(of, PairSide.First), On(of, PairSide.Second)), StringComparer.Ordinal);

    /// <summary>The ratings that one answer gives.</summary>
    public static IEnumerable<ResolvedRating> Of(StepAnswer answer, ResolvingRules rules) => answer switch
    {
        StepAnswer.OfLevels levels => levels.Levels.Select(of => OfLevels(of, rules)),
        StepAnswer.OfErrors errors => errors.Sides.SelectMany(side => errors.Properties.Select(property => OfErrors(property, side, rules))),
        _ => [],
    };

    private static Rating On(IEnumerable<ResolvedRating> ratings, PairSide side) => ratings.FirstOrDefault(rating => rating.Side == side)?.Rating ?? Rating.NotMeasured;

    private static IEnumerable<ResolvedRating> OnBothSides(IEnumerable<Property> properties, Rating rating, string reason) =>
        properties.SelectMany(property => Sides.Select(side => new ResolvedRating(property, side, rating, reason)));

    private static IEnumerable<ResolvedRating> OfAnswers(IReadOnlyList<Property> properties, StepState.Answered answered, ResolvingRules rules)
    {
        var ratings = new Dictionary<(string, PairSide), ResolvedRating>();
        foreach (var (question, text) in answered.Answers)
        {
            var read = StepAnswerReader.Read(question, text, rules.OffScale) switch
            {
                AnswerReading.Usable usable => Of(usable.Answer, rules),
                AnswerReading.Unusable failure => question.Sides.SelectMany(side => question.Properties.Select(property => new ResolvedRating(property, side, Rating.Failed, failure.Reason))),
                _ => [],
            };
            foreach (var rating in read) ratings[(rating.Property.ShortName, rating.Side)] = rating;
        }
        var asked = answered.Answers.SelectMany(answer => answer.Question.Properties).Select(property => property.ShortName).ToHashSet(StringComparer.Ordinal);
        foreach (var property in properties)
        {
            foreach (var side in Sides)
            {
                if (ratings.TryGetValue((property.ShortName, side), out var rating)) yield return rating;
                // Of what was asked about one response alone, the other one's answer is missing.
                else if (!asked.Contains(property.ShortName)) yield return new(property, side, Rating.NotApplicable, "the query does not call for it");
            }
        }
    }

    private static ResolvedRating OfLevels(AnsweredLevels answered, ResolvingRules rules)
    {
        if (!answered.Applies) return new(answered.Property, answered.Side, Rating.NotApplicable, "its condition does not hold");
        return new(answered.Property, answered.Side, Rating.Of(rules.Items == ItemSummary.Lowest ? answered.Levels.Min() : answered.Levels.Average()));
    }

    private static ResolvedRating OfErrors(Property property, AnsweredErrors answered, ResolvingRules rules)
    {
        if (!answered.Applicable && rules.ErrorsNotTold == ErrorsNotTold.NotApplicable) return new(property, answered.Side, Rating.NotApplicable, "errors cannot be told");
        var counted = answered.Errors.Where(error => error.Severity == ErrorWords.SeverityOf(property));
        return new(property, answered.Side, Rating.Of(rules.RepeatedErrors == RepeatedErrors.CountOnce
            ? counted.DistinctBy(error => (error.Type, error.Description.ToUpperInvariant())).Count()
            : counted.Count()));
    }
}
