using System.Globalization;
using Prefdissect.Annotating;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows;

/// <summary>What is missing in a study for which command, and what to be careful about.</summary>
internal static class StudyAdvice
{
    /// <summary>A study whose condition number is above this has properties that a fit can hardly tell apart (Belsley, Kuh and Welsch 1980).</summary>
    private const double LargeConditionNumber = 30;

    public static IReadOnlyList<string> For(StudyExamination study) => [.. Missing(study), .. Careful(study)];

    private static IEnumerable<string> Missing(StudyExamination study)
    {
        if (study.Counts.Votes == 0) yield return $"There are no votes: `prefdissect import FILE -s {study.Path}` reads some; everything else waits for them.";
        else if (!study.Annotators.Any(of => of.Annotator.Id != AnnotatorIdentity.Planted.Id)) yield return $"No response is rated: `fit` waits for `prefdissect annotate -s {study.Path} --annotator surface`.";
        else if (study.Fits == 0) yield return $"Nothing is fitted: `dissect` and `similarity` wait for `prefdissect fit -s {study.Path}`.";
        else yield return $"`dissect` and `similarity` can show {study.Fits} fits.";
    }

    private static IEnumerable<string> Careful(StudyExamination study)
    {
        if (study.UnratedResponses > 0) yield return Text($"{study.UnratedResponses} responses are not rated by surface yet; fits leave their pairs out until `prefdissect annotate` runs again.");
        if (study.UnhealthyFits > 0) yield return Text($"{study.UnhealthyFits} of {study.Fits} fits are not healthy; fit them again with more draws before relying on them.");
        if (study.Simulated) yield return "The study is simulated: texts, votes and ratings by `planted` were made by the simulator.";
        if (study.Counts.EqualResponses > 0) yield return Text($"{study.Counts.EqualResponses} pairs have two equal responses; fits leave them out.");
        if (study.Counts.MultiTurn > 0) yield return Text($"{study.Counts.MultiTurn} pairs are conversations of several turns.");
        foreach (var of in study.Annotators)
        {
            foreach (var group in of.Groups.Where(group => group.Group == Group.All && group.UsablePairs < Group.SmallestByDefault))
            {
                yield return Text($"Judge {group.Judge} has {group.UsablePairs} usable pairs with ratings by {of.Annotator.Id}: expect wide intervals below {Group.SmallestByDefault}.");
            }
            if (of.Collinearity is { ConditionNumber: > LargeConditionNumber } collinear)
            {
                yield return Text($"Properties rated by {of.Annotator.Id} go together strongly (condition number {collinear.ConditionNumber:0}): single weights are uncertain even where all of them together predict well.");
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
