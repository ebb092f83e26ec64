using Prefdissect.Models.Answers;

namespace Prefdissect.Models.Asking;

/// <summary>What has become of the requests so far, and whether there is sense in sending more. Safe for use from several threads.</summary>
internal sealed class Standing
{
    private const int MostAlike = 10;
    private readonly Lock gate = new();
    private ModelFailure? refusal;
    private int alike;
    private bool hasAnswered;
    private ModelFailure? stop;

    /// <summary>The failure that would meet every other request too, or <see langword="null"/>.</summary>
    public ModelFailure? Stop
    {
        get
        {
            lock (gate) return stop;
        }
    }

    /// <summary>Takes note of an outcome, and says what it means beside the others: a refusal that is one of many of the same is one of the work and not of the request.</summary>
    public ModelOutcome Seen(ModelOutcome outcome)
    {
        lock (gate)
        {
            if (outcome.Received is not null) (hasAnswered, alike) = (true, 0);
            if (outcome.Failure is not { } failure) return outcome;
            var meant = failure.Reason is FailureReason.BadRequest or FailureReason.Forbidden ? failure with { Reason = Meant(failure) } : failure;
            if (meant.StopsWork) stop ??= meant;
            return ReferenceEquals(meant, failure) ? outcome : ModelOutcome.Of(meant);
        }
    }

    private FailureReason Meant(ModelFailure failure)
    {
        alike = refusal is not null && refusal.Status == failure.Status && Words(refusal) == Words(failure) ? alike + 1 : 1;
        refusal = failure;
        return failure.Reason switch
        {
            FailureReason.Forbidden when !hasAnswered || alike >= MostAlike => FailureReason.Unauthorized,
            FailureReason.BadRequest when alike >= MostAlike => FailureReason.EveryRequestRefused,
            _ => failure.Reason,
        };
    }

    // Counts of tokens and numbers of requests differ where the reason is the same.
    private static string Words(ModelFailure failure) => string.Concat(failure.Detail.Where(c => !char.IsDigit(c)));
}
