using Prefdissect.Judging;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Simulating;
using Prefdissect.Studies;
using Prefdissect.Tests.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Tests.Workflows;

/// <summary>A judge with a planted shift towards A and a planted taste for length, asked in both orders, in a study.</summary>
public sealed class JudgesWorkflowTests : IDisposable
{
    private const double Shift = 0.7;
    private const double Length = 0.9;
    private const string Name = "sim-biased";

    private readonly SimulatedStudyFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public void Position_and_length_are_recovered_from_readings_in_both_orders()
    {
        using var study = Judged(1500, rounds: 1);
        FitWorkflow.Run(study, new FitRequest { Judges = [Name], Groups = ["all"], Annotator = "planted", Options = SimulatedStudyFile.Few with { Draws = 400, Warmup = 200 } }, null, CancellationToken.None);
        var bias = JudgesWorkflow.Run(study, new JudgesRequest { Annotator = "planted" }, null, CancellationToken.None).Judges.Single(judge => judge.Judge.Name == Name);
        bias.Pairs.ShouldBe(1500);
        (bias.OrderShift.Low < Shift && Shift < bias.OrderShift.High).ShouldBeTrue($"{bias.OrderShift}");
        (bias.LengthBesideOthers.Low < Length && Length < bias.LengthBesideOthers.High).ShouldBeTrue($"{bias.LengthBesideOthers}");
        bias.LengthAlone.Mean!.Value.ShouldBe(Length, 0.3);
        bias.PositionShare.Low!.Value.ShouldBeGreaterThan(0.5);
        bias.PositionAlone.Mean.ShouldBe(bias.FlipRate.Mean);
        bias.Mass.Median.ShouldBe(1);
        bias.BoundedShare.Mean.ShouldBe(0);
        bias.Steadiness.Mean.ShouldBeNull();
    }

    [Fact]
    public void What_was_asked_again_is_compared_order_by_order()
    {
        using var study = Judged(200, rounds: 3);
        var judge = JudgesWorkflow.Run(study, new JudgesRequest { Judges = [Name] }, null, CancellationToken.None).Judges.ShouldHaveSingleItem();
        var byHand = new JudgementReader(study).Readings(Name).GroupBy(of => of.Pair).Average(pair => pair.GroupBy(of => of.Reading.Order).SelectMany(order =>
        {
            var signs = order.Select(of => of.Reading.Sign).ToList();
            return new[] { signs[0] == signs[1], signs[0] == signs[2], signs[1] == signs[2] };
        }).Average(alike => alike ? 1.0 : 0));
        judge.Steadiness.Mean!.Value.ShouldBe(byHand, 1e-12);
        judge.Steadiness.N.ShouldBe(200);
        judge.Steadiness.Mean.Value.ShouldBeInRange(0.5, 0.99);
        // The first round alone is measured.
        judge.PositionShare.N.ShouldBe(400);
    }

    [Fact]
    public void Of_many_pairs_as_many_as_wanted_are_taken_by_chance()
    {
        using var study = Judged(600, rounds: 1);
        var whole = JudgesWorkflow.Run(study, new JudgesRequest(), null, CancellationToken.None);
        var some = JudgesWorkflow.Run(study, new JudgesRequest { MostPairs = 200 }, null, CancellationToken.None);
        (whole.Sample, some.Sample, some.DataHash).ShouldBe((null, (200, 600), null));
        foreach (var (all, taken) in whole.Judges.Zip(some.Judges))
        {
            (all.Pairs, taken.Pairs).ShouldBe((600, 200));
            taken.LengthAlone.Mean.ShouldBeNull();
            foreach (var with in taken.Agreements) with.Alike.N.ShouldBe(200);
            if (taken.PositionShare.Low is not { } low) continue;
            // Three times the width, so that chance fails the test in one of some millions of seeds.
            taken.PositionShare.Mean!.Value.ShouldBe(all.PositionShare.Mean!.Value, 1.5 * (taken.PositionShare.High!.Value - low));
        }
        // Somebody who judged few pairs is measured on all of them, and so is who is held against them.
        StudyFolder.Import(study, [.. Enumerable.Range(0, 20).Select(i => StudyFolder.Vote($"q{i}", "a", "b", Verdict.A, "few")), .. Enumerable.Range(0, 15).Select(i => StudyFolder.Vote($"q{i}", "a", "b", Verdict.A, Name))]);
        var few = JudgesWorkflow.Run(study, new JudgesRequest { MostPairs = 200 }, null, CancellationToken.None).Judges;
        few.Single(judge => judge.Judge.Name == "few").Pairs.ShouldBe(20);
        few.Single(judge => judge.Judge.Name == "few").Agreements.Single(with => with.With == Name).Alike.N.ShouldBe(15);
        few.Single(judge => judge.Judge.Name == Name).Pairs.ShouldBeInRange(190, 200);
        var other = JudgesWorkflow.Run(study, new JudgesRequest { MostPairs = 200, Seed = 2 }, null, CancellationToken.None);
        other.Judges[0].Agreements[0].Alike.Mean.ShouldNotBe(some.Judges[0].Agreements[0].Alike.Mean);
        JudgesWorkflow.Run(study, new JudgesRequest { MostPairs = 620 }, null, CancellationToken.None).Sample.ShouldBeNull();
    }

