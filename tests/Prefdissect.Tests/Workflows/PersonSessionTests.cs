using Prefdissect.Pairs;
using Prefdissect.Studies;
using Prefdissect.Tests.Studies;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Tests.Workflows;

/// <summary>Which pairs of a very large study a person is shown; the limits are small ones here.</summary>
public sealed class PersonSessionTests : IDisposable
{
    private const int Pairs = 640;

    // One of eight pairs is taken; a scenario with fewer than 20 left among them is looked for everywhere.
    private static readonly SessionLimits Small = new(100, 80, 20);

    private readonly StudyFolder folder = new();

    [Fact]
    public void Of_a_very_large_study_chance_takes_the_pairs_and_no_vote_is_lost_when_it_grows()
    {
        using var study = Filled();
        var session = Begun(study, null);
        session.PairsInStudy.ShouldBe(Pairs);
        session.Total.ShouldBeInRange(40, 130);
        Begun(study, null, SessionLimits.Usual).Total.ShouldBe(Pairs);
        for (var i = 0; i < 5; i++) session.Vote(Verdict.A);
        StudyFolder.Import(study, Enumerable.Range(Pairs, Pairs).Select(i => StudyFolder.Vote($"q{i}", "a", "b", Verdict.A)));
        var later = Begun(study, null);
        later.Votes.ShouldBe(5);
        later.Total.ShouldBeInRange(40, 140);
    }

    [Fact]
    public void A_rare_scenario_is_voted_on_to_its_end()
    {
        using var study = Filled();
        var votes = 0;
        // Session after session, as a person comes again.
        for (var begun = 0; begun < 20; begun++)
        {
            var session = Begun(study, "Rare");
            for (var i = 0; i < 7 && session.Current is not null; i++, votes++) session.Vote(Verdict.B);
        }
        votes.ShouldBe(Pairs / 10);
    }

    public void Dispose() => folder.Dispose();

    private static PersonSession Begun(Study study, string? scenario, SessionLimits? limits = null) => new(study, "me", scenario, 1, TimeProvider.System, limits ?? Small);

    private Study Filled()
    {
        var study = folder.Open();
        StudyFolder.Import(study, Enumerable.Range(0, Pairs).Select(i => StudyFolder.Vote($"q{i}", "a", "b", Verdict.A) with { Scenario = i % 10 == 0 ? "Rare" : "Code" }));
        return study;
    }
}
