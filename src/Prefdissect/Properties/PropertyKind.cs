namespace Prefdissect.Properties;

/// <summary>The three kinds of property of the paper; figures group rows by them.</summary>
public enum PropertyKind
{
    /// <summary>Rated for every response.</summary>
    Basic,

    /// <summary>Errors of one severity, found against a reference answer.</summary>
    Error,

    /// <summary>Rated only where the query calls for it.</summary>
    QuerySpecific,
}
