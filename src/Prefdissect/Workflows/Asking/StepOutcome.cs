using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Resolving;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>What came of one step of a pair.</summary>
/// <param name="Step">The step.</param>
/// <param name="Record">What the study keeps of it.</param>
/// <param name="State">What ratings are made of.</param>
internal sealed record StepOutcome(AnnotationStep Step, StepRecord Record, StepState State);
