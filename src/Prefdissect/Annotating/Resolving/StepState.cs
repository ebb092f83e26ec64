using Prefdissect.Annotating.Asking;

namespace Prefdissect.Annotating.Resolving;

/// <summary>How far a step of a pair is.</summary>
public abstract record StepState
{
    private StepState()
    {
    }

    /// <summary>Its questions have been answered: one, or one a response in single mode.</summary>
    /// <param name="Answers">The questions and what the model wrote, as it came.</param>
    public sealed record Answered(IReadOnlyList<(StepQuestion Question, string Text)> Answers) : StepState;

    /// <summary>There was nothing to ask.</summary>
    /// <param name="Reason">Why, as a clause.</param>
    public sealed record NotCalledFor(string Reason) : StepState;

    /// <summary>It failed.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Failed(string Reason) : StepState;

    /// <summary>It was not asked.</summary>
    public sealed record Missing : StepState;
}
