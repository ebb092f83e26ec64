using Prefdissect.Dissecting;

namespace Prefdissect.Workflows;

/// <summary>A stored fit held against what the study now says.</summary>
/// <param name="Fit">The fit, where it holds with what its design leaves out counted anew.</param>
/// <param name="Holds">Whether it is still the fit of its data.</param>
/// <param name="Flags">How much of it hangs on pairs with a flagged response, where a fit with them and one without are both stored and hold.</param>
internal sealed record HeldFit(JudgeFit Fit, bool Holds, FlagEffect? Flags);
