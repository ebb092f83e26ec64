namespace Prefdissect.Workflows;

/// <summary>How far long work has come.</summary>
/// <param name="Stage">What is being done, such as <c>fits</c>.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all; <see langword="null"/> where not known beforehand.</param>
public readonly record struct WorkProgress(string Stage, long Done, long? Total)
{
    /// <summary>What else is worth knowing meanwhile, such as cost and failures.</summary>
    public string? Note { get; init; }
}
