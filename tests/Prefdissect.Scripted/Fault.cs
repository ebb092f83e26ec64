namespace Prefdissect.Scripted;

/// <summary>What can go wrong with a request.</summary>
public enum Fault
{
    /// <summary>Status 429 with Retry-After.</summary>
    TooManyRequests,

    /// <summary>Status 500.</summary>
    ServerError,

    /// <summary>Status 503, as a server that loads its model gives it.</summary>
    Loading,

    /// <summary>No reply until the client gives up.</summary>
    Hang,

    /// <summary>The connection breaks in the middle of the body.</summary>
    Reset,

    /// <summary>The body is JSON cut off, with a length that says it is whole.</summary>
    TruncatedBody,

    /// <summary>The body names its choices twice.</summary>
    DuplicateFields,

    /// <summary>The list of choices is empty.</summary>
    NoChoice,

    /// <summary>The body is 10 MB long.</summary>
    Huge,

    /// <summary>The answer is a refusal, marked as one.</summary>
    Refusal,

    /// <summary>The answer is a refusal in words, where JSON was asked for.</summary>
    RefusalInWords,

    /// <summary>The answer's text is JSON cut off.</summary>
    TruncatedText,

    /// <summary>The answer's text is JSON of another schema.</summary>
    OtherSchema,

    /// <summary>The answer comes late, so that others overtake it.</summary>
    Late,
}
