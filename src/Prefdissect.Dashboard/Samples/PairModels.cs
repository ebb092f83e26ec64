using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Dissecting.Published;
using Prefdissect.Reporting;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Explaining;

namespace Prefdissect.Dashboard.Samples;

/// <summary>What the fitted judges, and a published one where it is asked for, say of a pair.</summary>
public sealed record PairModels
{
    /// <summary>The explanation; <see langword="null"/> where there is none.</summary>
    public Explanation? Explanation { get; private init; }

    /// <summary>The judge that the figure explains; <see langword="null"/> where none can be.</summary>
    public JudgeExplanation? Chosen { get; private init; }

    /// <summary>What hinders, in words and with what to do; <see langword="null"/> where nothing does.</summary>
    public string? Problem { get; private init; }

    /// <summary>What the models say of a pair.</summary>
    /// <param name="reading">The study.</param>
    /// <param name="pair">The pair's id.</param>
    /// <param name="query">The address: <c>judge</c> and <c>annotator</c>.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static PairModels Of(SourceReading reading, string pair, PageQuery query, CancellationToken cancellation)
    {
        var judge = query.One("judge");
        var isPublished = judge is not null && PublishedJudges.HasPrefix(judge);
        var request = new ExplainRequest
        {
            Pair = pair,
            Published = isPublished ? [judge!] : [],
            Annotator = query.One("annotator") ?? StudyDissection.Usual(reading),
            // Whether fits are out of date takes reading the study whole; the pages of fits tell it.
            MostPairsToCheck = 0,
            // One judge's waterfall is drawn; of the others the page shows the probability alone.
            IntervalsOf = judge is null ? [] : [judge],
        };
        try
        {
            var explanation = reading.Read(study => ExplainWorkflow.Run(study, request, cancellation));
            var chosen = judge is null
                ? explanation.Judges.FirstOrDefault(of => of.Votes is not null) ?? (explanation.Judges.Count > 0 ? explanation.Judges[0] : null)
                : explanation.Judges.FirstOrDefault(of => of.Judge == judge);
            if (chosen is { IsPublished: false, Explained: { Low: not null, ShapleyDraws: 0 } })
            {
                chosen = reading.Read(study => ExplainWorkflow.Run(study, request with { Judges = [chosen.Judge], IntervalsOf = null }, cancellation)).Judges[0];
            }
            return new PairModels { Explanation = explanation, Chosen = chosen, Problem = chosen is null ? WhyNone(explanation, judge) : null };
        }
        catch (RequestException error)
        {
            return new PairModels { Problem = error.Message };
        }
    }

    private static string WhyNone(Explanation explanation, string? judge)
    {
        if (judge is null && explanation.NotExplained.Count == 0) return "No judge is fitted yet.";
        var not = explanation.NotExplained.FirstOrDefault(of => judge is null || of.Judge == judge);
        return not is not null
            ? $"The fit of {PlainText.Name(not.Judge)} says nothing of this pair. {not.Reason}"
            : $"There is no fitted judge '{PlainText.Name(judge!)}'. There are {PlainText.Joined([.. explanation.Judges.Select(of => PlainText.Name(of.Judge))])}.";
    }
}