    [Fact]
    public void Every_figure_counts_what_the_study_holds()
    {
        using var study = Judged(200, rounds: 1);
        var view = JudgesWorkflow.Run(study, new JudgesRequest { People = ["sim-person"] }, null, CancellationToken.None);
        var votes = view.Judges.ToDictionary(judge => judge.Judge.Name, judge => new JudgeVotesReader(study).Votes(judge.Judge.Name).ToDictionary(vote => vote.Pair));
        foreach (var judge in view.Judges)
        {
            var own = votes[judge.Judge.Name];
            judge.Pairs.ShouldBe(own.Count);
            judge.TieShare.Mean!.Value.ShouldBe(own.Values.Count(vote => vote.Sign == 0) / (double)own.Count, 1e-12);
            foreach (var with in judge.Agreements)
            {
                with.IsPerson.ShouldBe(with.With == "sim-person");
                with.Alike.Mean!.Value.ShouldBe(own.Average(vote => vote.Value.Sign == votes[with.With][vote.Key].Sign ? 1.0 : 0), 1e-12);
                // Agreement is mutual.
                view.Judges.Single(other => other.Judge.Name == with.With).Agreements.Single(back => back.With == judge.Judge.Name).Kappa.ShouldBe(with.Kappa);
            }
        }
        var biased = view.Judges.Single(judge => judge.Judge.Name == Name);
        var people = votes["sim-person"];
        biased.Calibration.Brier.N.ShouldBe(200);
        biased.Calibration.Brier.Mean!.Value.ShouldBe(
            votes[Name].Average(vote => Math.Pow((1 / (1 + Math.Exp(-vote.Value.Margin!.Value))) - ((people[vote.Key].Sign + 1) / 2.0), 2)), 1e-12);
    }

    [Fact]
    public void An_asked_judge_without_any_verdict_is_there_with_its_reasons()
    {
        using var study = Judged(30, rounds: 1);
        using (var write = study.BeginWrite())
        {
            using (write.Judgements(new JudgeDescription("silent", JudgeKind.Verbal))) write.Commit();
        }
        var silent = JudgesWorkflow.Run(study, new JudgesRequest { Judges = ["silent"] }, null, CancellationToken.None).Judges.ShouldHaveSingleItem();
        (silent.Pairs, silent.PositionShare.N).ShouldBe((0, 0));
        silent.Agreements.ShouldAllBe(with => with.Alike.Reason == "no pair was judged by both");
    }

    [Fact]
    public void What_is_taken_back_or_forgotten_leaves_neither_reading_nor_vote()
    {
        using var study = Judged(30, rounds: 1);
        var pair = new JudgementReader(study).Readings(Name).First().Pair;
        Write(study, writer => writer.Remove(pair));
        (new StudyReader(study).VotesOf(Name).Count(), new JudgementReader(study).Readings(Name).Count()).ShouldBe((29, 58));
        Write(study, writer => writer.Forget());
        (new StudyReader(study).VotesOf(Name).Count(), new JudgementReader(study).Readings(Name).Count()).ShouldBe((0, 0));
        new StudyReader(study).VotesOf("sim-formatter").ShouldNotBeEmpty();
    }

    [Fact]
    public void Who_saw_no_order_has_no_position_bias()
    {
        using var study = Judged(30, rounds: 1);
        var pair = new JudgementReader(study).Readings(Name).First().Pair;
        var reading = new OrderReading(AskedOrder.FirstAsA) { LogProbA = -0.2, LogProbB = -2 };
        Write(study, writer =>
        {
            writer.Add(pair, reading);
            writer.Vote(pair, new PairReading(reading, null));
        }, new JudgeDescription("scorer", JudgeKind.Score) { AsksBothOrders = false });
        var scorer = JudgesWorkflow.Run(study, new JudgesRequest { Judges = ["scorer"] }, null, CancellationToken.None).Judges.ShouldHaveSingleItem();
        (scorer.Pairs, scorer.PositionShare.Mean, scorer.LabelShare.Mean, scorer.RandomOrderShift.Mean).ShouldBe((1, null, null, null));
    }

