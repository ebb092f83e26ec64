using Prefdissect.Dissecting;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>The stored fits of a study that are shown, as they were read, and the votes that they stand beside.</summary>
/// <param name="Shown">Of every annotator, by judge and group.</param>
/// <param name="DataHash">Hash of the votes; <see langword="null"/> where it was not worked out, since that reads all of them.</param>
public sealed record StudyFits(IReadOnlyList<JudgeFit> Shown, string? DataHash)
{
    /// <summary>Reads them.</summary>
    public static StudyFits Of(Study study)
    {
        using var state = study.BeginRead();
        return WithoutHash(study) with { DataHash = new StudyReader(study).DataHash().ToString() };
    }

    /// <summary>Reads the fits alone.</summary>
    public static StudyFits WithoutHash(Study study) => new(new FitStore(study).Shown(), null);
}
