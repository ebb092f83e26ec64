using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.AnnotatorErrors;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Properties;

namespace Prefdissect.Workflows;

/// <summary>Stored fits, ready to be shown.</summary>
/// <param name="Fits">By judge and group, <c>all</c> first.</param>
public sealed record DissectionView(IReadOnlyList<JudgeFit> Fits)
{
    /// <summary>Whose ratings the fits were made of.</summary>
    public required AnnotatorIdentity Annotator { get; init; }

    /// <summary>Judges whose votes, or part of them, were simulated.</summary>
    public required IReadOnlySet<string> SimulatedJudges { get; init; }

    /// <summary>True weights of simulated judges: judge → property → weight.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Planted { get; init; }

    /// <summary>Fits whose votes or ratings have changed since.</summary>
    public IReadOnlySet<FitSubject> Stale { get; init; } = new HashSet<FitSubject>();

    /// <summary>Whether <see cref="Stale"/> was looked for; without it a fit may be out of date and nobody has looked.</summary>
    public required FreshnessCheck Freshness { get; init; }

    /// <summary>How much of a fit hangs on pairs with a flagged response, where a fit with them and one without are both stored.</summary>
    public IReadOnlyDictionary<FitSubject, FlagEffect> FlagEffects { get; init; } = new Dictionary<FitSubject, FlagEffect>();

    /// <summary>Responses of the study with signs of manipulation.</summary>
    public int FlaggedResponses { get; init; }

    /// <summary>Responses of the study that were not looked through for signs of manipulation.</summary>
    public int UnscannedResponses { get; init; }

    /// <summary>The published judges most like each judge of the study, most alike first.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<NearestJudge>> Nearest { get; init; }

    /// <summary>Fits that were corrected for the mistakes of their annotator.</summary>
    public IReadOnlyDictionary<FitSubject, FitCorrection> Corrections { get; init; } = new Dictionary<FitSubject, FitCorrection>();

    /// <summary>Fits whose correction was made of ratings that have changed since.</summary>
    public IReadOnlySet<FitSubject> StaleCorrections { get; init; } = new HashSet<FitSubject>();

    /// <summary>The properties that the study knows, in the order in which they are shown.</summary>
    public PropertySet Properties { get; init; } = PropertySet.Published;

    /// <summary>Hash of the votes; <see langword="null"/> where it was not worked out, since that reads all of them.</summary>
    public required string? DataHash { get; init; }

    /// <summary>Whether anything shown is simulated.</summary>
    public bool Simulated => Fits.Any(fit => SimulatedJudges.Contains(fit.Subject.Judge));

    /// <summary>The correction of a fit; <see langword="null"/> where it has none.</summary>
    public FitCorrection? CorrectionOf(JudgeFit fit) => Corrections.GetValueOrDefault(fit.Subject);

    /// <summary>The true weight of a simulated judge, 0 where it has none; <see langword="null"/> for a judge that is not simulated.</summary>
    public double? PlantedWeight(string judge, string property) =>
        Planted.TryGetValue(judge, out var weights) ? weights.GetValueOrDefault(property) : null;
}
