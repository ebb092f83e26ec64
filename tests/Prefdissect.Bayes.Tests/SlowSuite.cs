namespace Prefdissect.Bayes.Tests;

/// <summary>Tests that take minutes: they run where <c>PREFDISSECT_SLOW</c> is 1 (docs/development.md).</summary>
internal static class SlowSuite
{
    public const string Trait = "Suite", Slow = "slow";

    /// <summary>Skips the test unless the slow suite was asked for.</summary>
    public static void Require() =>
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PREFDISSECT_SLOW") == "1", "It takes minutes; set PREFDISSECT_SLOW=1 to run the slow suite.");
}
