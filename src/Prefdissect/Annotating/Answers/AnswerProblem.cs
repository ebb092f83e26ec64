namespace Prefdissect.Annotating.Answers;

/// <summary>What is wrong with one place of an answer.</summary>
/// <param name="Field">The place, such as <c>friendly.response_1</c>; empty where the whole answer is meant.</param>
/// <param name="Found">What was found, without a full stop and without words of the answer.</param>
/// <param name="Expected">What was expected, without a full stop.</param>
public sealed record AnswerProblem(string Field, string Found, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => Field.Length > 0 ? $"{Field}: {Found}; expected {Expected}" : $"{Found}; expected {Expected}";
}
