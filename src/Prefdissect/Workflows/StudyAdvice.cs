using System.Globalization;
using Prefdissect.Annotating;
using Prefdissect.Dissecting.Writers;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>What is missing in a study for which command, and what to be careful about.</summary>
internal static class StudyAdvice
{
    /// <summary>A study whose condition number is above this has properties that a fit can hardly tell apart (Belsley, Kuh and Welsch 1980).</summary>
    private const double LargeConditionNumber = 30;

    public static IReadOnlyList<string> For(StudyExamination study) => [.. Missing(study), .. Careful(study), .. Confounded(study)];

    private static IEnumerable<string> Missing(StudyExamination study)
    {
        if (study.Counts.Votes == 0) yield return $"There are no votes: `prefdissect import FILE -s {ShellWord.Of(study.Path)}` reads some; everything else waits for them.";
        else if (!study.Annotators.Any(of => of.Annotator.Id != AnnotatorIdentity.Planted.Id)) yield return $"No response is rated: `fit` waits for `prefdissect annotate -s {ShellWord.Of(study.Path)} --annotator surface`.";
        else if (study.Fits == 0) yield return $"Nothing is fitted: `dissect` and `similarity` wait for `prefdissect fit -s {ShellWord.Of(study.Path)}`.";
        else yield return $"`dissect` and `similarity` can show {study.Fits} fits.";
    }

    private static IEnumerable<string> Careful(StudyExamination study)
    {
        if (study.OlderVersion is { } version)
        {
            yield return Text($"The study has schema version {version}, and this program writes version {Study.ProgramVersion}: `import`, `annotate` and `fit` migrate it, after a backup copy beside it. It was only read now.");
        }
        if (study.UnratedResponses > 0) yield return Text($"{study.UnratedResponses} responses are not rated by surface yet; fits leave their pairs out until `prefdissect annotate` runs again.");
        if (study.UnhealthyFits > 0) yield return Text($"{study.UnhealthyFits} of {study.Fits} fits are not healthy; fit them again with more draws before relying on them.");
        if (study.Simulated) yield return "The study is simulated: texts, votes and ratings by `planted` were made by the simulator.";
        if (study.FlaggedResponses > 0) yield return Text($"{study.FlaggedResponses} responses show signs of manipulation, which a model that rates or judges may follow: `dissect` says how far each fit rests on them, `fit --without-flagged` leaves them out.");
        if (study is { UnscannedResponses: > 0, Annotators.Count: > 0 }) yield return Text($"{study.UnscannedResponses} responses were not looked through for signs of manipulation yet: `annotate` and `fit` do it.");
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

    /// <summary>Where who wrote a response can stand behind what looks like taste. A sentence that holds for several judges is said once.</summary>
    private static IEnumerable<string> Confounded(StudyExamination study)
    {
        var sides = study.WriterSides.SelectMany(of => new[] { (of.Judge, Text: OfSide(of.SideA, "A")), (of.Judge, Text: OfSide(of.SideB, "B")), (of.Judge, Text: OfWriter(of)) });
        var telling = study.Annotators.SelectMany(of => of.Writers).SelectMany(of => of.Telling.Select(one => (of.Judge, Text: (string?)OfTelltale(one, of.Annotator))));
        foreach (var same in sides.Concat(telling).Where(one => one.Text is not null).GroupBy(one => one.Text, one => one.Judge))
        {
            yield return $"{Who([.. same.Distinct(StringComparer.Ordinal)])}: {same.Key}";
        }
    }

    private static string Who(IReadOnlyList<string> judges) => judges.Count == 1 ? $"Judge {judges[0]}" : $"Judges {StudySelection.Shortened(judges)}";

    private static string? OfSide(WriterShare side, string letter) => side.Share <= WriterSides.Dominant ? null : Text(
        $"{side.Writer} wrote {Percent(side.Share)} of the responses on side {letter}, so a liking for that side cannot be told from one for that writer. Votes with the sides exchanged would tell.");

    private static string? OfWriter(WriterSides of) => of.Most.Share <= WriterSides.Dominant ? null : Text(
        $"{of.Most.Writer} wrote one of the two responses in {Percent(of.Most.Share)} of the votes, so weights also tell how its texts differ from the others'. Compare with `fit --control model`.");

    private static string OfTelltale(WriterTelltale one, string annotator) => one.IsWriter
        ? Text($"who of {one.Name} and its rivals wrote a response is nearly told by the properties rated by {annotator} (R² {one.Determination:0.00} on {one.Pairs} pairs): liking the writer and liking its style cannot be told apart, and `fit --control model` will say so by wide intervals.")
        : Text($"'{one.Name}' as rated by {annotator} is nearly told by who wrote the response (R² {one.Determination:0.00} on {one.Pairs} pairs): its weight may be a writer's strength. Compare with `fit --control model`.");

    // Rounded down, so that 99.96 % is not called all.
    private static string Percent(double share) => Text($"{Math.Floor(share * 1000) / 10:0.#} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
