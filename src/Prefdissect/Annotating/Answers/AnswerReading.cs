namespace Prefdissect.Annotating.Answers;

/// <summary>What came of reading an answer.</summary>
public abstract record AnswerReading
{
    private AnswerReading()
    {
    }

    /// <summary>It answers the question.</summary>
    /// <param name="Answer">What it says.</param>
    /// <param name="Notes">What had to be overlooked to read it, such as words around the JSON.</param>
    public sealed record Usable(StepAnswer Answer, IReadOnlyList<string> Notes) : AnswerReading;

    /// <summary>It does not.</summary>
    /// <param name="Reason">One of <see cref="AnswerFault"/>.</param>
    /// <param name="Problems">What is wrong, place by place; at least one.</param>
    public sealed record Unusable(string Reason, IReadOnlyList<AnswerProblem> Problems) : AnswerReading;
}
