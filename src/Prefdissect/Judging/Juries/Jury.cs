namespace Prefdissect.Judging.Juries;

/// <summary>Derives the verdict of a jury from those of its members: only where every member has one, so that each verdict is that of the same jury.</summary>
public static class Jury
{
    /// <summary>Reason where a member has not voted on a pair.</summary>
    public const string NotAll = "not every member has voted";

    /// <summary>Reason where a member's vote has no margin.</summary>
    public const string NoMargin = "a member gave no margin";

    /// <summary>The reading of a pair.</summary>
    /// <param name="members">What each member says; <see langword="null"/> for one that has not voted. At least one.</param>
    /// <param name="rule">How they decide.</param>
    /// <returns>A verdict, in no order of its own; or a reading that is skipped, with the reason.</returns>
    public static OrderReading Decide(IReadOnlyList<MemberVerdict?> members, JuryRule rule)
    {
        if (members.Count == 0 || members.Any(member => member is null)) return Skipped(NotAll);
        if (rule == JuryRule.Majority) return SaidReading.Of(AskedOrder.FirstAsA, Math.Sign(members.Sum(member => member!.Value.Sign)));
        var margins = members.Select(member => member!.Value.Margin).ToList();
        return margins.Any(margin => margin is null) ? Skipped(NoMargin) : SaidReading.OfMargin(AskedOrder.FirstAsA, margins.Average()!.Value);
    }

    private static OrderReading Skipped(string reason) => new(AskedOrder.FirstAsA) { State = ReadingState.Skipped, Reason = reason };
}
