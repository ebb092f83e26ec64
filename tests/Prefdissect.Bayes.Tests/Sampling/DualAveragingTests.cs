using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Tests.Sampling;

public class DualAveragingTests
{
    [Theory]
    [InlineData(0.6)]
    [InlineData(0.8)]
    [InlineData(0.95)]
    public void Reaches_the_step_size_whose_acceptance_is_the_target(double target)
    {
        var random = new RandomStream(1, 0);
        var averaging = new DualAveraging(target);
        averaging.Restart(7);
        for (var i = 0; i < 5000; i++)
            averaging.Learn(Acceptance(averaging.StepSize) + (random.NextCoin() ? 0.1 : -0.1));
        Acceptance(averaging.Averaged).ShouldBe(target, 0.02);
    }

    [Fact]
    public void Begins_anew_when_restarted()
    {
        var used = new DualAveraging(0.8);
        used.Restart(1);
        for (var i = 0; i < 50; i++)
            used.Learn(0.1);
        used.Restart(0.5);
        var fresh = new DualAveraging(0.8);
        fresh.Restart(0.5);
        used.Averaged.ShouldBe(0.5);
        used.Learn(0.7);
        fresh.Learn(0.7);
        used.StepSize.ShouldBe(fresh.StepSize);
        used.Averaged.ShouldBe(fresh.Averaged);
    }

    private static double Acceptance(double stepSize) => Math.Exp(-stepSize * stepSize);
}
