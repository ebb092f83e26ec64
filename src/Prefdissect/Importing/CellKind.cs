namespace Prefdissect.Importing;

/// <summary>What stands in a field of a row.</summary>
public enum CellKind
{
    /// <summary>The row has no such field.</summary>
    Missing,

    /// <summary>JSON's null.</summary>
    Null,

    /// <summary>A text; every cell of a CSV or TSV file is one.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A list.</summary>
    List,

    /// <summary>A JSON object.</summary>
    Object,

    /// <summary>The field stands in the row more than once.</summary>
    Repeated,
}
