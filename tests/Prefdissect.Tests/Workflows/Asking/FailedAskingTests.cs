using Prefdissect.Annotating.Asking;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Costs;
using Prefdissect.Scripted;
using Prefdissect.Simulating;
using Prefdissect.Studies;
using Prefdissect.Tests.Models;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Tests.Workflows.Asking;

/// <summary>Work that cannot go on: what was paid is kept, nothing is sent for nothing, and a person hears why.</summary>
public sealed class FailedAskingTests : IDisposable
{
    private const int Pairs = 40;
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly SimulatedStudyFile folder = new();

    [Fact]
    public async Task Answers_under_way_are_kept_when_their_states_cannot_be()
    {
        using var study = Simulated();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Latency = TimeSpan.FromMilliseconds(700) });
        // Few at once, so that there is something under way when the first states are to be kept.
        var work = new LlmAnnotateRequest { Model = Asked.Model(server, limits => limits with { Concurrency = 4 }), Steps = [AnnotationStep.QueryFree] };
        var session = ModelSession.Online(study.Path, work.Model, null, new Budget(), null, TimeProvider.System);
        using (session)
        {
            var model = await session.OpenAsync(Aspects.None, Never);
            await Should.ThrowAsync<IOException>(LlmAnnotateWorkflow.RunAsync(study, work, model, new Broken(), session.Watch, Never));
            server.Tally.Requests.ShouldBeLessThan(Pairs);
            (await session.Store.SpendingAsync(Never)).Sum(step => step.Answers).ShouldBe(server.Tally.Requests);
        }
    }

    [Fact]
    public async Task What_a_fault_left_open_about_a_server_is_tried_again_by_the_next_run()
    {
        using var study = Simulated();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { CutShort = _ => true });
        var (work, session) = Begin(study, server);
        using (session)
        {
            await session.OpenAsync(Aspects.Structured, Never);
            session.Watch.Tally.Remark.ShouldNotBeNull();
        }
        new CapabilityStore(study).Find(work.Model.Endpoint).Structured.ShouldBeNull();
        server.Options = new ScriptedOptions();
        (_, session) = Begin(study, server);
        using (session) await session.OpenAsync(Aspects.Structured, Never);
        new CapabilityStore(study).Find(work.Model.Endpoint).Structured.ShouldBe(StructuredOutput.JsonSchema);
    }

    [Fact]
    public async Task A_check_that_names_the_study_replaces_what_the_study_knew()
    {
        using var study = Simulated();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions());
        var model = Asked.Model(server);
        new CapabilityStore(study).Add(model.Endpoint, new ModelCapabilities { Structured = StructuredOutput.None, IgnoresSchema = true });
        ModelCheckWorkflow.Keep(study, [await ModelCheckWorkflow.RunAsync(model, _ => null, TimeProvider.System, Never)]);
        var known = new CapabilityStore(study).Find(model.Endpoint);
        (known.Structured, known.IgnoresSchema).ShouldBe((StructuredOutput.JsonSchema, false));
    }

    [Fact]
    public async Task One_moderated_text_fails_and_the_others_are_asked()
    {
        using var study = Simulated();
        var flagged = 0;
        const string Moderated = """{"error":{"code":403,"message":"This model requires moderation and your input was flagged","metadata":{"reasons":["violence"],"flagged_input":"…"}}}""";
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Error = _ => Interlocked.Increment(ref flagged) == 1 ? new ScriptedError(403, Moderated) : null });
        var (work, session) = Begin(study, server);
        using (session)
        {
            var result = await Annotate(study, work, session);
            (result.End, result.Status.Missing).ShouldBe((AskingEnd.Complete, 0));
            result.Status.Failures.Count(failure => failure.Reason == "filtered").ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_forbidden_request_stops_the_work_only_where_nothing_was_answered()
    {
        using var study = Simulated();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Error = _ => new ScriptedError(403, """{"error":{"message":"no"}}""") });
        var (work, session) = Begin(study, server);
        using (session)
        {
            var nothing = await Annotate(study, work, session);
            (nothing.End, nothing.Stop!.ReasonText, nothing.Status.Done).ShouldBe((AskingEnd.Unavailable, "key refused", 0));
        }
        var asked = 0;
        server.Options = new ScriptedOptions { Error = _ => Interlocked.Increment(ref asked) == 30 ? new ScriptedError(403, "{}") : null };
        (work, session) = Begin(study, server);
        using (session)
        {
            var once = await Annotate(study, work, session);
            (once.End, once.Status.Missing).ShouldBe((AskingEnd.Complete, 0));
            once.Status.Failures.Single(failure => failure.Reason == "forbidden").Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task What_meets_every_request_is_said_and_not_sent_to_the_end()
    {
        using var study = Simulated();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions
        {
            Error = request => request.Body.TryGetProperty("temperature", out _) ? new ScriptedError(400, """{"error":{"message":"Unsupported value: 'temperature' does not support 0 with this model."}}""") : null,
        });
        var (work, session) = Begin(study, server);
        using (session)
        {
            var result = await Annotate(study, work, session);
            (result.End, result.Stop!.ReasonText, result.Status.Done).ShouldBe((AskingEnd.Unavailable, "every request refused", 0));
            result.Status.Missing.ShouldBeGreaterThan(Pairs);
            session.Watch.Tally.Examples["request refused"].ShouldBe("Unsupported value: 'temperature' does not support 0 with this model. Put `parameters: { temperature: none }` under the model in prefdissect.yaml.");
        }
        // Ten, and those that were under way when the tenth came back.
        server.Tally.Requests.ShouldBeLessThan(Pairs);
        var mended = work with { Model = work.Model with { Parameters = new() { OmitTemperature = true } }, RetryReason = "refused" };
        using var again = ModelSession.Online(study.Path, mended.Model, null, new Budget(), null, TimeProvider.System);
        (await Annotate(study, mended, again)).Status.Missing.ShouldBe(0);
    }

    public void Dispose() => folder.Dispose();

    private static async Task<LlmAnnotateResult> Annotate(Study study, LlmAnnotateRequest work, ModelSession session) =>
        await LlmAnnotateWorkflow.RunAsync(study, work, await session.OpenAsync(Aspects.None, Never), null, session.Watch, Never);

    private static (LlmAnnotateRequest Work, ModelSession Session) Begin(Study study, ScriptedServer server)
    {
        var work = new LlmAnnotateRequest { Model = Asked.Model(server) };
        return (work, ModelSession.Online(study.Path, work.Model, null, new Budget(), null, TimeProvider.System));
    }

    private Study Simulated()
    {
        var study = Study.OpenOrCreate(folder["sim.study"]);
        SimulateWorkflow.Run(study, new SimulationOptions(Pairs, SimulatedStudyFile.Judges, 5), null, Never);
        return study;
    }

    private sealed class Broken : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => throw new IOException("The disk is full.");
    }
}
