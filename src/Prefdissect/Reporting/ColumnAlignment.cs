namespace Prefdissect.Reporting;

/// <summary>How the cells of a column are aligned.</summary>
public enum ColumnAlignment
{
    /// <summary>Left.</summary>
    Text,

    /// <summary>Right.</summary>
    Number,
}
