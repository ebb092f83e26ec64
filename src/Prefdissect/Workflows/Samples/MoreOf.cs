namespace Prefdissect.Workflows.Samples;

/// <summary>Which of two responses has more of a property.</summary>
public enum MoreOf
{
    /// <summary>One of them.</summary>
    Either,

    /// <summary>Response A.</summary>
    A,

    /// <summary>Response B.</summary>
    B,

    /// <summary>Neither: both have as much.</summary>
    Neither,
}
