using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Sources;

/// <summary>The stored fits of a study, as several pages need them; read once until the file changes.</summary>
public static class StudyDissection
{
    /// <summary>Above so many pairs fits are shown without holding them against all votes and ratings, which would take seconds.</summary>
    private const int MostHeld = 50_000;

    /// <summary>The fits on an annotator's ratings.</summary>
    /// <exception cref="RequestException">Nothing is fitted yet, or there is no such annotator.</exception>
    public static DissectionView Of(SourceReading reading, string? annotator) => reading.Kept($"dissection/{annotator}", study =>
    {
        var freshness = new StudyReader(study).Counts().Pairs <= MostHeld ? FreshnessCheck.Held : FreshnessCheck.NotHeld;
        return DissectWorkflow.Run(study, new DissectRequest { Annotator = annotator, Freshness = freshness });
    });
}
