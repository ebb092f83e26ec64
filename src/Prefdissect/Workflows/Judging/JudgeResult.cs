using Prefdissect.Judging;
using Prefdissect.Models.Answers;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>What a run of a judge did, and how far the judge is.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Judged">Pairs that were asked or read in this run.</param>
/// <param name="Counts">How far the judge is, all runs together.</param>
/// <param name="End">Why the run ended.</param>
public sealed record JudgeResult(JudgeDescription Judge, int Judged, JudgementCounts Counts, AskingEnd End)
{
    /// <summary>The failure that stopped the work, or <see langword="null"/>.</summary>
    public ModelFailure? Stop { get; init; }

    /// <summary>What a person should know before using the judge, a sentence each.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}
