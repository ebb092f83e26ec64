using System.Collections.Concurrent;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Tests.Workflows.Asking;

public class AskedBatchesTests
{
    [Fact]
    public async Task Everything_that_is_open_comes_once_and_no_more_than_wanted_is_under_way()
    {
        var (under, most) = (0, 0);
        var come = new List<int>();
        await foreach (var together in AskedBatches.Of(Enumerable.Range(0, 1500), 7, async (one, _) =>
        {
            var now = Interlocked.Increment(ref under);
            lock (come) most = Math.Max(most, now);
            await Task.Yield();
            Interlocked.Decrement(ref under);
            return one;
        }, _ => false, TimeProvider.System, CancellationToken.None))
        {
            together.ShouldNotBeEmpty();
            come.AddRange(together);
        }
        come.Order().ShouldBe(Enumerable.Range(0, 1500));
        most.ShouldBeInRange(1, 7);
    }

    [Fact]
    public async Task What_stops_the_work_comes_and_what_is_under_way_with_it_and_nothing_new_is_begun()
    {
        var (begun, ended) = (new ConcurrentBag<int>(), new ConcurrentBag<int>());
        var come = new List<int>();
        await foreach (var together in AskedBatches.Of(Enumerable.Range(0, 10_000), 4, async (one, stopping) =>
        {
            begun.Add(one);
            // The others are under way until it has stopped.
            if (one != 9) await Task.WhenAny(Task.Delay(one < 9 ? 0 : Timeout.Infinite, stopping));
            ended.Add(one);
            return one;
        }, one => one == 9, TimeProvider.System, CancellationToken.None)) come.AddRange(together);
        come.ShouldContain(9);
        come.Order().ShouldBe(begun.Order());
        ended.Count.ShouldBe(begun.Count);
        begun.Count.ShouldBeLessThanOrEqualTo(9 + (2 * 4));
    }

    [Fact]
    public async Task Cancelled_it_finishes_what_is_under_way_and_ends_without_a_word()
    {
        using var stop = new CancellationTokenSource();
        var come = new List<int>();
        await foreach (var together in AskedBatches.Of(Enumerable.Range(0, 10_000), 2, async (one, _) =>
        {
            if (one == 20) await stop.CancelAsync();
            return one;
        }, _ => false, TimeProvider.System, stop.Token)) come.AddRange(together);
        come.ShouldContain(20);
        come.Count.ShouldBeLessThan(100);
    }

    [Fact]
    public async Task Where_batches_are_taken_no_more_what_is_under_way_is_finished_first()
    {
        var (begun, ended) = (0, 0);
        await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in AskedBatches.Of(Enumerable.Range(0, 10_000), 4, async (one, stopping) =>
            {
                Interlocked.Increment(ref begun);
                if (one >= 4) await Task.WhenAny(Task.Delay(Timeout.Infinite, stopping));
                return Interlocked.Increment(ref ended);
            }, _ => false, TimeProvider.System, CancellationToken.None)) throw new InvalidOperationException("cannot be kept");
        });
        ended.ShouldBe(begun);
        begun.ShouldBeLessThan(100);
    }

    [Fact]
    public async Task A_fault_of_asking_is_told_after_what_came_before_it()
    {
        var come = new List<int>();
        (await Should.ThrowAsync<IOException>(async () =>
        {
            await foreach (var together in AskedBatches.Of(Enumerable.Range(0, 10), 1, (one, _) => one == 5 ? throw new IOException("disk") : Task.FromResult(one), _ => false, TimeProvider.System, CancellationToken.None))
                come.AddRange(together);
        })).Message.ShouldBe("disk");
        come.ShouldBe([0, 1, 2, 3, 4]);
    }
}
