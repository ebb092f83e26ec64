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
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Latency = TimeSpan.FromMilliseconds(100) });
        var (work, session) = Begin(study, server);
        using (session)
        {
            var model = await session.OpenAsync(Aspects.None, Never);
            await Should.ThrowAsync<IOException>(LlmAnnotateWorkflow.RunAsync(study, work, model, new Broken(), session.Watch, Never));
            server.Tally.Open.ShouldBe(0);
            (await session.Store.SpendingAsync(Never)).Sum(step => step.Answers).ShouldBe(server.Tally.Answered);
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

    public void Dispose() => folder.Dispose();

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
