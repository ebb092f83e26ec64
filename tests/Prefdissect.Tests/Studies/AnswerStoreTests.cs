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
    public void A_process_that_may_not_be_looked_at_is_not_dead()
    {
        AskingProcess.This.IsAliveBy(_ => throw new UnauthorizedAccessException()).ShouldBeNull();
        AskingProcess.This.IsAliveBy(_ => throw new InvalidOperationException()).ShouldBeNull();
        AskingProcess.This.IsAliveBy(_ => throw new ArgumentException("there is none")).ShouldBe(false);
        (AskingProcess.This with { Started = 0 }).IsAlive.ShouldBeNull("it could not find out when it started itself");
    }

    [Fact]
    public async Task An_answer_is_kept_when_another_program_has_written_for_longer_than_a_write_waits()
    {
        using var other = folder.Open();
        using var store = AnswerStore.Open(folder.Path, TimeProvider.System, patience: TimeSpan.FromMilliseconds(1));
        var import = other.BeginWrite();
        var keep = store.KeepAsync(Key(1), Answer("paid")).AsTask();
        var find = store.FindAsync(Key(2), Never).AsTask();
        // The library around SQLite waits for whole seconds: this is more than one of the ten tries.
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        keep.IsCompleted.ShouldBeFalse();
        import.Dispose();
        await keep;
        (await find).ShouldBeNull();
        Encoding.UTF8.GetString((await store.FindAsync(Key(1), Never))!.Raw.Span).ShouldBe("paid");
    }

    [Fact]
    public async Task An_asker_that_was_taken_for_dead_keeps_its_answers_and_asks_on()
    {
        using var store = Open();
        (await store.ClaimAsync(Key(1), Never)).IsGranted.ShouldBeTrue();
        ByAnotherProgram("PRAGMA foreign_keys = ON; DELETE FROM asker");
        await store.KeepAsync(Key(1), Answer("paid"));
        (await store.ClaimAsync(Key(1), Never)).Stored.ShouldNotBeNull();
        (await store.ClaimAsync(Key(2), Never)).IsGranted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_piece_of_work_that_fails_takes_no_other_with_it()
    {
        ByAnotherProgram("CREATE TRIGGER broken BEFORE INSERT ON answer WHEN NEW.step = 'broken' BEGIN SELECT RAISE(ABORT, 'broken'); END");
        using var store = Open();
        using var other = folder.Open();
        // All of these wait together for the other's write.
        var import = other.BeginWrite();
        var broken = Answer("broken") with { Step = "broken" };
        var keeps = Enumerable.Range(0, 20).Select(i => store.KeepAsync(Key(i), i == 7 ? broken : Answer($"{i}")).AsTask()).ToList();
        import.Dispose();
        await Should.ThrowAsync<StudyException>(keeps[7]);
        await Task.WhenAll(keeps.Where((_, i) => i != 7));
        (await store.StoredAmongAsync([.. Enumerable.Range(0, 20).Select(Key)], Never)).Count.ShouldBe(19);
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

    private void ByAnotherProgram(string sql)
    {
        using var connection = StudyFolder.Foreign(folder.Path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

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
