using System.Diagnostics.CodeAnalysis;

namespace Prefdissect.Models.Answers;

/// <summary>An answer, or why there is none: exactly one of the two.</summary>
public sealed record ModelOutcome
{
    private ModelOutcome(ModelAnswer? answer, ModelFailure? failure) => (Answer, Failure) = (answer, failure);

    /// <summary>The answer, or <see langword="null"/>.</summary>
    public ModelAnswer? Answer { get; }

    /// <summary>Why there is none, or <see langword="null"/>.</summary>
    public ModelFailure? Failure { get; }

    /// <summary>Whether there is an answer.</summary>
    [MemberNotNullWhen(true, nameof(Answer))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool HasAnswer => Answer is not null;

    /// <summary>The answer that came, used or not: what was paid.</summary>
    public ModelAnswer? Received => Answer ?? Failure?.Answer;

    /// <summary>What an answer comes to: itself, or a refusal where the server marks it as one.</summary>
    public static ModelOutcome Of(ModelAnswer answer) => answer switch
    {
        { Refusal: { } refusal } => new(null, new ModelFailure(FailureReason.Refused, FailureText.Shorten(refusal)) { Answer = answer }),
        { FinishReason: "refusal" } => new(null, new ModelFailure(FailureReason.Refused, FailureText.Shorten(answer.Text)) { Answer = answer }),
        { FinishReason: "content_filter" } => new(null, new ModelFailure(FailureReason.Filtered, "The server's filter kept the answer back.") { Answer = answer }),
        _ => new(answer, null),
    };

    /// <summary>No answer.</summary>
    public static ModelOutcome Of(ModelFailure failure) => new(null, failure);

    /// <summary>No answer.</summary>
    public static ModelOutcome Failed(FailureReason reason, string detail, int? status = null) => new(null, new ModelFailure(reason, detail, status));
}
