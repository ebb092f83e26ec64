using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Writers;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>What does a study allow? Reads everything, changes nothing.</summary>
public static class DoctorWorkflow
{
    /// <summary>Examines a study.</summary>
    public static StudyExamination Run(Study study, CancellationToken cancellation)
    {
        using var state = study.BeginRead();
        var reader = new StudyReader(study);
        var annotators = new List<AnnotatorExamination>();
        foreach (var annotator in reader.Annotators())
        {
            cancellation.ThrowIfCancellationRequested();
            annotators.Add(Examine(study, reader, annotator));
        }
        var fits = new FitStore(study).Shown();
        var examination = new StudyExamination(study.Path, reader.Counts(), reader.Judges(), annotators, fits.Count)
        {
            GroupsByVotes = annotators.Count > 0 ? [] : ByVotes(study, reader),
            OlderVersion = study.FileVersion < Study.ProgramVersion ? study.FileVersion : null,
            UnhealthyFits = fits.Count(fit => !fit.Health.IsHealthy),
            UnratedResponses = annotators.Exists(of => of.Annotator == AnnotatorIdentity.Surface) ? reader.CountUnrated(AnnotatorIdentity.Surface) : 0,
            Simulated = reader.IsSimulated(),
            FlaggedResponses = reader.FlaggedResponses(),
            FlaggedPlaces = reader.FlaggedPlaces(StudyExamination.MostPlaces),
            UnscannedResponses = reader.CountUnscanned(),
            WriterSides = [.. reader.WritersBySide().GroupBy(row => row.Judge).Select(of => WriterSides.Of(of.Key, [.. of.Select(row => (row.A, row.B, row.Votes))])).OfType<WriterSides>()],
            SurfaceAgreement = SurfaceAgreement(study, reader),
            Attenuation = Attenuation.Of(fits, reader.PlantedWeights()),
        };
        return examination with { Advice = StudyAdvice.For(examination) };
    }

    private static AnnotatorExamination Examine(Study study, StudyReader reader, AnnotatorIdentity annotator)
    {
        var rated = new RatedStudy(study, annotator);
        var groups = new List<GroupExamination>();
        var writers = new List<WriterExamination>();
        foreach (var judge in reader.JudgesWithVotes())
        {
            var byGroup = rated.ByGroup(judge, Control.Model);
            var telltales = WriterTelltale.Of(Design.Build(rated.Properties, byGroup[Group.All]));
            if (telltales.Count > 0) writers.Add(new WriterExamination(judge, annotator.Id, telltales));
            foreach (var (group, pairs) in byGroup)
            {
                var report = Design.Build(rated.Properties, pairs).Report;
                groups.Add(new GroupExamination(judge, group, report.JudgedPairs, report.Pairs));
            }
        }
        // Every pair once, whoever judged it: what varies and what goes together is a matter of the ratings alone.
        var whole = Design.Build(rated.Properties, rated.Pairs.Select(pair => new JudgedPair(pair, new VoteCounts(1, 0, 0))));
        return new AnnotatorExamination(annotator, groups, whole.Report.Properties, Collinearity.Of(whole)) { Writers = writers };
    }

    // Through the eyes of an annotator that has rated nothing: what is left is what the votes allow.
    private static List<GroupExamination> ByVotes(Study study, StudyReader reader)
    {
        var unrated = new RatedStudy(study, AnnotatorIdentity.Surface);
        var groups = new List<GroupExamination>();
        foreach (var judge in reader.JudgesWithVotes())
        {
            foreach (var (group, pairs) in unrated.ByGroup(judge))
            {
                var report = Design.Build(unrated.Properties, pairs).Report;
                groups.Add(new GroupExamination(judge, group, report.JudgedPairs, report.EligiblePairs));
            }
        }
        return groups;
    }

    private static IReadOnlyList<AnnotatorAgreement> SurfaceAgreement(Study study, StudyReader reader)
    {
        var annotators = reader.Annotators();
        var planted = annotators.LastOrDefault(annotator => annotator.Id == AnnotatorIdentity.Planted.Id);
        var surface = annotators.LastOrDefault(annotator => annotator.Id == AnnotatorIdentity.Surface.Id);
        if (planted is null || surface is null) return [];
        var (one, other) = (new RatingReader(study, surface), new RatingReader(study, planted));
        var pairs = one.Pairs().Zip(other.Pairs(), (a, b) => (One: a.Pair, Other: b.Pair)).ToList();
        return
        [
            .. one.Properties.Select((property, column) => (Property: property, One: column, Other: IndexOf(other.Properties, property)))
                .Where(both => both.Other >= 0)
                .Select(both => AnnotatorAgreement.Of(
                    both.Property,
                    pairs.SelectMany(pair => new[] { (pair.One.First[both.One], pair.Other.First[both.Other]), (pair.One.Second[both.One], pair.Other.Second[both.Other]) }),
                    pairs.Select(pair => (
                        Comparison.Of(both.Property, pair.One.First[both.One], pair.One.Second[both.One])?.Sign,
                        Comparison.Of(both.Property, pair.Other.First[both.Other], pair.Other.Second[both.Other])?.Sign)))),
        ];
    }

    private static int IndexOf(IReadOnlyList<Property> properties, Property property)
    {
        for (var i = 0; i < properties.Count; i++)
        {
            if (properties[i].ShortName == property.ShortName) return i;
        }
        return -1;
    }
}
