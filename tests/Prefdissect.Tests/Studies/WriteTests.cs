using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Tests.Studies;

/// <summary>A write is all or nothing, and others read beside it.</summary>
public sealed class WriteTests : IDisposable
{
    private readonly StudyFolder folder = new();

    [Fact]
    public void What_is_not_committed_leaves_nothing()
    {
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("q", "a", "b", Verdict.A)]);
        var (counts, hash) = (new StudyReader(study).Counts(), new StudyReader(study).DataHash());
        using (var write = study.BeginWrite())
        {
            using var writer = write.Votes(new VoteSource("other.csv", "table", true));
            writer.Add(StudyFolder.Vote("another", "c", "d", Verdict.B, "someone"));
            writer.Complete();
            write.PlantedWeights().Add("someone", "lengthy", 1);
        }
        var reader = new StudyReader(study);
        (reader.Counts(), reader.DataHash(), reader.IsSimulated(), reader.PlantedWeights().Count).ShouldBe((counts, hash, false, 0));
        StudyFolder.Import(study, [StudyFolder.Vote("q2", "a", "b", Verdict.A)]);
        reader.Counts().Votes.ShouldBe(2, "a write after one that was undone works");
    }

    [Fact]
    public void Others_see_the_old_state_until_the_commit_and_the_new_one_after()
    {
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("q", "a", "b", Verdict.A)]);
        using var one = Study.Open(folder.Path);
        using var two = Study.Open(folder.Path);
        using (var write = study.BeginWrite())
        {
            using var writer = write.Votes(StudyFolder.Votes);
            for (var i = 0; i < 2000; i++) writer.Add(StudyFolder.Vote($"query {i}", "a", "b", Verdict.A));
            foreach (var reader in new[] { one, two }) new StudyReader(reader).Counts().Pairs.ShouldBe(1);
            writer.Complete();
            using (var third = Study.Open(folder.Path)) new StudyReader(third).Counts().Pairs.ShouldBe(1, "a study can be opened while another writes");
            write.Commit();
        }
        foreach (var reader in new[] { one, two }) new StudyReader(reader).Counts().Pairs.ShouldBe(2001);
    }

    [Fact]
    public async Task Two_who_write_at_once_wait_for_each_other_and_lose_nothing()
    {
        using (folder.Open()) { }
        await Task.WhenAll(Enumerable.Range(0, 3).Select(thread => Task.Run(() =>
        {
            using var study = Study.Open(folder.Path);
            for (var i = 0; i < 10; i++) StudyFolder.Import(study, [StudyFolder.Vote($"query {thread} {i}", "a", "b", Verdict.A), StudyFolder.Vote("shared", "a", "b", Verdict.A)]);
        })));
        using var whole = Study.Open(folder.Path);
        var counts = new StudyReader(whole).Counts();
        (counts.Pairs, counts.Votes).ShouldBe((31, 31));
    }

    [Fact]
    public void A_look_at_a_study_stays_at_one_state_while_another_writes()
    {
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("q", "a", "b", Verdict.A)]);
        using var other = Study.Open(folder.Path);
        using (other.BeginRead())
        {
            new StudyReader(other).Counts().Pairs.ShouldBe(1);
            StudyFolder.Import(study, [StudyFolder.Vote("another", "a", "b", Verdict.A)]);
            new StudyReader(other).Counts().Pairs.ShouldBe(1);
        }
        new StudyReader(other).Counts().Pairs.ShouldBe(2);
        StudyFolder.Import(other, [StudyFolder.Vote("a third", "a", "b", Verdict.A)]);
    }

    [Fact]
    public void A_study_made_for_work_that_failed_can_be_taken_away_again()
    {
        var study = folder.Open();
        study.DiscardIfCreated();
        Directory.GetFileSystemEntries(folder.Folder).ShouldBeEmpty();
    }

    [Fact]
    public void A_study_that_was_there_before_is_never_taken_away()
    {
        using (folder.Open()) { }
        var study = folder.Open();
        study.DiscardIfCreated();
        study.Dispose();
        File.Exists(folder.Path).ShouldBeTrue();
    }

    [Fact]
    public void A_study_that_another_filled_meanwhile_is_not_taken_away()
    {
        using var study = folder.Open();
        using (var other = Study.Open(folder.Path)) StudyFolder.Import(other, [StudyFolder.Vote("q", "a", "b", Verdict.A)]);
        study.DiscardIfCreated();
        using var whole = Study.Open(folder.Path);
        new StudyReader(whole).Counts().Votes.ShouldBe(1);
    }

    [Fact]
    public void A_study_that_another_is_filling_is_not_taken_away()
    {
        using var study = folder.Open();
        using (var other = Study.Open(folder.Path))
        {
            using var write = other.BeginWrite();
            using var writer = write.Votes(StudyFolder.Votes);
            writer.Add(StudyFolder.Vote("q", "a", "b", Verdict.A));
            study.DiscardIfCreated();
            writer.Complete();
            write.Commit();
        }
        using var whole = Study.Open(folder.Path);
        new StudyReader(whole).Counts().Votes.ShouldBe(1);
    }

    [Fact]
    public void Planted_weights_make_the_round_trip_and_can_be_written_again()
    {
        using var study = folder.Open();
        using (var write = study.BeginWrite())
        {
            var weights = write.PlantedWeights();
            weights.Add("sim-one", "lengthy", 0.123456789012345);
            weights.Add("sim-one", "polite", -1e-300);
            weights.Add("sim-two", "lengthy", 0);
            weights.Add("sim-two", "lengthy", -0.5);
            write.Commit();
        }
        var planted = new StudyReader(study).PlantedWeights();
        planted["sim-one"].ShouldBe(new Dictionary<string, double> { ["lengthy"] = 0.123456789012345, ["polite"] = -1e-300 }, ignoreOrder: true);
        planted["sim-two"].ShouldBe(new Dictionary<string, double> { ["lengthy"] = -0.5 }, ignoreOrder: true);
    }

    [Fact]
    public void A_judge_with_any_simulated_vote_is_marked_and_so_is_the_study()
    {
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("q", "a", "b", Verdict.A, "real"), StudyFolder.Vote("q", "a", "b", Verdict.A, "mixed")]);
        new StudyReader(study).IsSimulated().ShouldBeFalse();
        StudyFolder.Import(study, [StudyFolder.Vote("q", "c", "d", Verdict.A, "mixed")], new VoteSource("simulate", "simulation", Simulated: true));
        new StudyReader(study).IsSimulated().ShouldBeTrue();
        new StudyReader(study).Judges().ToDictionary(judge => judge.Judge, judge => judge.Simulated).ShouldBe(new Dictionary<string, bool> { ["mixed"] = true, ["real"] = false }, ignoreOrder: true);
    }

    public void Dispose() => folder.Dispose();
}