    [Fact]
    public void What_the_position_does_is_told_by_two_orders_of_the_same_round()
    {
        using var study = Judged(30, rounds: 1);
        var pairs = new JudgementReader(study).Readings(Name).Select(of => of.Pair).Distinct().Take(2).ToList();
        Write(study, writer =>
        {
            // Round 0 has one order alone, 1 and 2 have both.
            writer.Add(pairs[0], Of(0, AskedOrder.FirstAsA, 3));
            writer.Add(pairs[0], new OrderReading(AskedOrder.SecondAsA) { State = ReadingState.Failed, Reason = "no letter in the answer" });
            writer.Add(pairs[0], Of(1, AskedOrder.FirstAsA, -1));
            writer.Add(pairs[0], Of(1, AskedOrder.SecondAsA, -2));
            writer.Add(pairs[0], Of(2, AskedOrder.FirstAsA, 5));
            writer.Add(pairs[0], Of(2, AskedOrder.SecondAsA, 5));
            // No round has both.
            writer.Add(pairs[1], Of(0, AskedOrder.FirstAsA, 2));
            writer.Add(pairs[1], Of(1, AskedOrder.SecondAsA, -4));
        }, new JudgeDescription("again", JudgeKind.Chat));
        var judge = JudgesWorkflow.Run(study, new JudgesRequest { Judges = ["again"] }, null, CancellationToken.None).Judges.ShouldHaveSingleItem();
        (judge.OrderShift.N, judge.OrderShift.Mean!.Value).ShouldBe((1, -1.5));
        // B and B of the first pair, A of the second.
        (judge.PositionShare.N, judge.PositionShare.Mean!.Value).ShouldBe((3, 1 / 3.0));
        // All rounds tell how steady it is: of the first pair one of three alike in the first order, none of one in the second.
        (judge.Steadiness.N, judge.Steadiness.Mean!.Value).ShouldBe((1, 0.25));

        static OrderReading Of(int round, AskedOrder order, double odds) => SaidReading.OfMargin(order, order == AskedOrder.FirstAsA ? odds : -odds) with { Round = round };
    }

    private static void Write(Study study, Action<JudgementWriter> change, JudgeDescription? judge = null)
    {
        using var write = study.BeginWrite();
        using (var writer = write.Judgements(judge ?? new JudgeDescription(Name, JudgeKind.Chat))) change(writer);
        write.Commit();
    }

    /// <summary>A simulated study with three judges of votes alone, and one that was asked in both orders.</summary>
    private Study Judged(int count, int rounds)
    {
        var study = Study.OpenOrCreate(file[$"{count}-{rounds}.study"]);
        SimulateWorkflow.Run(study, new SimulationOptions(count, SimulatedJudges.Take(3, 5), 5), null, CancellationToken.None);
        var length = PublishedProperties.All.ToList().FindIndex(property => property.ShortName == "lengthy");
        var random = new Random(17);
        var places = new StudyPlaces(study);
        using var write = study.BeginWrite();
        using (var writer = write.Judgements(new JudgeDescription(Name, JudgeKind.Chat)))
        {
            foreach (var pair in StudySimulator.Simulate(new SimulationOptions(count, [], 5)))
            {
                var id = places.Of(pair.Pair);
                var turned = pair.Pair.First.Hash == pair.A.Hash ? 1 : -1;
                var shift = Shift + random.NextDouble() - 0.5;
                var taste = (turned * Length * pair.Features[length]) + Logistic();
                var readings = Enumerable.Range(0, rounds).Select(round => (One: Asked(AskedOrder.FirstAsA, shift + taste, round), Two: Asked(AskedOrder.SecondAsA, shift - taste, round))).ToList();
                foreach (var (one, two) in readings)
                {
                    writer.Add(id, one);
                    writer.Add(id, two);
                }
                writer.Vote(id, new PairReading(readings[0].One, readings[0].Two));
            }
        }
        write.Commit();
        return study;

        OrderReading Asked(AskedOrder order, double logOdds, int round)
        {
            var z = logOdds + (round == 0 ? 0 : (4 * random.NextDouble()) - 2);
            return new OrderReading(order) { Round = round, LogProbA = -Math.Log(1 + Math.Exp(-z)), LogProbB = -Math.Log(1 + Math.Exp(z)), Mass = 1 };
        }

        double Logistic()
        {
            var u = random.NextDouble();
            return Math.Log(u / (1 - u));
        }
    }

    private sealed class StudyPlaces(Study study)
    {
        private readonly Dictionary<ContentHash, long> ids = new RatingReader(study, new StudyReader(study).Annotators().Single()).Pairs().ToDictionary(of => of.Pair.Pair, of => of.Id);

        public long Of(Pair pair) => ids[pair.Hash];
    }
}
