using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Capabilities;
using Prefdissect.Scripted;

namespace Prefdissect.Tests.Models;

public class FaultTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory]
    [InlineData(Fault.TooManyRequests, FailureReason.RateLimited)]
    [InlineData(Fault.ServerError, FailureReason.ServerError)]
    [InlineData(Fault.Loading, FailureReason.ServerError)]
    [InlineData(Fault.Hang, FailureReason.TimedOut)]
    [InlineData(Fault.Reset, FailureReason.ConnectionLost)]
    [InlineData(Fault.TruncatedBody, FailureReason.MalformedAnswer)]
    [InlineData(Fault.DuplicateFields, FailureReason.DuplicateFields)]
    [InlineData(Fault.NoChoice, FailureReason.NoChoice)]
    [InlineData(Fault.Huge, FailureReason.AnswerTooLarge)]
    [InlineData(Fault.Refusal, FailureReason.Refused)]
    public async Task A_fault_that_stays_is_a_failure_with_its_reason(Fault fault, FailureReason reason)
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = 1, Faults = [fault], RetryAfter = 0 });
        using var client = Asked.Client(server, limits => limits with { Retries = 2, TimeLimit = LimitFor(fault), LongestPause = TimeSpan.FromMilliseconds(10) });
        var outcome = await client.SendAsync(Asked.Question(1), StructuredOutput.None, Never);
        outcome.Failure!.Reason.ShouldBe(reason);
        outcome.Failure.Detail.ShouldNotBeEmpty();
        server.Tally.Requests.ShouldBe(outcome.Failure.IsPassing ? 3 : 1);
    }

    [Theory]
    [InlineData(Fault.TooManyRequests)]
    [InlineData(Fault.ServerError)]
    [InlineData(Fault.Hang)]
    [InlineData(Fault.Reset)]
    [InlineData(Fault.TruncatedBody)]
    [InlineData(Fault.DuplicateFields)]
    [InlineData(Fault.NoChoice)]
    public async Task A_fault_that_passes_is_got_over(Fault fault)
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = 0.5, Faults = [fault], RetryAfter = 0 });
        using var client = Asked.Client(server, limits => limits with { Retries = 12, TimeLimit = LimitFor(fault), LongestPause = TimeSpan.FromMilliseconds(10) });
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => client.SendAsync(Asked.Question(i), StructuredOutput.None, Never)));
        outcomes.ShouldAllBe(outcome => outcome.HasAnswer);
        server.Tally.Faults[fault].ShouldBeGreaterThan(5);
        server.Tally.AnsweredAgain.ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"error":{"message":"x \ud83d"}}""", null, null)]
    [InlineData("""["x"]""", null, null)]
    [InlineData("{}", "NaN", null)]
    [InlineData("{}", "Infinity", null)]
    [InlineData("{}", null, "NaN")]
    public async Task Nonsense_in_the_reply_of_a_failure_is_no_more_than_a_failure(string body, string? seconds, string? milliseconds)
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Error = _ => new ScriptedError(500, body) { RetryAfter = seconds, RetryAfterMilliseconds = milliseconds } });
        using var client = Asked.Client(server, limits => limits with { Retries = 1, LongestPause = TimeSpan.FromMilliseconds(10) });
        (await client.SendAsync(Asked.Question(1), StructuredOutput.None, Never)).Failure!.Reason.ShouldBe(FailureReason.ServerError);
        server.Tally.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task A_pause_that_the_server_asks_for_is_kept()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = 1, Faults = [Fault.TooManyRequests], RetryAfter = 1 });
        using var client = Asked.Client(server, limits => limits with { Retries = 1, LongestPause = TimeSpan.FromMilliseconds(200) });
        var began = TimeProvider.System.GetTimestamp();
        await client.SendAsync(Asked.Question(1), StructuredOutput.None, Never);
        TimeProvider.System.GetElapsedTime(began).ShouldBeInRange(TimeSpan.FromSeconds(0.98), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Ten_megabytes_cost_no_memory()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = 1, Faults = [Fault.Huge] });
        using var client = Asked.Client(server);
        var before = GC.GetTotalAllocatedBytes();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => client.SendAsync(Asked.Question(i), StructuredOutput.None, Never)));
        outcomes.ShouldAllBe(outcome => outcome.Failure!.Reason == FailureReason.AnswerTooLarge);
        // Server and client together, in one process: 320 MB came over the wire.
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(200L * 1024 * 1024);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_a_failure_that_stops_the_work()
    {
        ScriptedServer gone;
        await using (gone = await ScriptedServer.StartAsync(new ScriptedOptions())) { }
        using var client = Asked.Client(gone, limits => limits with { Retries = 1, LongestPause = TimeSpan.FromMilliseconds(10) });
        var outcome = await client.SendAsync(Asked.Question(1), StructuredOutput.None, Never);
        outcome.Failure!.Reason.ShouldBe(FailureReason.Unreachable);
        outcome.Failure.StopsWork.ShouldBeTrue();
    }

    [Fact]
    public async Task Giving_up_is_an_exception_and_not_a_failure()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = 1, Faults = [Fault.Hang] });
        using var client = Asked.Client(server);
        using var giveUp = new CancellationTokenSource(200);
        await Should.ThrowAsync<OperationCanceledException>(() => client.SendAsync(Asked.Question(1), StructuredOutput.None, giveUp.Token));
    }

    [Fact]
    public async Task A_server_with_few_slots_is_not_overrun()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Slots = 6, Latency = TimeSpan.FromMilliseconds(20) });
        var concurrency = 0;
        using var client = Asked.Client(server, limits => limits with { Retries = 30 }, notice: notice => Interlocked.Exchange(ref concurrency, notice.Concurrency));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => client.SendAsync(Asked.Question(i), StructuredOutput.None, Never)));
        outcomes.ShouldAllBe(outcome => outcome.HasAnswer);
        concurrency.ShouldBeInRange(1, 14);
        (server.Tally.Requests - server.Tally.Answered).ShouldBeLessThan(200);
    }

    /// <summary>Only a server that hangs is worth giving up soon: an answer that is slow because the machine is busy must not be asked for twice.</summary>
    private static TimeSpan LimitFor(Fault fault) => TimeSpan.FromSeconds(fault == Fault.Hang ? 1 : 20);

    [Fact]
    public async Task Notices_hold_neither_texts_nor_keys()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = 0.5, RetryAfter = 0 });
        var notices = new List<AttemptNotice>();
        using var client = Asked.Client(server, limits => limits with { TimeLimit = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromMilliseconds(10) }, notice: notice =>
        {
            lock (notices) notices.Add(notice);
        });
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => client.SendAsync(Asked.Question(i), StructuredOutput.None, Never)));
        notices.Count.ShouldBe(server.Tally.Requests);
        string.Join('\n', notices).ShouldNotContain("Question");
    }
}
