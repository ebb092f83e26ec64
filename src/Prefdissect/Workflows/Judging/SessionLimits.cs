namespace Prefdissect.Workflows.Judging;

/// <summary>How much of a study a person who votes is shown.</summary>
/// <param name="MostPairs">A study with more pairs than this is not read whole.</param>
/// <param name="AboutTaken">Of a larger one one pair of every two, four, eight … is taken, so that about this many are left, or fewer.</param>
/// <param name="FewestOfScenario">A scenario of which fewer pairs than this are left among them is looked for in the whole study.</param>
internal sealed record SessionLimits(int MostPairs, int AboutTaken, int FewestOfScenario)
{
    /// <summary>More pairs than anybody votes on, in an order of seconds.</summary>
    public static SessionLimits Usual { get; } = new(50_000, 10_000, 200);
}
