using Prefdissect.Dashboard.Sources;
using Prefdissect.Dashboard.Voting;
using Prefdissect.Importing;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Tests.Voting;

public sealed class VotingRoomTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("prefdissect-room-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_vote_that_waits_for_another_programs_work_keeps_nobody_else_waiting()
    {
        var (busy, free) = (Made("busy", 40), Made("free", 40));
        using var room = new VotingRoom(TimeProvider.System);
        room.Begin(busy, "ada", null);
        room.Begin(free, "bea", null);
        Task waiting;
        using (var other = Study.Open(busy.Path!))
        using (other.BeginWrite())
        {
            waiting = Task.Run(() => Vote(room, busy, "ada"), TestContext.Current.CancellationToken);
            await Task.Delay(300, TestContext.Current.CancellationToken);
            await Task.Run(() => Vote(room, free, "bea"), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            // Nor those who come now, though there are more of them than the room keeps.
            for (var person = 0; person < 6; person++)
            {
                var name = $"person {person}";
                await Task.Run(() => room.Begin(free, name, null), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            }
            waiting.IsCompleted.ShouldBeFalse();
        }
        await waiting.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        room.Look(free, "bea", null).ShouldBeNull();
        room.Begin(free, "bea", null);
        room.Look(free, "bea", null)!.Votes.ShouldBe(1);
        using var opened = Study.OpenToRead(busy.Path!);
        new JudgementReader(opened).Counts("ada").Pairs.ShouldBe(1);
    }

    [Fact]
    public void How_many_more_votes_are_worth_giving_is_not_worked_out_in_a_large_study()
    {
        var large = Made("large", VotingSession.MostForecast + 1);
        using var room = new VotingRoom(TimeProvider.System);
        room.Begin(large, "ada", null);
        for (var vote = 0; vote < VotingSession.ForecastEvery; vote++) Vote(room, large, "ada");
        var seen = room.Look(large, "ada", null)!;
        seen.Votes.ShouldBe(VotingSession.ForecastEvery);
        seen.Obstacle.ShouldNotBeNull().ShouldContain("is not worked out in a study of more than 50,000 pairs");
    }

    private static void Vote(VotingRoom room, Source source, string judge) => room.Say(source, judge, null, room.Look(source, judge, null)!.Pair!.Hash.ToString(), VoteWord.A);

    private Source Made(string name, int pairs)
    {
        var (rows, study) = (Path.Combine(folder, name + ".csv"), Path.Combine(folder, name + ".study"));
        File.WriteAllLines(rows, Enumerable.Range(0, pairs).Select(i => $"What is {i}?,left {i},right {i},A,first").Prepend("prompt,response_a,response_b,winner,judge"));
        using (var opened = Study.OpenOrCreate(study)) ImportWorkflow.Run(opened, new ImportRequest([rows], ImportOptions.Default, BadRows.RefuseFile), null, TestContext.Current.CancellationToken);
        return new Source(name, name, study);
    }
}
