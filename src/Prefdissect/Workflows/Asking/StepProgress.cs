namespace Prefdissect.Workflows.Asking;

/// <summary>How far one step is, counted in pairs.</summary>
/// <param name="Step">Name of the step.</param>
/// <param name="Done">Pairs of which it is done.</param>
/// <param name="Missing">Pairs of which it was not asked.</param>
/// <param name="Failed">Pairs of which it failed or waits.</param>
public sealed record StepProgress(string Step, int Done, int Missing, int Failed);
