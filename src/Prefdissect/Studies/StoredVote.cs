namespace Prefdissect.Studies;

/// <summary>A vote as the study keeps it.</summary>
/// <param name="Pair">Row id of the pair.</param>
/// <param name="Context">Row id of the context, which tells the groups.</param>
/// <param name="Verdict">+1: the pair's first response, −1: its second, 0: tie.</param>
/// <param name="Count">How often it was given.</param>
public sealed record StoredVote(long Pair, long Context, long Verdict, long Count);
