using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;
using Prefdissect.Scripted;
using Prefdissect.Studies;
using Prefdissect.Tests.Studies;

namespace Prefdissect.Tests.Models;

public sealed class AnsweringModelTests : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly StudyFolder folder = new();

    public AnsweringModelTests() => folder.Open().Dispose();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_is_asked_twice()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Latency = TimeSpan.FromMilliseconds(20) });
        using var client = Asked.Client(server);
        var texts = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            using var store = Open();
            var model = new AnsweringModel(client, store, ModelCapabilities.Unknown);
            // Every question three times at once.
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => model.AskAsync(Asked.Rating(i % 20), Never)));
            outcomes.ShouldAllBe(outcome => outcome.HasAnswer);
            texts.Add(string.Join(',', outcomes.Select(outcome => outcome.Answer!.Text)));
        }
        server.Tally.Requests.ShouldBe(20);
        texts[0].ShouldBe(texts[1]);
    }

    [Fact]
    public async Task Two_processes_share_the_work()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Latency = TimeSpan.FromMilliseconds(10) });
        var askers = Enumerable.Range(0, 2).Select(_ => (Client: Asked.Client(server), Store: Open())).ToList();
        var outcomes = await Task.WhenAll(askers.SelectMany(asker => Enumerable.Range(0, 100).Select(i => new AnsweringModel(asker.Client, asker.Store, ModelCapabilities.Unknown).AskAsync(Asked.Rating(i), Never))));
        outcomes.ShouldAllBe(outcome => outcome.HasAnswer);
        server.Tally.Requests.ShouldBe(100);
        foreach (var (client, store) in askers)
        {
            client.Dispose();
            store.Dispose();
        }
    }

    [Fact]
    public async Task A_refusal_was_paid_and_is_kept_and_another_attempt_asks_anew()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = 1, Faults = [Fault.Refusal] });
        using var client = Asked.Client(server);
        using var store = Open();
        var model = new AnsweringModel(client, store, ModelCapabilities.Unknown);
        for (var i = 0; i < 2; i++) (await model.AskAsync(Asked.Question(1), Never)).Failure!.Reason.ShouldBe(FailureReason.Refused);
        server.Tally.Requests.ShouldBe(1);
        server.Options = new ScriptedOptions();
        (await model.AskAsync(Asked.Question(1) with { Attempt = 1 }, Never)).HasAnswer.ShouldBeTrue();
    }

    [Fact]
    public async Task A_failure_without_an_answer_leaves_the_request_free()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = 1, Faults = [Fault.ServerError] });
        using var client = Asked.Client(server, limits => limits with { Retries = 0 });
        using var store = Open();
        var model = new AnsweringModel(client, store, ModelCapabilities.Unknown);
        (await model.AskAsync(Asked.Question(1), Never)).Failure!.Reason.ShouldBe(FailureReason.ServerError);
        server.Options = new ScriptedOptions();
        (await model.AskAsync(Asked.Question(1), Never)).HasAnswer.ShouldBeTrue();
    }

    [Fact]
    public async Task A_store_that_cannot_keep_is_an_error_and_not_an_answer()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions());
        using var client = Asked.Client(server);
        await Should.ThrowAsync<StudyException>(() => new AnsweringModel(client, new FullDisk(), ModelCapabilities.Unknown).AskAsync(Asked.Question(1), Never));
        server.Tally.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Offline_only_what_is_stored_is_given()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions());
        using var client = Asked.Client(server);
        using var store = Open();
        var online = await new AnsweringModel(client, store, ModelCapabilities.Unknown).AskAsync(Asked.Question(1), Never);
        var offline = new StoredModel(client.Model, store);
        var stored = await offline.AskAsync(Asked.Question(1), Never);
        stored.Answer!.Text.ShouldBe(online.Answer!.Text);
        stored.Answer.WasStored.ShouldBeTrue();
        (await offline.AskAsync(Asked.Question(2), Never)).Failure!.Reason.ShouldBe(FailureReason.NotStored);
        server.Tally.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Asked_to_stop_it_finishes_what_is_under_way_and_begins_nothing()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Latency = TimeSpan.FromMilliseconds(50) });
        using var client = Asked.Client(server);
        using var store = Open();
        using var stop = new CancellationTokenSource();
        var drawn = 0;
        var given = 0;
        var questions = Enumerable.Range(0, 100_000).Select(i => (drawn++, Asked.Question(i)));
        await foreach (var (_, outcome) in new AnsweringModel(client, store, ModelCapabilities.Unknown).AskAllAsync(questions, atOnce: 16, stop.Token, Never))
        {
            outcome.HasAnswer.ShouldBeTrue();
            if (++given == 20) await stop.CancelAsync();
        }
        server.Tally.Requests.ShouldBe(server.Tally.Answered);
        given.ShouldBe(server.Tally.Answered);
        given.ShouldBeInRange(20, 60);
        drawn.ShouldBeLessThan(80);
    }

    [Fact]
    public async Task Told_to_stop_a_client_finishes_what_is_under_way_and_gives_up_what_waits_for_its_turn()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Latency = TimeSpan.FromMilliseconds(200) });
        using var stop = new CancellationTokenSource();
        using var client = new ModelClient(Asked.Model(server, limits => limits with { Concurrency = 2 }), null, new ModelClientOptions { Time = TimeProvider.System, Stopping = stop.Token });
        using var store = Open();
        var asked = Enumerable.Range(0, 200).Select(i => new AnsweringModel(client, store, ModelCapabilities.Unknown).AskAsync(Asked.Question(i), Never)).ToList();
        await Task.WhenAny(asked);
        await stop.CancelAsync();
        var outcomes = await Task.WhenAll(asked);
        outcomes.ShouldAllBe(outcome => outcome.HasAnswer || outcome.Failure.Reason == FailureReason.Stopped);
        outcomes.Count(outcome => outcome.HasAnswer).ShouldBe(server.Tally.Answered);
        (server.Tally.Requests, server.Tally.Answered).ShouldBe((server.Tally.Answered, server.Tally.Requests));
        server.Tally.Requests.ShouldBeLessThan(200);
    }

    [Fact]
    public async Task Told_to_stop_a_client_does_not_wait_for_another_attempt()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = 1, Faults = [Fault.TooManyRequests], RetryAfter = 3600 });
        using var stop = new CancellationTokenSource();
        using var client = new ModelClient(Asked.Model(server, limits => limits with { LongestPause = TimeSpan.FromHours(1) }), null, new ModelClientOptions { Time = TimeProvider.System, Stopping = stop.Token });
        var asked = client.SendAsync(Asked.Question(1), StructuredOutput.None, Never);
        while (server.Tally.Faults.Count == 0) await Task.Delay(10);
        await stop.CancelAsync();
        (await asked).Failure!.Reason.ShouldBe(FailureReason.Stopped);
    }

    [Fact]
    public async Task Every_question_of_many_ends_in_an_answer_or_a_reason()
    {
        var faults = Enum.GetValues<Fault>();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Seed = 3, FaultShare = 0.1, Faults = faults, RetryAfter = 0 });
        using var client = Asked.Client(server, limits => limits with { TimeLimit = TimeSpan.FromSeconds(2), LongestPause = TimeSpan.FromMilliseconds(20), Concurrency = 64 });
        var outcomes = new Dictionary<int, ModelOutcome>();
        for (var run = 0; run < 2; run++)
        {
            using var store = Open();
            var model = new AnsweringModel(client, store, ModelCapabilities.Unknown);
            await foreach (var (subject, outcome) in model.AskAllAsync(Enumerable.Range(0, 1500).Select(i => (i, Asked.Rating(i))), 128, Never)) outcomes[subject] = outcome;
        }
        outcomes.Count.ShouldBe(1500);
        outcomes.Values.Where(outcome => !outcome.HasAnswer).Select(outcome => outcome.Failure!.Reason).Distinct().ShouldBeSubsetOf([FailureReason.Refused, FailureReason.AnswerTooLarge]);
        server.Tally.AnsweredAgain.ShouldBe(0);
        server.Tally.Faults.Keys.ShouldBe(faults, ignoreOrder: true);
    }

    [Fact]
    public async Task The_models_own_parameters_are_part_of_the_key_and_of_the_body()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = request => request.Body.GetProperty("top_k").GetRawText() });
        var model = Asked.Model(server) with { Parameters = new ParameterOverrides { Extra = new Dictionary<string, string> { ["top_k"] = "7" } } };
        using var client = Asked.Client(model);
        using var store = Open();
        (await new AnsweringModel(client, store, ModelCapabilities.Unknown).AskAsync(Asked.Question(1), Never)).Answer!.Text.ShouldBe("7");
        var key = (Asked.Question(1) with { Parameters = model.Parameters.Apply(new()) }).Key(EndpointKind.Compatible, "scripted");
        (await store.FindAsync(key, Never)).ShouldNotBeNull();
    }

    private AnswerStore Open() => AnswerStore.Open(folder.Path, TimeProvider.System);

    private sealed class FullDisk : IAnswerCache
    {
        public ValueTask<StoredAnswer?> FindAsync(ContentHash key, CancellationToken cancellationToken) => ValueTask.FromResult<StoredAnswer?>(null);

        public ValueTask<AnswerClaim> ClaimAsync(ContentHash key, CancellationToken cancellationToken) => ValueTask.FromResult(AnswerClaim.Granted);

        public ValueTask<StoredAnswer> KeepAsync(ContentHash key, StoredAnswer answer) => throw new StudyException("the disk is full");

        public ValueTask ReleaseAsync(ContentHash key) => ValueTask.CompletedTask;
    }
}
