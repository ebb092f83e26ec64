namespace Prefdissect.Dissecting.Writers;

/// <summary>What a fit holds fixed beside the properties.</summary>
public enum Control
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Who wrote each response: the fit has a strength for every model.</summary>
    Model,
}
