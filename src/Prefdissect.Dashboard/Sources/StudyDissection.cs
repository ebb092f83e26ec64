using Prefdissect.Annotating;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Sources;

/// <summary>The stored fits of a study, as several pages need them; read once until the file changes.</summary>
/// <remarks>What is kept and made of something else that is kept asks for it while it is made itself: so it is never of an older state of the file than it says.</remarks>
public static class StudyDissection
{
    /// <summary>The fits of every annotator, as they are stored; of a large study without the hash of its votes.</summary>
    public static StudyFits Fits(SourceReading reading) => reading.Kept("fits", study => reading.IsLarge(study) ? StudyFits.WithoutHash(study) : StudyFits.Of(study));

    /// <summary>The annotators, by name, on whose ratings something can be shown: where several rated, those with fits.</summary>
    public static IReadOnlyList<string> Annotators(SourceReading reading) => reading.Kept("fitted annotators", study =>
    {
        var all = Rated(study);
        if (all.Count < 2) return all;
        var fitted = Fits(reading).Shown.Select(fit => fit.Subject.Annotator.Id).ToHashSet(StringComparer.Ordinal);
        return all.FindAll(fitted.Contains);
    });

    /// <summary>
    /// The annotator that a page goes by where none is named, since it has to show something before anything is chosen: the first of <see cref="Annotators"/>, where nothing is
    /// fitted the first that rated; <see langword="null"/> where none did.
    /// </summary>
    public static string? Usual(SourceReading reading) => Annotators(reading) is [var fitted, ..] ? fitted : reading.Read(Rated) is [var first, ..] ? first : null;

    /// <summary>The fits on an annotator's ratings; where none is named, on those of the usual one (<see cref="Usual"/>).</summary>
    /// <exception cref="RequestException">Nothing is fitted yet, or there is no such annotator.</exception>
    public static DissectionView Of(SourceReading reading, string? annotator)
    {
        var named = annotator ?? Usual(reading);
        // Whether fits still hold takes reading all votes and ratings, in which time the fits themselves are shown long since.
        return reading.KeptSoon(HeldKey(named), study => HeldNow(reading, study, named)) ?? AsStored(reading, named);
    }

    /// <summary>The same, however long it takes: for what is worked out beside the requests, or goes into a file.</summary>
    /// <inheritdoc cref="Of"/>
    public static DissectionView Held(SourceReading reading, string? annotator)
    {
        var named = annotator ?? Usual(reading);
        return reading.Kept(HeldKey(named), study => HeldNow(reading, study, named));
    }

    /// <summary>The fits as they are stored, whether or not they hold.</summary>
    /// <inheritdoc cref="Of"/>
    public static DissectionView Stored(SourceReading reading, string? annotator) => AsStored(reading, annotator ?? Usual(reading));

    private static string HeldKey(string? annotator) => $"dissection held/{annotator}";

    private static DissectionView HeldNow(SourceReading reading, Study study, string? annotator)
    {
        var stored = AsStored(reading, annotator);
        // Fits of a large study are shown without holding them against all votes and ratings.
        return reading.IsLarge(study) ? stored with { Freshness = FreshnessCheck.TooLarge } : DissectWorkflow.Held(study, stored);
    }

    private static DissectionView AsStored(SourceReading reading, string? annotator) => reading.Kept(
        $"dissection/{annotator}", study => DissectWorkflow.Run(study, new DissectRequest { Annotator = annotator, Freshness = FreshnessCheck.NotHeld }, Fits(reading)));

    private static List<string> Rated(Study study) =>
        [.. new StudyReader(study).Annotators().Where(one => one.Id != AnnotatorIdentity.Planted.Id && !one.IsRepeat).Select(one => one.Id).Distinct(StringComparer.Ordinal)];
}
