using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Studies;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Dashboard.Samples;

/// <summary>Which pairs a person wants to see, as the address says it. The names are the same on the list and on a pair's page, so that the filter goes along.</summary>
/// <param name="Filter">The filter.</param>
public sealed record SampleChoice(SampleFilter Filter)
{
    /// <summary>Stands for any two judges.</summary>
    public const string AnyTwo = "*";

    private static readonly string[] Names = ["q", "group", "property", "more", "voter", "vote", "disagree", "with", "wrong", "decided-by", "decided", "flagged", "annotator"];

    /// <summary>What each part of the filter asks for, in words, with the address without it.</summary>
    public required IReadOnlyList<(string Text, PageQuery Without)> Parts { get; init; }

    /// <summary>What is still to be chosen before a part counts, in words.</summary>
    public required IReadOnlyList<string> Incomplete { get; init; }

    /// <summary>The choice that an address makes.</summary>
    public static SampleChoice Of(PageQuery query)
    {
        var (voter, disagree, with, decidedBy, decided) = (query.One("voter"), query.One("disagree"), query.One("with"), query.One("decided-by"), query.One("decided"));
        var filter = new SampleFilter
        {
            Text = query.One("q"),
            Scenario = query.One("group"),
            Property = query.One("property") is { } property ? new PropertyDifference(property, SideOf(query)) : null,
            Vote = voter is null ? null : new VoteCondition(voter, VerdictOf(query)),
            Disagree = disagree == AnyTwo ? Disagreement.Any : disagree is not null && with is not null && with != disagree ? new Disagreement((disagree, with)) : null,
            ModelWrong = query.One("wrong"),
            DecidedBy = decidedBy is not null && decided is not null ? new DecisiveProperty(decidedBy, decided) : null,
            Flagged = query.One("flagged") is not null,
            Annotator = query.One("annotator"),
        };
        return new SampleChoice(filter)
        {
            Parts = [.. PartsOf(filter, query)],
            Incomplete =
            [
                .. filter.Property is null && query.One("more") is not null ? ["Choose the property in which the responses differ, or are equal."] : Array.Empty<string>(),
                .. voter is null && query.One("vote") is not null ? ["Choose the judge whose vote it is."] : Array.Empty<string>(),
                .. with is not null && disagree is null or AnyTwo ? [$"Choose the judge that disagrees with {PlainText.Name(with)}."] : Array.Empty<string>(),
                .. disagree is not null and not AnyTwo && filter.Disagree is null ? [$"Choose another judge that {PlainText.Name(disagree)} disagrees with."] : Array.Empty<string>(),
                .. decidedBy is null != decided is null ? [decided is null ? "Choose the property that decided." : "Choose the judge for whom the property decided."] : Array.Empty<string>(),
            ],
        };
    }

    /// <summary>The filter of an address and the place in the list, without what else the address says.</summary>
    public static PageQuery Only(PageQuery query) => Names.Append("from").Aggregate(PageQuery.Empty, (only, name) => only.With(name, query.All(name)));

    /// <summary>The filter for a study: an address that names no annotator means the usual one.</summary>
    /// <param name="reading">The study.</param>
    public SampleFilter FilterIn(SourceReading reading) => Filter.Annotator is null ? Filter with { Annotator = StudyDissection.Usual(reading) } : Filter;

    private static MoreOf SideOf(PageQuery query) => query.One("more") switch { "a" => MoreOf.A, "b" => MoreOf.B, "neither" => MoreOf.Neither, _ => MoreOf.Either };

    private static Verdict VerdictOf(PageQuery query) => query.One("vote") switch { "b" => Verdict.B, "tie" => Verdict.Tie, _ => Verdict.A };

    private static IEnumerable<(string Text, PageQuery Without)> PartsOf(SampleFilter filter, PageQuery query)
    {
        PageQuery Without(params string[] names) => query.Without([.. names, "from"]);
        if (filter.Text is { } text) yield return ($"holds “{PlainText.Name(text)}”", Without("q"));
        if (filter.Scenario is { } group) yield return ($"in {GroupText.Of(group)}", Without("group"));
        if (filter.Property is { } property) yield return ($"{SideText(property.Side)} {PlainText.Name(property.Property)}", Without("property", "more"));
        if (filter.Vote is { } vote) yield return ($"{PlainText.Name(vote.Judge)} votes {(vote.Verdict == Verdict.Tie ? "tie" : vote.Verdict.ToString())}", Without("voter", "vote"));
        if (filter.Disagree is { } disagree) yield return (disagree.Judges is { } two ? $"{PlainText.Name(two.One)} and {PlainText.Name(two.Other)} disagree" : "any two judges disagree", Without("disagree", "with"));
        if (filter.ModelWrong is { } wrong) yield return ($"the fit of {PlainText.Name(wrong)} is wrong", Without("wrong"));
        if (filter.DecidedBy is { } by) yield return ($"{PlainText.Name(by.Property)} decides for {PlainText.Name(by.Judge)}", Without("decided-by", "decided"));
        if (filter.Flagged) yield return ("signs of manipulation", Without("flagged"));
    }

    private static string SideText(MoreOf side) => side switch
    {
        MoreOf.A => "A is more",
        MoreOf.B => "B is more",
        MoreOf.Neither => "both are equally",
        _ => "they differ in",
    };
}
