using Prefdissect.Annotating.Asking;

namespace Prefdissect.Annotating.Answers;

/// <summary>One error of a response.</summary>
/// <param name="Description">What is wrong, in the annotator's words; hostile, since a response may have dictated them.</param>
/// <param name="Type">Its kind.</param>
/// <param name="Severity">How much it harms.</param>
public sealed record FoundError(string Description, ErrorType Type, ErrorSeverity Severity);
