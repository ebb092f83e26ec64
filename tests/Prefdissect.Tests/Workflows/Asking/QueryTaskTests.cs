using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Scenarios;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Costs;
using Prefdissect.Scripted;
using Prefdissect.Simulating;
using Prefdissect.Studies;
using Prefdissect.Tests.Models;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Tests.Workflows.Asking;

/// <summary>What models are asked of queries, through a scripted server: reference answers and scenarios.</summary>
public sealed class QueryTaskTests : IDisposable
{
    private const int Pairs = 12;
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly SimulatedStudyFile folder = new();

    [Fact]
    public async Task A_reference_that_is_cut_off_is_a_failure_and_asked_again_only_when_told()
    {
        using var study = Simulated();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = _ => "<think>hm, half a thoug", FinishReason = "length" });
        var queries = new StudyReader(study).Counts().Queries;
        var cut = await References(study, server);
        (cut.Collected, cut.Missing, cut.Failed).ShouldBe((0, queries, queries));
        cut.Failures.ShouldBe(new Dictionary<string, int> { ["answer cut off"] = queries });
        var status = AnnotationStatus.Of(study, new Prefdissect.Annotating.AnnotatorIdentity("llm:x:pair", ""));
        status.Queries.ShouldHaveSingleItem().ShouldBe(new StepProgress("reference", 0, 0, queries));
        status.QueryFailures.ShouldHaveSingleItem().ShouldBe(new StepCount("reference", StepStatus.Failed, "answer cut off", queries));
        server.Options = new ScriptedOptions { Answer = _ => "<think>Easy.</think>The Elbe." };
        var asked = server.Tally.Requests;
        (await References(study, server)).Missing.ShouldBe(queries);
        server.Tally.Requests.ShouldBe(asked);
        var mended = await References(study, server, retries: true);
        (mended.Collected, mended.Missing, mended.Failed).ShouldBe((queries, 0, 0));
        new AnnotationReader(study, new("", "")).Pair(1).Reference.ShouldBe("The Elbe.");
        AnnotationStatus.Of(study, new Prefdissect.Annotating.AnnotatorIdentity("llm:x:pair", "")).QueryFailures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_no_answer_came_for_a_passing_reason_the_next_run_asks()
    {
        using var study = Simulated();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = 1, Faults = [Fault.ServerError] });
        (await References(study, server)).ShouldSatisfyAllConditions(result => result.Failed.ShouldBe(0), result => result.Missing.ShouldBeGreaterThan(0));
        server.Options = new ScriptedOptions();
        (await References(study, server)).Missing.ShouldBe(0);
    }

    [Fact]
    public async Task A_scenario_that_is_none_is_mended_once_then_fails_and_is_asked_again_only_when_told()
    {
        using var study = Simulated();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = _ => """{"scenario": "cooking_for_cats"}""" });
        var queries = new StudyReader(study).Counts().Queries;
        var failed = await Scenarios(study, server);
        (failed.Told, failed.Failed).ShouldBe((0, queries));
        failed.Failures.ShouldBe(new Dictionary<string, int> { ["value not allowed"] = queries });
        server.Tally.Requests.ShouldBe(2 * queries);
        server.Options = new ScriptedOptions { Answer = _ => """{"scenario": "chitchat"}""" };
        (await Scenarios(study, server)).Failed.ShouldBe(queries);
        server.Tally.Requests.ShouldBe(2 * queries);
        var told = await Scenarios(study, server, retries: true);
        (told.Told, told.Failed).ShouldBe((queries, 0));
        server.Tally.Requests.ShouldBe(3 * queries);
    }

    [Fact]
    public async Task The_second_answer_to_a_scenario_counts()
    {
        using var study = Simulated();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions
        {
            Answer = request => request.Text.Contains("cannot be used") ? """{"scenario": "chitchat"}""" : "It is small talk.",
        });
        var told = await Scenarios(study, server);
        told.Failed.ShouldBe(0);
        told.Scenarios.ShouldHaveSingleItem().Scenario.ShouldBe("chitchat");
    }

    [Fact]
    public async Task Words_never_replace_what_a_model_told()
    {
        using var study = Simulated();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = _ => """{"scenario": "writing_cooking_recipe"}""" });
        var queries = new StudyReader(study).Counts().Queries;
        ScenarioWorkflow.ByWords(study, ScenarioGroups.Published, Never).Told.ShouldBe(queries);
        (await Scenarios(study, server)).Told.ShouldBe(queries);
        ScenarioWorkflow.ByWords(study, ScenarioGroups.Published, Never).Told.ShouldBe(0);
        new QueryReader(study).Scenarios().ShouldHaveSingleItem().ShouldBe(("writing_cooking_recipe", "Functional Writing", "m", queries));

        using var other = Simulated("other.study");
        (await Scenarios(other, server)).Told.ShouldBe(queries);
        ScenarioWorkflow.ByWords(other, ScenarioGroups.Published, Never).Scenarios.ShouldHaveSingleItem().ShouldBe(("writing_cooking_recipe", "Functional Writing", "m", queries));
    }

    [Fact]
    public async Task Of_several_models_the_one_that_told_last_counts()
    {
        using var study = Simulated();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = _ => """{"scenario": "chitchat"}""" });
        await Scenarios(study, server);
        server.Options = new ScriptedOptions { Answer = _ => """{"scenario": "roleplay"}""" };
        (await Scenarios(study, server, name: "another")).Scenarios.ShouldHaveSingleItem().ShouldSatisfyAllConditions(of => of.Scenario.ShouldBe("roleplay"), of => of.Classifier.ShouldBe("another"));
    }

    public void Dispose() => folder.Dispose();

    private static async Task<ReferenceResult> References(Study study, ScriptedServer server, bool retries = false)
    {
        using var session = ModelSession.Online(study.Path, Asked.Model(server), null, new Budget(), null, TimeProvider.System);
        var work = new ReferenceRequest(session.Model, PromptSet.Embedded, 256) { RetriesFailed = retries };
        return await ReferenceWorkflow.RunAsync(study, work, await session.OpenAsync(Aspects.None, Never), null, session.Watch, Never);
    }

    private static async Task<ScenarioResult> Scenarios(Study study, ScriptedServer server, bool retries = false, string name = "m")
    {
        var model = Asked.Model(server);
        using var session = ModelSession.Online(study.Path, model with { Name = name, Endpoint = model.Endpoint with { Model = name } }, null, new Budget(), null, TimeProvider.System);
        var work = new ScenarioRequest(session.Model, PromptSet.Embedded, ScenarioGroups.Published) { RetriesFailed = retries };
        return await ScenarioWorkflow.ByModelAsync(study, work, await session.OpenAsync(Aspects.None, Never), null, session.Watch, Never);
    }

    private Study Simulated(string name = "sim.study")
    {
        var study = Study.OpenOrCreate(folder[name]);
        SimulateWorkflow.Run(study, new SimulationOptions(Pairs, SimulatedStudyFile.Judges, 5), null, Never);
        return study;
    }
}
