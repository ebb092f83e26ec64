using Prefdissect.Dashboard.Sources;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Overview;

/// <summary>What is told of a study by reading all of its ratings: on a page that comes after the counts.</summary>
/// <param name="Coverage">Where properties are measured, by annotator; empty where the study is too large for a page.</param>
/// <param name="Warnings">What to be careful about; sentences.</param>
public sealed record StudyExamined(IReadOnlyDictionary<string, IReadOnlyList<PropertyCoverage>> Coverage, IReadOnlyList<string> Warnings)
{
    private const string Key = "examined";

    /// <summary>The examination; <see langword="null"/> while it goes on beside the requests.</summary>
    public static StudyExamined? Soon(SourceReading reading) => reading.KeptSoon(Key, study => Read(reading, study));

    /// <summary>The examination, however long it takes.</summary>
    public static StudyExamined Of(SourceReading reading) => reading.Kept(Key, study => Read(reading, study));

    private static StudyExamined Read(SourceReading reading, Study study)
    {
        using var state = study.BeginRead();
        var reader = new StudyReader(study);
        if (reading.IsLarge(study))
            return new StudyExamined(new Dictionary<string, IReadOnlyList<PropertyCoverage>>(), ["The study is large: what `prefdissect doctor` examines is not repeated on this page."]);
        var coverage = reader.Annotators().Where(annotator => !annotator.IsRepeat).GroupBy(annotator => annotator.Id, StringComparer.Ordinal).ToDictionary(of => of.Key, of => CoverageWorkflow.Run(study, of.Last()));
        // The first piece of advice says what to do next, which has its own place on the page.
        return new StudyExamined(coverage, [.. DoctorWorkflow.Run(study, CancellationToken.None).Advice.Skip(1)]);
    }
}
