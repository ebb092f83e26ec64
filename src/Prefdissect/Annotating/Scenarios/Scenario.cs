namespace Prefdissect.Annotating.Scenarios;

/// <summary>A kind of task that a query is: one of the 58 of Auto-J (Li et al. 2023), with a definition of ours.</summary>
/// <param name="Name">Name as in the Auto-J data, such as <c>writing_email</c>.</param>
/// <param name="Definition">What the user wants, as a clause.</param>
public sealed record Scenario(string Name, string Definition);
