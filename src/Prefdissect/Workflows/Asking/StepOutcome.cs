using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Resolving;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>What came of one part of one step of a pair.</summary>
/// <param name="Step">The step.</param>
/// <param name="Properties">What the part rates.</param>
/// <param name="Record">What the study keeps of it.</param>
/// <param name="State">What ratings are made of.</param>
internal sealed record StepOutcome(AnnotationStep Step, PropertySet Properties, StepRecord Record, StepState State);
