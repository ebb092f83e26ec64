using Prefdissect.Dissecting;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>The stored fits of a study that are shown, as they were read, and the votes that they stand beside.</summary>
/// <param name="Shown">Of every annotator, by judge and group.</param>
/// <param name="DataHash">Hash of the votes.</param>
public sealed record StudyFits(IReadOnlyList<JudgeFit> Shown, string DataHash)
{
    /// <summary>Reads them.</summary>
    public static StudyFits Of(Study study)
    {
        using var state = study.BeginRead();
        return new StudyFits(new FitStore(study).Shown(), new StudyReader(study).DataHash().ToString());
    }
}
