using Prefdissect.Dashboard.Sources;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Samples;

/// <summary>What the filters of the Samples page offer.</summary>
/// <param name="Judges">Names of the judges.</param>
/// <param name="Groups">Scenarios, then other groups.</param>
/// <param name="Properties">The properties.</param>
/// <param name="Annotators">Names of the annotators, each once.</param>
public sealed record SampleOptions(IReadOnlyList<string> Judges, IReadOnlyList<string> Groups, PropertySet Properties, IReadOnlyList<string> Annotators)
{
    /// <summary>Of a large study, and above so many groups, only scenarios are offered: every vote may have a group of its own.</summary>
    private const int MostGroups = 200;

    /// <summary>What a study offers.</summary>
    public static SampleOptions Of(SourceReading reading) => reading.Kept("samples/options", study =>
    {
        var reader = new StudyReader(study);
        return new SampleOptions(reader.JudgeNames(), GroupsOf(reading.IsLarge(study), reader), reader.Properties(), [.. reader.Annotators().Select(annotator => annotator.Id).Distinct(StringComparer.Ordinal)]);
    });

    /// <summary>The properties that an annotator measured; <see langword="null"/> where that is not known yet, or would take reading all ratings of a large study.</summary>
    /// <param name="reading">The study.</param>
    /// <param name="annotator">The annotator by name; <see langword="null"/> where nobody rated.</param>
    public static IReadOnlyList<string>? Measured(SourceReading reading, string? annotator) => annotator is null ? [] : reading.KeptSoon($"samples/measured/{annotator}", study =>
    {
        var reader = new StudyReader(study);
        return new MeasuredProperties(reading.IsLarge(study) ? null : [.. new RatingReader(study, AnnotatorChoice.Of(reader.Annotators(), annotator)).Properties.Select(property => property.ShortName)]);
    })?.Names;

    private static IReadOnlyList<string> GroupsOf(bool isLarge, StudyReader reader)
    {
        var scenarios = reader.Scenarios();
        if (isLarge) return scenarios;
        var others = reader.GroupsOfContexts().Values.SelectMany(groups => groups).Distinct(StringComparer.Ordinal).Except(scenarios.Append(Group.All), StringComparer.Ordinal).ToList();
        return others.Count > MostGroups ? scenarios : [.. scenarios, .. others.Order(StringComparer.Ordinal)];
    }

    private sealed record MeasuredProperties(IReadOnlyList<string>? Names);
}
