namespace Prefdissect.Judging.Juries;

/// <summary>What one judge says of a pair, all its votes on it together.</summary>
/// <param name="Sign">+1: for the pair's first response, −1: for its second, 0: for neither.</param>
/// <param name="Margin">Mean log-odds in favour of the first response, or <see langword="null"/> where a vote has none.</param>
public readonly record struct MemberVerdict(int Sign, double? Margin);
