using Dapper;
using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Resolving;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Costs;
using Prefdissect.Properties;
using Prefdissect.Scripted;
using Prefdissect.Simulating;
using Prefdissect.Studies;
using Prefdissect.Tests.Models;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Tests.Workflows.Asking;

/// <summary>What a retry sends, and what it leaves as it is.</summary>
public sealed class RetryTests : IDisposable
{
    private const int Pairs = 6;
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly SimulatedStudyFile folder = new();

    [Fact]
    public async Task A_query_that_one_pair_has_the_answer_for_is_not_examined_again_for_another()
    {
        using var study = OneQuery();
        var asked = 0;
        string Info(int constraints) => $$"""
            {"clear intent":"yes","explicitly express feelings":"no","explicit constraints":[{{string.Join(',', Enumerable.Range(1, constraints).Select(i => $"\"constraint {i}\""))}}],
            "explicit subjective stances":[],"explicit mistakes or biases":[]}
            """;
        Func<ScriptedRequest, string?> Answers(int constraints) => request =>
        {
            if (request.Schema is not { } schema || !schema.TryGetProperty("properties", out var fields) || !fields.TryGetProperty("clear intent", out _)) return null;
            asked++;
            return Info(constraints);
        };
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = 1, Faults = [Fault.ServerError] });
        var work = Work(server) with { Steps = [AnnotationStep.QueryInfo, AnnotationStep.QuerySpecific] };
        (await Annotate(study, server, work with { Sample = 1 })).Status.Failures.ShouldContain(failure => failure.Step == "query-info" && failure.Reason == "server error");
        server.Options = new ScriptedOptions { Answer = Answers(2) };
        await Annotate(study, server, work);
        asked.ShouldBe(1);
        var ofDone = Ratings(study, work).Where(rating => !rating.Contains("NotMeasured", StringComparison.Ordinal)).ToList();
        ofDone.ShouldContain(rating => rating.StartsWith("satisfy constraints", StringComparison.Ordinal));

        server.Options = new ScriptedOptions { Answer = Answers(1) };
        (await Annotate(study, server, work with { RetryReason = "" })).Status.Failed.ShouldBe(0);
        asked.ShouldBe(1);
        var ratings = Ratings(study, work);
        ofDone.ShouldBeSubsetOf(ratings);
        await Resolve(study, work, ResolvingRules.Default);
        Ratings(study, work).ShouldBe(ratings);

        // As in a study in which the query was examined again by an older version of this program.
        study.Connection.Execute("UPDATE query_info SET document = REPLACE(document, '\"constraint 1\",', '')");
        await Resolve(study, work, ResolvingRules.Default);
        Ratings(study, work).ShouldBe(ratings);
    }

    [Fact]
    public async Task A_retry_sends_the_question_that_failed_and_not_the_other_half()
    {
        using var study = Simulated();
        var second = SecondTexts(study);
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = request => second.Any(request.Text.Contains) ? "I cannot help with that." : null });
        var work = Work(server) with { Steps = [AnnotationStep.QueryFree], Mode = AnnotationMode.Single };
        (await Annotate(study, server, work)).Status.Steps.First(step => step.Step == "query-free").Failed.ShouldBe(Pairs);
        server.Options = new ScriptedOptions();
        var before = server.Tally.Requests;
        var retry = work with { RetryReason = "" };
        using (var store = AnswerStore.Open(study.Path, TimeProvider.System))
            (await EstimateWorkflow.OfAnnotationAsync(study, [retry], store, null, Never)).Estimate.Requests.ShouldBe(Pairs);
        (await Annotate(study, server, retry)).Status.Steps.First(step => step.Step == "query-free").Done.ShouldBe(Pairs);
        (server.Tally.Requests - before).ShouldBe(Pairs);
    }

    [Fact]
    public async Task An_answer_that_was_never_sent_back_is_sent_back_and_not_bought_again()
    {
        using var study = Simulated();
        var mendings = 0;
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions());
        string? Answer(ScriptedRequest request)
        {
            if (request.Text.Contains("That answer cannot be used", StringComparison.Ordinal)) Interlocked.Increment(ref mendings);
            // What comes after the first answer meets a fault.
            else server.Options = new ScriptedOptions { FaultShare = 1, Faults = [Fault.ServerError] };
            return "{}";
        }
        server.Options = new ScriptedOptions { Answer = Answer };
        var work = Work(server) with { Steps = [AnnotationStep.QueryFree], Sample = 1 };
        (await Annotate(study, server, work)).Status.Failures.ShouldHaveSingleItem().Reason.ShouldBe("server error");
        server.Options = new ScriptedOptions { Answer = request => request.Text.Contains("That answer cannot be used", StringComparison.Ordinal) ? OffScale(request)!.Replace('7', '2') : "{}" };
        var before = server.Tally.Requests;
        (await Annotate(study, server, work with { RetryReason = "" })).Status.Done.ShouldBe(1);
        (server.Tally.Requests - before).ShouldBe(1);
        mendings.ShouldBe(0);
    }

    [Fact]
    public async Task Other_rules_make_a_failed_step_done_and_hold_for_what_is_asked_later()
    {
        using var study = Simulated();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = OffScale });
        var work = Work(server) with { Steps = [AnnotationStep.QueryFree] };
        (await Annotate(study, server, work with { Sample = 2 })).Status.Failures.ShouldHaveSingleItem().ShouldBe(new StepCount("query-free", StepStatus.Failed, "value not allowed", 2));
        (await Resolve(study, work, ResolvingRules.Default)).ShouldBe(0);
        (await Resolve(study, work, ResolvingRules.Paper)).ShouldBe(2);
        AnnotationStatus.Of(study, work.Identity).Done.ShouldBe(2);
        Ratings(study, work).Count(rating => rating == "friendly 0 1").ShouldBe(2);

        var before = server.Tally.Requests;
        (await Annotate(study, server, work)).Status.Done.ShouldBe(Pairs);
        (server.Tally.Requests - before).ShouldBe(Pairs - 2);
        Ratings(study, work).Count(rating => rating == "friendly 0 1").ShouldBe(Pairs);

        (await Resolve(study, work, ResolvingRules.Default)).ShouldBe(Pairs);
        AnnotationStatus.Of(study, work.Identity).Failures.ShouldHaveSingleItem().ShouldBe(new StepCount("query-free", StepStatus.Failed, "value not allowed", Pairs));
    }

    [Fact]
    public async Task A_definition_that_cannot_be_changed_is_refused_before_anything_is_sent()
    {
        using var study = Simulated();
        Property Own(string definition) => new("cites a source", "cites source", PropertyKind.Basic, ComparisonRule.MoreIsMore, definition);
        using (var write = study.BeginWrite())
        {
            using (var ratings = write.Ratings(new("someone", "1"))) ratings.AddToPair(1, Prefdissect.Pairs.PairSide.First, Own("A first definition."), Rating.Of(1));
            write.Commit();
        }
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions());
        var work = Work(server) with { Steps = [AnnotationStep.QueryFree], Properties = PropertySet.Published.With([Own("A second definition.")]) };
        (await Should.ThrowAsync<StudyException>(() => Annotate(study, server, work))).Message.ShouldContain("another definition of the property 'cites source'");
        Should.Throw<StudyException>(() => AskedAnew.Of(study, work));
        server.Tally.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Progress_counts_the_pairs_that_are_asked()
    {
        using var study = Simulated();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = _ => "I cannot help with that." });
        var work = Work(server) with { Steps = [AnnotationStep.QueryFree] };
        await Annotate(study, server, work with { Sample = 2 });
        server.Options = new ScriptedOptions();
        var totals = new List<long?>();
        using (var session = ModelSession.Online(study.Path, work.Model, null, new Budget(), null, TimeProvider.System))
        {
            var model = await session.OpenAsync(Aspects.None, Never);
            await LlmAnnotateWorkflow.RunAsync(study, work with { Sample = 5 }, model, new SimulatedStudyFile.Reports(progress => totals.Add(progress.Total)), session.Watch, Never);
        }
        totals.ShouldNotBeEmpty();
        totals.ShouldAllBe(total => total == 3);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Levels of which the first response's are off their scale.</summary>
    private static string? OffScale(ScriptedRequest request) => request.Schema is { } schema && schema.TryGetProperty("properties", out var fields)
        ? $"{{{string.Join(',', fields.EnumerateObject().Select(field => $"\"{field.Name}\":{{\"response_1\":7,\"response_2\":1}}"))}}}"
        : null;

    private static LlmAnnotateRequest Work(ScriptedServer server)
    {
        var model = Asked.Model(server);
        return new LlmAnnotateRequest { Model = model with { Endpoint = model.Endpoint with { Limits = model.Endpoint.Limits with { Retries = 0 } } } };
    }

    private static async Task<LlmAnnotateResult> Annotate(Study study, ScriptedServer server, LlmAnnotateRequest work)
    {
        using var session = ModelSession.Online(study.Path, work.Model, null, new Budget(), null, TimeProvider.System);
        return await LlmAnnotateWorkflow.RunAsync(study, work, await session.OpenAsync(Aspects.None, Never), null, session.Watch, Never);
    }

    private static async Task<int> Resolve(Study study, LlmAnnotateRequest work, ResolvingRules rules)
    {
        using var store = AnswerStore.Open(study.Path, TimeProvider.System);
        return await ResolveAgainWorkflow.RunAsync(study, AnnotationStatus.Of(study, work.Identity), rules, store, null, Never);
    }

    private static List<string> Ratings(Study study, LlmAnnotateRequest work)
    {
        var reader = new RatingReader(study, work.Identity);
        return [.. reader.Pairs().SelectMany(pair => reader.Properties.Index().Where(of => of.Item.Rule != ComparisonRule.Length)
            .Select(of => $"{of.Item.ShortName} {pair.Pair.First[of.Index]} {pair.Pair.Second[of.Index]}"))];
    }

    private static List<string> SecondTexts(Study study)
    {
        var reader = new AnnotationReader(study, Prefdissect.Annotating.AnnotatorIdentity.Planted);
        return [.. reader.PairsAfter(0, 100).Select(id => reader.Pair(id).Second.Text.Trim())];
    }

    private Study OneQuery()
    {
        var study = Study.OpenOrCreate(folder["one.study"]);
        folder.Write("one.csv", "prompt,response_a,response_b,winner,judge\n" + string.Concat(Enumerable.Range(1, 2).Select(i => $"Say hello in two ways.,Hello {i}.,Good day {i}.,a,someone\n")));
        ImportWorkflow.Run(study, new ImportRequest([folder["one.csv"]], new Prefdissect.Importing.ImportOptions(), BadRows.RefuseFile), null, Never).Files.ShouldAllBe(file => file.Failure == null);
        return study;
    }

    private Study Simulated()
    {
        var study = Study.OpenOrCreate(folder["sim.study"]);
        SimulateWorkflow.Run(study, new SimulationOptions(Pairs, SimulatedStudyFile.Judges, 5), null, Never);
        return study;
    }
}
