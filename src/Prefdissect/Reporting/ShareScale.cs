namespace Prefdissect.Reporting;

/// <summary>In what the shares of properties are told.</summary>
public enum ShareScale
{
    /// <summary>Shapley values: they sum from ½ to the probability.</summary>
    Probability,

    /// <summary>Feature × weight: they sum from 0 to the log-odds.</summary>
    LogOdds,
}
