namespace Prefdissect.Reporting;

/// <summary>The order of the properties in a figure.</summary>
public enum RowOrder
{
    /// <summary>As published, under headings of their kind; the same for every judge, so that figures can be compared.</summary>
    Published,

    /// <summary>By the degree of the first judge, the most liked first.</summary>
    Ranked,
}
