using Prefdissect.Dashboard.Sources;

namespace Prefdissect.Dashboard.Tests.Sources;

/// <summary>What is kept of a study, for how long, and what comes first of what is worked out beside the requests.</summary>
public sealed class KeptResultsTests : IDisposable
{
    private static readonly TimeSpan AtOnce = TimeSpan.Zero;
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    private readonly string file = Path.GetTempFileName();
    private readonly Clock clock = new();
    private readonly KeptResults kept;

    public KeptResultsTests() => kept = new KeptResults(clock);

    private Source Study => new("own", "own", file);

    [Fact]
    public void A_result_is_made_once_until_the_file_changes()
    {
        var made = 0;
        string Make() => $"{++made}";
        kept.Of(Study, "key", Make).ShouldBe("1");
        kept.Of(Study, "key", Make).ShouldBe("1");
        File.AppendAllText(file, "more");
        kept.Of(Study, "key", Make).ShouldBe("2");
    }

    [Fact]
    public void Of_more_results_than_are_kept_the_one_used_longest_ago_goes_and_the_newest_stays()
    {
        var made = new List<string>();
        string Of(int i) => kept.Of(Study, $"{i}", () =>
        {
            made.Add($"{i}");
            return $"{i}";
        });
        for (var i = 0; i < KeptResults.Most; i++) Of(i);
        Of(0);
        Of(KeptResults.Most);
        made.Clear();
        Of(KeptResults.Most);
        Of(0);
        made.ShouldBeEmpty();
        Of(1);
        made.ShouldBe(["1"]);
    }

    [Fact]
    public void What_was_asked_for_last_comes_first_and_what_nobody_asks_for_any_more_is_not_begun()
    {
        using var hold = new ManualResetEventSlim();
        var begun = new List<string>();
        string Make(string name)
        {
            lock (begun) begun.Add(name);
            if (name == "first") hold.Wait();
            return name;
        }
        string? Ask(string name, TimeSpan patience) => kept.Soon(Study, name, () => Make(name), patience);
        Ask("first", AtOnce).ShouldBeNull();
        SpinWait.SpinUntil(() =>
        {
            lock (begun) return begun.Count == 1;
        }, Long).ShouldBeTrue();
        Ask("forgotten", AtOnce).ShouldBeNull();
        clock.Pass(KeptResults.Interest + TimeSpan.FromSeconds(1));
        Ask("earlier", AtOnce).ShouldBeNull();
        clock.Pass(TimeSpan.FromSeconds(1));
        Ask("later", AtOnce).ShouldBeNull();
        hold.Set();
        Ask("later", Long).ShouldBe("later");
        Ask("earlier", Long).ShouldBe("earlier");
        begun.ShouldBe(["first", "later", "earlier"]);
        Ask("forgotten", Long).ShouldBe("forgotten", "who comes back begins anew");
    }

    [Fact]
    public void What_was_finished_for_an_older_file_is_not_handed_out_long_after()
    {
        var made = 0;
        string Make() => $"{Interlocked.Increment(ref made)}";
        kept.Soon(Study, "key", Make, AtOnce);
        SpinWait.SpinUntil(() => Volatile.Read(ref made) == 1, Long).ShouldBeTrue();
        File.AppendAllText(file, "more");
        clock.Pass(TimeSpan.FromMinutes(1));
        kept.Soon(Study, "key", Make, Long).ShouldBe("2");
    }

    [Fact]
    public void A_failure_is_told_to_who_waits_and_not_to_who_comes_later()
    {
        var fails = true;
        string Make() => fails ? throw new InvalidOperationException("not yet") : "made";
        Should.Throw<InvalidOperationException>(() => kept.Soon(Study, "key", Make, Long)).Message.ShouldBe("not yet");
        fails = false;
        kept.Soon(Study, "key", Make, Long).ShouldBe("made");
    }

    public void Dispose() => File.Delete(file);

    private sealed class Clock : TimeProvider
    {
        private long now;

        public override long GetTimestamp() => Volatile.Read(ref now);

        public void Pass(TimeSpan time) => Interlocked.Add(ref now, (long)(time.TotalSeconds * TimestampFrequency));
    }
}
