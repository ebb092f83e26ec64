using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Tests.Sampling;

public class WarmupScheduleTests
{
    [Theory]
    [InlineData(500, 75, new[] { 100, 150, 250, 450 })]
    [InlineData(1000, 75, new[] { 100, 150, 250, 450, 950 })]
    [InlineData(150, 75, new[] { 100 })]
    [InlineData(100, 15, new[] { 90 })]
    [InlineData(19, 19, new int[0])]
    [InlineData(0, 0, new int[0])]
    public void Windows_double_between_two_stretches_for_the_step_size(int warmup, int first, int[] ends)
    {
        var schedule = new WarmupSchedule(warmup);
        Enumerable.Range(0, warmup).Where(schedule.EndsWindow).Select(index => index + 1).ShouldBe(ends);
        Enumerable.Range(0, warmup).Where(schedule.IsInWindow).ShouldBe(Enumerable.Range(first, Math.Max(0, (ends.Length == 0 ? first : ends[^1]) - first)));
    }
}
