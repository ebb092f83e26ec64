namespace Prefdissect.Reporting;

/// <summary>What a line beside a table is about, so that a terminal or page can stress it.</summary>
public enum LineKind
{
    /// <summary>What was found.</summary>
    Finding,

    /// <summary>How well votes are predicted that the fit has not seen.</summary>
    Prediction,

    /// <summary>Whether the numbers can be trusted, and they can.</summary>
    Health,

    /// <summary>Something the reader must know before using the numbers.</summary>
    Warning,

    /// <summary>What was left out, and other context.</summary>
    Detail,
}
