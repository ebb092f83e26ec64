using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Tests.Studies;

/// <summary>Which votes a study keeps, and how often.</summary>
public sealed class KeptVotesTests : IDisposable
{
    private readonly StudyFolder folder = new();

    /// <summary>Votes from so few texts and judges that the same one comes often.</summary>
    private static Gen<Vote> Votes { get; } =
        from query in Gen.Elements("q1", "q2")
        from a in Gen.Elements("r1", "r2", "r3")
        from b in Gen.Elements("r1", "r2", "r3")
        from verdict in Gen.Elements(Verdict.A, Verdict.B, Verdict.Tie)
        from judge in Gen.Elements<string?>(null, "human", "j")
        from margin in Gen.Elements<double?>(null, 1.5)
        from model in Gen.Elements<string?>(null, "m")
        from scenario in Gen.Elements<string?>(null, "Code")
        select StudyFolder.Vote(query, a, b, verdict, judge) with { Margin = margin, ModelA = model, Scenario = scenario };

    [Fact]
    public void A_study_keeps_of_every_vote_the_most_that_any_import_had_whatever_the_order()
    {
        var imports =
            from files in Votes.ListOf().Select(votes => votes.ToList()).ListOf(3)
            from order in Gen.Shuffle(new[] { 0, 1, 2, 0, 1 })
            from other in Gen.Shuffle(new[] { 0, 1, 2 })
            select (Files: files.ToList(), Order: order, Other: other);
        var run = 0;
        Prop.ForAll(imports.ToArbitrary(), sample =>
        {
            var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var line in sample.Files.SelectMany(file => file.Select(StudyFolder.Line).CountBy(line => line)))
            {
                counts[line.Key] = Math.Max(counts.GetValueOrDefault(line.Key), line.Value);
            }
            using var one = Study.OpenOrCreate(folder[$"{++run}.study"]);
            using var two = Study.OpenOrCreate(folder[$"{++run}.study"]);
            foreach (var file in sample.Order) StudyFolder.Import(one, sample.Files[file]);
            foreach (var file in sample.Other) StudyFolder.Import(two, Enumerable.Reverse(sample.Files[file]));
            StudyFolder.Contents(one).ShouldBe(counts);
            StudyFolder.Contents(two).ShouldBe(counts);
            new StudyReader(one).DataHash().ShouldBe(new StudyReader(two).DataHash());
            var summed = new StudyReader(one).Counts();
            summed.Votes.ShouldBe(counts.Values.Sum());
            summed.ShouldBe(new StudyReader(two).Counts());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void Counts_are_those_of_a_brute_force_count()
    {
        var votes = Votes.Sample(200, 200).ToList();
        using var study = folder.Open();
        StudyFolder.Import(study, votes);
        static int Of(IEnumerable<Vote> some) => some.Count();
        new StudyReader(study).Counts().ShouldBe(new StudyCounts
        {
            Pairs = votes.Select(vote => vote.Pair).Distinct().Count(),
            Votes = votes.Count,
            AWins = Of(votes.Where(vote => vote.Verdict == Verdict.A)),
            BWins = Of(votes.Where(vote => vote.Verdict == Verdict.B)),
            Ties = Of(votes.Where(vote => vote.Verdict == Verdict.Tie)),
            Judges = 2,
            Scenarios = 1,
            Queries = 2,
            Responses = 3,
            EqualResponses = votes.Where(vote => vote.A.Text == vote.B.Text).Select(vote => vote.Pair).Distinct().Count(),
        });
        foreach (var judge in new StudyReader(study).Judges())
        {
            var own = votes.Where(vote => (vote.Judge ?? "human") == judge.Judge).ToList();
            judge.ShouldBe(new JudgeCounts
            {
                Judge = judge.Judge,
                Pairs = own.Select(vote => vote.Pair).Distinct().Count(),
                Votes = own.Count,
                Ties = own.Count(vote => vote.Verdict == Verdict.Tie),
            });
        }
    }

    [Fact]
    public void A_judge_is_simulated_where_any_of_its_votes_is()
    {
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("q1", "a", "b", Verdict.A, "j"), StudyFolder.Vote("q1", "a", "b", Verdict.B)]);
        var reader = new StudyReader(study);
        reader.SimulatedJudges().ShouldBeEmpty();
        StudyFolder.Import(study, [StudyFolder.Vote("q2", "a", "b", Verdict.A, "j"), StudyFolder.Vote("q2", "a", "b", Verdict.A, "k")], new VoteSource("simulate", "simulation", Simulated: true));
        reader.SimulatedJudges().ShouldBe(["j", "k"], ignoreOrder: true);
        reader.Judges().Where(judge => judge.Simulated).Select(judge => judge.Judge).ShouldBe(["j", "k"]);
        reader.JudgesWithVotes().ShouldBe(["human", "j", "k"]);
    }

    [Fact]
    public void An_import_that_adds_nothing_leaves_no_source_behind()
    {
        using var study = folder.Open();
        var vote = StudyFolder.Vote("q", "a", "b", Verdict.A);
        StudyFolder.Import(study, [vote, vote]);
        StudyFolder.Import(study, [vote], new VoteSource("again.csv", "table", false));
        Dapper.SqlMapper.Query<string>(study.Connection, "SELECT name FROM source").ShouldBe(["votes.csv"]);
        StudyFolder.Contents(study).Values.ShouldBe([2]);
    }

