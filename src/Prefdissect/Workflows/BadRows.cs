namespace Prefdissect.Workflows;

/// <summary>What becomes of a file with rows that cannot be used.</summary>
public enum BadRows
{
    /// <summary>Nothing of the file is imported.</summary>
    RefuseFile,

    /// <summary>The other rows are imported, and the bad ones written to a file beside the study.</summary>
    Skip,
}
