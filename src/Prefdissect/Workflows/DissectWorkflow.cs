using Prefdissect.Dissecting;
using Prefdissect.Dissecting.AnnotatorErrors;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Finds the fits to show and what belongs beside them: planted truth, likeness to the published judges, whether they still hold.</summary>
public static class DissectWorkflow
{
    /// <summary>The fits asked for.</summary>
    /// <exception cref="RequestException">A judge, group or annotator is not there, or nothing was fitted yet.</exception>
    public static DissectionView Run(Study study, DissectRequest request)
    {
        using var state = study.BeginRead();
        return Run(study, request, StudyFits.Of(study));
    }

    /// <summary>As <see cref="Run(Study, DissectRequest)"/>, of fits that were read already.</summary>
    /// <inheritdoc cref="Run(Study, DissectRequest)"/>
    public static DissectionView Run(Study study, DissectRequest request, StudyFits fits)
    {
        using var state = study.BeginRead();
        var reader = new StudyReader(study);
        var judges = StudySelection.Judges(reader, request.Judges);
        var annotator = AnnotatorChoice.Of(reader.Annotators(), request.Annotator);
        var all = fits.Shown.Where(fit => fit.Subject.Annotator == annotator).ToList();
        var ofJudges = all.Where(fit => judges.Contains(fit.Subject.Judge)).ToList();
        if (ofJudges.Count == 0)
        {
            throw new RequestException($"Nothing is fitted yet on the ratings of '{annotator.Id}'. Run `prefdissect fit -s {ShellWord.Of(study.Path)} --annotator {ShellWord.Of(annotator.Id)}`.");
        }
        var groups = request.Groups.Select(StudySelection.GroupName).ToList();
        if (request.Judges.FirstOrDefault(judge => ofJudges.TrueForAll(fit => fit.Subject.Judge != judge)) is { } missing)
        {
            throw new RequestException($"Judge '{missing}' is not fitted yet on the ratings of '{annotator.Id}'. Run `prefdissect fit -s {ShellWord.Of(study.Path)} --judge {ShellWord.Of(missing)}`.");
        }
        var shown = ofJudges.Where(fit => groups.Count == 0 || groups.Contains(fit.Subject.Group)).ToList();
        var unknown = groups.Except(ofJudges.Select(fit => fit.Subject.Group), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            var fitted = ofJudges.Select(fit => fit.Subject.Group).Distinct().ToList();
            throw new RequestException($"Group '{unknown[0]}' is not fitted; fitted are {StudySelection.Shortened(fitted)}. Fit it with `prefdissect fit -s {ShellWord.Of(study.Path)} --group {ShellWord.Of(unknown[0])}`.");
        }
        var view = new DissectionView(shown)
        {
            Annotator = annotator,
            SimulatedJudges = reader.SimulatedJudges(),
            Planted = reader.PlantedWeights(),
            FlaggedResponses = reader.FlaggedResponses(),
            UnscannedResponses = reader.CountUnscanned(),
            Nearest = all.Where(fit => fit.Subject.Group == Group.All && judges.Contains(fit.Subject.Judge)).ToDictionary(
                fit => fit.Subject.Judge, fit => NearestJudge.RankingFor(fit.PosteriorMeans)),
            Properties = reader.Properties(),
            Corrections = Corrections(study, shown),
            Freshness = FreshnessCheck.NotHeld,
            DataHash = fits.DataHash,
        };
        return request.Freshness == FreshnessCheck.Held ? Held(study, view) : view;
    }

    /// <summary>Fits that were read without looking, held against what the study says now.</summary>
    public static DissectionView Held(Study study, DissectionView view)
    {
        using var state = study.BeginRead();
        var rated = new RatedStudy(study, view.Annotator);
        var held = new HeldFits(new FitStore(study), rated).Of(view.Fits).ToList();
        return view with
        {
            Fits = [.. held.Select(of => of.Fit)],
            Stale = held.Where(of => !of.Holds).Select(of => of.Fit.Subject).ToHashSet(),
            FlagEffects = held.Where(of => of.Flags is not null).ToDictionary(of => of.Fit.Subject, of => of.Flags!),
            StaleCorrections = StaleCorrections(study, rated, view.Corrections),
            Freshness = FreshnessCheck.Held,
        };
    }

    private static Dictionary<FitSubject, FitCorrection> Corrections(Study study, IEnumerable<JudgeFit> fits)
    {
        var store = new CorrectionStore(study);
        if (store.IsEmpty()) return [];
        return fits.Select(fit => (fit.Subject, Correction: store.Shown(fit))).Where(of => of.Correction is not null).ToDictionary(of => of.Subject, of => of.Correction!);
    }

    private static HashSet<FitSubject> StaleCorrections(Study study, RatedStudy rated, IReadOnlyDictionary<FitSubject, FitCorrection> corrections)
    {
        var now = corrections.Values.Select(correction => correction.Trusted.Id).Distinct(StringComparer.Ordinal)
            .ToDictionary(trusted => trusted, trusted => AnnotatorMistakes.Measured(study, rated, trusted).DataHash, StringComparer.Ordinal);
        return [.. corrections.Where(of => now[of.Value.Trusted.Id] != of.Value.MistakesHash).Select(of => of.Key)];
    }
}
