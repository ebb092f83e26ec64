using Prefdissect.Judging;
using Prefdissect.Judging.Juries;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>Makes one judge of several that have voted. Nobody is asked; called again, it is derived anew from what the members say then.</summary>
public static class JuryWorkflow
{
    /// <summary>Derives the votes of a jury.</summary>
    /// <param name="study">The study.</param>
    /// <param name="name">The jury's name.</param>
    /// <param name="members">Names of judges of the study, at least two.</param>
    /// <param name="rule">How they decide.</param>
    /// <exception cref="RequestException">There are fewer than two members, one is not in the study or stands there twice, or the name belongs to another judge.</exception>
    public static JudgeResult Run(Study study, string name, IReadOnlyList<string> members, JuryRule rule)
    {
        Check(study, name, members);
        var judge = new JudgeDescription(name, JudgeKind.Jury) { AsksBothOrders = false, AllowsTies = true, Members = members, Rule = rule == JuryRule.Majority ? "majority" : "mean-margin" };
        var (reader, verdicts) = (new MemberVerdictReader(study), new List<IReadOnlyDictionary<long, MemberVerdict>>());
        verdicts.AddRange(members.Select(reader.Of));
        Judgements.Register(study, judge);
        var judgements = new JudgementReader(study);
        // Where a member's vote has gone, the jury's goes too.
        var pairs = verdicts.SelectMany(of => of.Keys).Concat(judgements.Readings(name).Select(earlier => earlier.Pair)).Distinct().Order();
        var readings = pairs.Select(pair => new PairReadings(pair, [Jury.Decide([.. verdicts.Select(of => of.TryGetValue(pair, out var verdict) ? verdict : (MemberVerdict?)null)], rule)])).ToList();
        Judgements.Keep(study, judge, readings);
        var decided = readings.Count(of => of.Readings[0].Verdict is not null);
        return new JudgeResult(judge, decided, judgements.Counts(name), AskingEnd.Complete) { Notices = Notices(members, verdicts, decided, rule) };
    }

    private static void Check(Study study, string name, IReadOnlyList<string> members)
    {
        if (members.Count < 2) throw new RequestException("A jury has two members or more. Name them as --jury ONE,OTHER.");
        if (members.GroupBy(member => member, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice) throw new RequestException($"{twice.Key} stands in the jury twice.");
        if (members.Contains(name)) throw new RequestException($"{name} cannot be a member of itself. Give the jury another name with --name.");
        var known = new StudyReader(study).JudgesWithVotes();
        if (members.FirstOrDefault(member => !known.Contains(member)) is { } missing)
            throw new RequestException($"There is no judge {missing} in the study. It has: {string.Join(", ", known)}.");
    }

    private static IReadOnlyList<string> Notices(IReadOnlyList<string> members, IReadOnlyList<IReadOnlyDictionary<long, MemberVerdict>> verdicts, int decided, JuryRule rule)
    {
        var notices = new List<string> { $"Decided on {decided} pairs, where all {members.Count} members have {(rule == JuryRule.Majority ? "a verdict" : "a margin")}: {string.Join(", ", members.Zip(verdicts, (member, of) => $"{member} has {of.Count}"))}." };
        if (rule == JuryRule.Majority && members.Count % 2 == 0) notices.Add("With an even number of members a jury can be divided; such a pair is a tie.");
        if (rule == JuryRule.MeanMargin) notices.Add("Margins are taken as they are: a member whose margins are larger than those of the others weighs more.");
        return notices;
    }
}
