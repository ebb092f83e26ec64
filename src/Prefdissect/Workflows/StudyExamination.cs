using Prefdissect.Annotating;
using Prefdissect.Dissecting.Writers;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>What <c>doctor</c> found in a study.</summary>
/// <param name="Path">The study file.</param>
/// <param name="Counts">What it holds, counted.</param>
/// <param name="Judges">Its judges.</param>
/// <param name="Annotators">What each annotator's ratings allow.</param>
/// <param name="Fits">Number of fits stored and shown.</param>
public sealed record StudyExamination(
    string Path, StudyCounts Counts, IReadOnlyList<JudgeCounts> Judges, IReadOnlyList<AnnotatorExamination> Annotators, int Fits)
{
    /// <summary>Most places with signs of manipulation that are listed.</summary>
    public const int MostPlaces = 100;

    /// <summary>Usable pairs a judge and group as far as votes tell; empty where an annotator has rated, since then its ratings tell more.</summary>
    public IReadOnlyList<GroupExamination> GroupsByVotes { get; init; } = [];

    /// <summary>Version of the file's schema, where it is older than this program's; <see langword="null"/> otherwise.</summary>
    public int? OlderVersion { get; init; }

    /// <summary>Those of the fits whose draws cannot be trusted.</summary>
    public int UnhealthyFits { get; init; }

    /// <summary>Responses that the surface annotator, where it was used, has not rated yet.</summary>
    public int UnratedResponses { get; init; }

    /// <summary>Whether anything in it is simulated.</summary>
    public bool Simulated { get; init; }

    /// <summary>Who wrote what each judge saw, of judges whose votes name writers.</summary>
    public IReadOnlyList<WriterSides> WriterSides { get; init; } = [];

    /// <summary>In a simulated study: how far the surface annotator finds what was planted, a property each.</summary>
    public IReadOnlyList<AnnotatorAgreement> SurfaceAgreement { get; init; } = [];

    /// <summary>In a simulated study with fits: how far rating errors pull weights towards 0.</summary>
    public IReadOnlyList<Attenuation> Attenuation { get; init; } = [];

    /// <summary>What is missing for which command, and what to be careful about; sentences.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>Responses with signs of manipulation, of those that were looked through.</summary>
    public int FlaggedResponses { get; init; }

    /// <summary>Places that show signs of manipulation: the first <see cref="MostPlaces"/>.</summary>
    public IReadOnlyList<Studies.FlaggedPlace> FlaggedPlaces { get; init; } = [];

    /// <summary>Responses that were not looked through for signs of manipulation.</summary>
    public int UnscannedResponses { get; init; }
}
