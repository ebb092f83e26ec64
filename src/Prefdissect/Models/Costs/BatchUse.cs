namespace Prefdissect.Models.Costs;

/// <summary>Whether requests are sent one by one or together.</summary>
public enum BatchUse
{
    /// <summary>One by one.</summary>
    None,

    /// <summary>Together in a batch, answered later at a lower price.</summary>
    Batch,
}