    [Fact]
    public void A_pair_with_its_sides_exchanged_is_the_same_pair_and_the_verdict_turns_with_it()
    {
        using var study = folder.Open();
        var vote = StudyFolder.Vote("q", "left", "right", Verdict.A, "j") with { Margin = 2, ModelA = "m1", ModelB = "m2" };
        var ids = StudyFolder.Import(study, [vote, vote.Exchanged()]);
        ids[0].ShouldBe(ids[1]);
        var reader = new StudyReader(study);
        var counts = reader.Counts();
        (counts.Pairs, counts.Votes, counts.AWins, counts.BWins).ShouldBe((1, 2, 1, 1));
        reader.VotesOf("j").Select(kept => kept.Verdict).Distinct().ShouldHaveSingleItem("both prefer the same response");
        StudyFolder.Contents(study).Keys.ShouldBe([StudyFolder.Line(vote), StudyFolder.Line(vote.Exchanged())], ignoreOrder: true);
    }

    [Fact]
    public void Texts_are_kept_as_they_came()
    {
        const string query = "  cafe\u0301?\r\nsecond line \t";
        const string a = "\u00a0\ud83d\ude00 <script>alert('x')</script> \0 end";
        const string b = "";
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote(query, a, b, Verdict.B)]);
        StudyFolder.Contents(study).Keys.ShouldBe([StudyFolder.Line(StudyFolder.Vote(query, a, b, Verdict.B))]);
    }

    [Fact]
    public void Texts_that_differ_in_form_alone_are_one_and_the_first_is_kept()
    {
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("caf\u00e9", "a", "b", Verdict.A), StudyFolder.Vote(" cafe\u0301\r\n", "a ", "\tb", Verdict.A)]);
        StudyFolder.Contents(study).ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(StudyFolder.Line(StudyFolder.Vote("caf\u00e9", "a", "b", Verdict.A)), 2));
    }

    [Fact]
    public void Equal_responses_are_kept_and_counted()
    {
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("q", "same", "same ", Verdict.A), StudyFolder.Vote("q", "same", "same", Verdict.B), StudyFolder.Vote("q", "same", "other", Verdict.A)]);
        var counts = new StudyReader(study).Counts();
        (counts.Pairs, counts.EqualResponses, counts.Votes, counts.AWins, counts.BWins).ShouldBe((2, 1, 3, 2, 1));
    }

    [Fact]
    public void Ties_are_kept()
    {
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("q", "a", "b", Verdict.Tie), StudyFolder.Vote("q", "b", "a", Verdict.Tie)]);
        new StudyReader(study).VotesOf("human").ShouldAllBe(vote => vote.Verdict == 0);
        new StudyReader(study).Counts().Ties.ShouldBe(2);
    }

    [Fact]
    public void A_conversation_is_kept_turn_by_turn_and_another_history_is_another_query()
    {
        Query Conversation(string first) => new([new Turn("user", first), new Turn("assistant", "yes?"), new Turn("user", "last")]);
        using var study = folder.Open();
        var vote = StudyFolder.Vote("last", "a", "b", Verdict.A);
        StudyFolder.Import(study, [vote, vote with { Query = Conversation("hi") }, vote with { Query = Conversation("hello") }, vote with { Query = Conversation("hi") }]);
        var counts = new StudyReader(study).Counts();
        (counts.Pairs, counts.Queries, counts.MultiTurn, counts.Votes).ShouldBe((3, 3, 2, 4));
        StudyFolder.Contents(study).Keys.ShouldContain(line => line.StartsWith("last[{\"role\":\"user\",\"text\":\"hi\"},{\"role\":\"assistant\",\"text\":\"yes?\"}]", StringComparison.Ordinal));
    }

    [Fact]
    public void Scenario_subsets_and_metadata_become_groups()
    {
        using var study = folder.Open();
        var vote = StudyFolder.Vote("q", "a", "b", Verdict.A);
        StudyFolder.Import(study,
        [
            vote,
            vote with { Scenario = "Code", Metadata = [KeyValuePair.Create("language", "en"), KeyValuePair.Create("subset:w_stances", "yes")] },
            vote with { Scenario = "all" },
            vote with { Scenario = "Code", Metadata = [KeyValuePair.Create("subset:Code", "yes")] },
        ]);
        var reader = new StudyReader(study);
        reader.GroupsOfContexts().Values.Select(groups => string.Join('|', groups)).Order(StringComparer.Ordinal)
            .ShouldBe(["all", "all|Code", "all|Code|language=en|w_stances", "all|scenario=all"]);
        reader.Scenarios().ShouldBe(["Code", "scenario=all"]);
        reader.Counts().Scenarios.ShouldBe(2);
    }

    [Fact]
    public void The_hash_of_the_data_changes_with_a_further_vote_and_with_nothing_else()
    {
        using var study = folder.Open();
        var vote = StudyFolder.Vote("q", "a", "b", Verdict.A);
        StudyFolder.Import(study, [vote]);
        var one = new StudyReader(study).DataHash();
        StudyFolder.Import(study, [vote]);
        new StudyReader(study).DataHash().ShouldBe(one);
        StudyFolder.Import(study, [vote, vote]);
        new StudyReader(study).DataHash().ShouldNotBe(one);
    }

    public void Dispose() => folder.Dispose();
}
