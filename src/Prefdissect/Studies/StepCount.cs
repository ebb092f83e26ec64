namespace Prefdissect.Studies;

/// <summary>How many pairs have a step in one state.</summary>
/// <param name="Step">Name of the step.</param>
/// <param name="Status">The state.</param>
/// <param name="Reason">Why it failed; <see langword="null"/> for steps that are done.</param>
/// <param name="Count">Pairs.</param>
public sealed record StepCount(string Step, StepStatus Status, string? Reason, int Count);
