using Prefdissect.Judging;
using Prefdissect.Models.Answers;
using Prefdissect.Simulating;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Asking;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Tests.Workflows;

/// <summary>What a run leaves of a judge that is new, or that was asked otherwise before.</summary>
public sealed class JudgingRunTests : IDisposable
{
    private static readonly JudgeDescription Before = new("j", JudgeKind.Prompted) { Model = "m", Rubric = "brief" };
    private static readonly JudgeDescription Changed = Before with { Rubric = "long" };

    private readonly SimulatedStudyFile file = new();
    private readonly Study study;
    private readonly IReadOnlyList<long> pairs;

    public JudgingRunTests()
    {
        study = Study.OpenOrCreate(file["run.study"]);
        SimulateWorkflow.Run(study, new SimulationOptions(8, SimulatedJudges.Take(1, 5), 5), null, CancellationToken.None);
        pairs = new JudgedPairReader(study).ByQuery();
    }

    public void Dispose()
    {
        study.Dispose();
        file.Dispose();
    }

    [Fact]
    public async Task What_was_said_before_waits_for_the_first_answer_and_goes_with_it()
    {
        await Run(Before, [.. pairs.Take(4).Select(Answered)]);
        var result = await Run(Changed, [Skipped(pairs[0])], [Answered(pairs[5]), Skipped(pairs[6])]);
        result.Judged.ShouldBe(3);
        Readings().Select(of => of.Pair).ShouldBe([pairs[0], pairs[5], pairs[5], pairs[6]], ignoreOrder: true);
        new StudyReader(study).VotesOf("j").Count().ShouldBe(1);
        new JudgementReader(study).Description("j")!.Rubric.ShouldBe("long");
    }

    [Theory]
    [InlineData("skipped", AskingEnd.Complete)]
    [InlineData("offline", AskingEnd.NotStored)]
    [InlineData("refused", AskingEnd.Unavailable)]
    [InlineData("cancelled", AskingEnd.Cancelled)]
    public async Task Without_an_answer_what_was_said_before_stays(string way, AskingEnd end)
    {
        await Run(Before, [.. pairs.Take(4).Select(Answered)]);
        var before = Readings();
        var result = await Run(Changed, way == "cancelled", [Skipped(pairs[0])], way switch
        {
            "offline" => [PairAsked.Open(Pair(pairs[1]), new ModelFailure(FailureReason.NotStored, ""))],
            "refused" => [PairAsked.Open(Pair(pairs[1]), new ModelFailure(FailureReason.Unauthorized, ""))],
            _ => [Skipped(pairs[1])],
        });
        (result.End, result.Judged).ShouldBe((end, 0));
        result.Notices.ShouldHaveSingleItem().ShouldContain("what it said before stays");
        Readings().ShouldBe(before);
        new StudyReader(study).VotesOf("j").Count().ShouldBe(4);
        new JudgementReader(study).Description("j")!.Rubric.ShouldBe("brief");
    }

    [Fact]
    public async Task Of_a_new_judge_reasons_are_kept_where_the_run_came_to_its_end_and_nothing_where_it_did_not()
    {
        (await Run(Before, cancelled: true, [Skipped(pairs[0])])).Judged.ShouldBe(0);
        await Run(Before, [Skipped(pairs[0]), PairAsked.Open(Pair(pairs[1]), new ModelFailure(FailureReason.NotStored, ""))]);
        new JudgementReader(study).Description("j").ShouldBeNull();
        (await Run(Before, [Skipped(pairs[0])])).Judged.ShouldBe(1);
        Readings().ShouldHaveSingleItem().Reading.State.ShouldBe(ReadingState.Skipped);
    }

    [Fact]
    public async Task A_judge_that_is_asked_as_before_keeps_all_that_comes()
    {
        await Run(Before, [Answered(pairs[0])]);
        (await Run(Before, [Skipped(pairs[1])])).Judged.ShouldBe(1);
        Readings().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Votes_of_one_order_are_taken_back_where_both_are_asked_and_come_again_with_the_other()
    {
        var one = Before with { AsksBothOrders = false };
        await Run(one, [.. pairs.Take(4).Select(pair => Answered(pair, AskedOrder.FirstAsA))]);
        new StudyReader(study).VotesOf("j").Count().ShouldBe(4);
        JudgeChange.Sentence(study, Before)!.ShouldContain("one order before");
        await Run(Before, [Skipped(pairs[7])]);
        new StudyReader(study).VotesOf("j").Count().ShouldBe(4, "nothing was answered yet");
        await Run(Before, [Answered(pairs[1], AskedOrder.SecondAsA)]);
        new StudyReader(study).VotesOf("j").Count().ShouldBe(1);
        Readings().Count.ShouldBe(5, "readings stay");
        await Run(Before, [.. pairs.Take(4).Where(pair => pair != pairs[1]).Select(pair => Answered(pair, AskedOrder.SecondAsA))]);
        new StudyReader(study).VotesOf("j").Count().ShouldBe(4);
        Should.Throw<RequestException>(() => new JudgingRun(study, one)).Message.ShouldContain("both orders");
    }

    private Task<JudgeResult> Run(JudgeDescription judge, params IReadOnlyList<PairAsked>[] batches) => Run(judge, cancelled: false, batches);

    private Task<JudgeResult> Run(JudgeDescription judge, bool cancelled, params IReadOnlyList<PairAsked>[] batches) => new JudgingRun(study, judge).RunAsync(
        batches.ToAsyncEnumerable(), 0, null, new AskingWatch(TimeProvider.System, new AskingTally()), new CancellationToken(cancelled));

    private IReadOnlyList<(long Pair, OrderReading Reading)> Readings() => [.. new JudgementReader(study).Readings("j")];

    private PairToJudge Pair(long pair) => new JudgedPairReader(study).Pair(pair);

    private static PairAsked Answered(long pair) => Answered(pair, AskedOrder.FirstAsA, AskedOrder.SecondAsA);

    private static PairAsked Answered(long pair, params AskedOrder[] orders) => new(new PairReadings(pair, [.. orders.Select(order => SaidReading.Of(order, 1))]));

    private PairAsked Skipped(long pair) => PairAsked.Skipped(Pair(pair), [(0, AskedOrder.FirstAsA)], "too long for the model's context");
}
