using Prefdissect.Models.Answers;

namespace Prefdissect.Workflows.Asking;

/// <summary>What a failure that stops all work means for the whole of it.</summary>
internal static class AskingEnds
{
    public static AskingEnd Of(ModelFailure? stop, int notStored, CancellationToken cancelled) => stop switch
    {
        { Reason: FailureReason.CostLimit or FailureReason.RequestLimit } => AskingEnd.Limit,
        { Reason: FailureReason.Stopped } => AskingEnd.Cancelled,
        not null => AskingEnd.Unavailable,
        _ when cancelled.IsCancellationRequested => AskingEnd.Cancelled,
        _ => notStored > 0 ? AskingEnd.NotStored : AskingEnd.Complete,
    };
}
