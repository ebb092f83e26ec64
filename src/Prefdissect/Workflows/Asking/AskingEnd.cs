namespace Prefdissect.Workflows.Asking;

/// <summary>Why asking ended.</summary>
public enum AskingEnd
{
    /// <summary>There is nothing left to ask.</summary>
    Complete,

    /// <summary>It was cancelled; what was under way was finished.</summary>
    Cancelled,

    /// <summary>A limit on money or requests was reached.</summary>
    Limit,

    /// <summary>The server cannot be asked.</summary>
    Unavailable,

    /// <summary>Nothing may be sent, and some answers are not stored.</summary>
    NotStored,
}
