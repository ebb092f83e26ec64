using Prefdissect.Workflows;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Dashboard.Bias;

/// <summary>How far the measuring of a study's judges has come.</summary>
/// <param name="View">The result, or an earlier one while it is measured again; <see langword="null"/> where there is none yet.</param>
/// <param name="IsMeasuring">Whether measuring goes on.</param>
/// <param name="Progress">How far it is; <see langword="null"/> while the study is read.</param>
public sealed record BiasState(JudgesView? View, bool IsMeasuring, WorkProgress? Progress);
