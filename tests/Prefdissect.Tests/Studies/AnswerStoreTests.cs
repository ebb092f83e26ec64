using System.Diagnostics;
using System.Text;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Endpoints;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Tests.Studies;

public sealed class AnswerStoreTests : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly StudyFolder folder = new();

    public AnswerStoreTests() => folder.Open().Dispose();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_answer_is_kept_as_it_came()
    {
        var answer = Answer("body ä \u2028 with text", 12.5);
        using (var store = Open()) await store.KeepAsync(Key(1), answer);
        using var again = Open();
        var found = (await again.FindAsync(Key(1), Never))!;
        found.Raw.ToArray().ShouldBe(answer.Raw.ToArray());
        (found with { Raw = answer.Raw }).ShouldBe(answer);
        (await again.FindAsync(Key(2), Never)).ShouldBeNull();
        (await again.StoredAmongAsync([Key(1), Key(2)], Never)).ShouldBe([Key(1)]);
    }

    [Fact]
    public async Task Only_one_of_many_askers_is_granted_a_request()
    {
        using var one = Open();
        using var two = Open();
        var claims = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? one : two).ClaimAsync(Key(1), Never).AsTask()));
        claims.Count(claim => claim.IsGranted).ShouldBe(1);
        claims.ShouldAllBe(claim => claim.Stored == null);
    }

    [Fact]
    public async Task A_released_claim_is_free_and_an_answered_one_is_an_answer()
    {
        using var one = Open();
        using var two = Open();
        (await one.ClaimAsync(Key(1), Never)).IsGranted.ShouldBeTrue();
        (await two.ClaimAsync(Key(1), Never)).ShouldBe(AnswerClaim.Taken);
        await one.ReleaseAsync(Key(1));
        (await two.ClaimAsync(Key(1), Never)).IsGranted.ShouldBeTrue();
        await two.KeepAsync(Key(1), Answer("two"));
        Encoding.UTF8.GetString((await one.ClaimAsync(Key(1), Never)).Stored!.Raw.Span).ShouldBe("two");
    }

    [Fact]
    public async Task Of_two_answers_the_first_is_kept_and_both_use_it()
    {
        using var one = Open();
        using var two = Open();
        await one.KeepAsync(Key(1), Answer("first"));
        Encoding.UTF8.GetString((await two.KeepAsync(Key(1), Answer("second"))).Raw.Span).ShouldBe("first");
    }

    [Fact]
    public async Task Claims_of_a_dead_process_on_this_machine_are_free_at_once()
    {
        using var dead = Process.Start(new ProcessStartInfo("sleep", "60"))!;
        var process = AskingProcess.This with { Process = dead.Id, Started = StartOf(dead.Id) };
        process.IsAlive.ShouldBe(true);
        using var one = Open(process);
        using var two = Open();
        (await one.ClaimAsync(Key(1), Never)).IsGranted.ShouldBeTrue();
        (await two.ClaimAsync(Key(1), Never)).IsGranted.ShouldBeFalse();
        dead.Kill();
        await dead.WaitForExitAsync(Never);
        (await two.ClaimAsync(Key(1), Never)).IsGranted.ShouldBeTrue();
    }

    [Fact]
    public void Another_process_of_the_same_number_is_another() => (AskingProcess.This with { Started = 1 }).IsAlive.ShouldBe(false);

    [Fact]
    public async Task Claims_of_another_machine_are_free_when_it_has_been_silent_for_a_minute()
    {
        var clock = new Clock();
        using var elsewhere = Open(new AskingProcess("elsewhere", 1, 1), clock);
        (await elsewhere.ClaimAsync(Key(1), Never)).IsGranted.ShouldBeTrue();
        using var here = Open(time: clock);
        clock.Now += TimeSpan.FromSeconds(59);
        (await here.ClaimAsync(Key(1), Never)).IsGranted.ShouldBeFalse();
        clock.Beat();
        await elsewhere.FindAsync(Key(9), Never);
        clock.Now += TimeSpan.FromSeconds(59);
        (await here.ClaimAsync(Key(1), Never)).IsGranted.ShouldBeFalse("it gave a sign of life");
        clock.Now += TimeSpan.FromSeconds(2);
        (await here.ClaimAsync(Key(1), Never)).IsGranted.ShouldBeTrue();
    }

    [Fact]
    public async Task Money_and_tokens_are_added_up_by_step()
    {
        using var store = Open();
        await store.KeepAsync(Key(1), Answer("a", 1.5));
        await store.KeepAsync(Key(2), Answer("b", 2));
        await store.KeepAsync(Key(3), Answer("c") with { Step = "other" });
        var spending = await store.SpendingAsync(Never);
        spending.Select(step => (step.Step, step.Answers, step.PromptTokens, step.AnswerTokens, step.Cost)).ShouldBe([("other", 1, 100, 10, null), ("test", 2, 200, 20, (double?)3.5)]);
    }

    [Fact]
    public void What_an_endpoint_can_do_is_remembered_by_address_and_model()
    {
        var endpoint = Endpoint.Of("m", "http://localhost:8000/v1");
        using (var study = folder.Open())
        {
            var store = new CapabilityStore(study);
            store.Find(endpoint).ShouldBe(ModelCapabilities.Unknown);
            store.Add(endpoint, new ModelCapabilities { Structured = StructuredOutput.JsonSchema, IgnoresSchema = false });
            store.Add(endpoint, new ModelCapabilities { Chat = new LogProbabilitySupport(20, false) });
        }
        using var again = folder.Open();
        new CapabilityStore(again).Find(endpoint).ShouldBe(new ModelCapabilities { Structured = StructuredOutput.JsonSchema, IgnoresSchema = false, Chat = new LogProbabilitySupport(20, false) });
        new CapabilityStore(again).Find(endpoint with { Model = "n" }).ShouldBe(ModelCapabilities.Unknown);
    }

    private static ContentHash Key(int number) => ContentHash.Of("test", $"{number}");

    private static StoredAnswer Answer(string body, double? cost = null) => new()
    {
        Format = AnswerFormat.Text,
        Raw = Encoding.UTF8.GetBytes(body),
        Model = "m",
        Step = "test",
        PromptVersion = "v1",
        Usage = new TokenUsage(100, 10, 3),
        Cost = cost,
        Elapsed = TimeSpan.FromSeconds(1.25),
        Received = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123),
    };

    private static long StartOf(int process)
    {
        var text = File.ReadAllText($"/proc/{process}/stat");
        return long.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[19], System.Globalization.CultureInfo.InvariantCulture);
    }

    private AnswerStore Open(AskingProcess? process = null, TimeProvider? time = null) => AnswerStore.Open(folder.Path, time ?? TimeProvider.System, process);

    /// <summary>A clock that stands still, and timers that are run by hand.</summary>
    private sealed class Clock : TimeProvider
    {
        private readonly List<(TimerCallback Callback, object? State)> timers = [];

        public DateTimeOffset Now { get; set; } = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

        public void Beat() => timers.ForEach(timer => timer.Callback(timer.State));

        public override DateTimeOffset GetUtcNow() => Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            timers.Add((callback, state));
            return new Still();
        }

        private sealed class Still : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() { }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
