namespace Prefdissect.Workflows;

/// <summary>Which number stands for a weight in an export.</summary>
public enum ExportedWeight
{
    /// <summary>The average over the fits that each leave a fold out, as in the paper's files.</summary>
    FoldMean,

    /// <summary>The posterior mean given all pairs.</summary>
    Mean,
}
