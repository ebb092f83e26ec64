namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>
/// Asking back: phrases that ask what the user means, or say that it cannot be told, per ten sentences. Whether the query calls for it is not known here:
/// where neither response asks back both are rated 0, which compares as no difference, as it does where the property is not called for.
/// </summary>
public sealed class ClarifyIntent() : CueMeasure("clarify intent", new(0.5, 1.5, 3), ("clarify", 1));
