using Prefdissect.Pairs;

namespace Prefdissect.Judging.Prompted;

/// <summary>A verdict with the reasons that a model gave for it.</summary>
/// <param name="Verdict">The verdict in the letters that the model saw.</param>
/// <param name="Reasons">The reasons; hostile like any text of a model, may be empty.</param>
public sealed record ReasonedVerdict(Verdict Verdict, string Reasons);
