using Polly;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Requests;

namespace Prefdissect.Models.Asking;

/// <summary>One request on its way through the pipeline, and what its attempts have in common.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Body">The body, written once.</param>
/// <param name="Tokens">Tokens that it is guessed to take, sent and received.</param>
/// <param name="MostCost">The most that one attempt could cost, in US dollars.</param>
/// <param name="Keep">Keeps an answer that came, as part of the attempt.</param>
internal sealed record Call(ModelRequest Request, byte[] Body, int Tokens, double MostCost, Func<ModelAnswer, ValueTask<ModelOutcome>> Keep)
{
    /// <summary>Gives up an attempt that is under way.</summary>
    public CancellationToken GivenUp { get; init; }

    /// <summary>What became of other requests of the same work, or <see langword="null"/> where this one stands alone.</summary>
    public Standing? Standing { get; init; }

    public static ResiliencePropertyKey<Call> Property { get; } = new("prefdissect.call");
}
