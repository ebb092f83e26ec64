namespace Prefdissect.Annotating.Asking;

/// <summary>How the responses of a pair are shown to an annotator model (paper, §3.2).</summary>
public enum AnnotationMode
{
    /// <summary>Both at once, so that they are rated against each other.</summary>
    Pair,

    /// <summary>Each alone, so that neither colours the other.</summary>
    Single,
}
