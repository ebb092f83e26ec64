namespace Prefdissect.Annotating.Surface.Reading;

/// <summary>Something in the prose that is not a word.</summary>
public enum MarkKind
{
    /// <summary>Words between <c>**</c> or <c>__</c>.</summary>
    Bold,

    /// <summary>Words between single backticks.</summary>
    InlineCode,

    /// <summary>A web address.</summary>
    Link,

    /// <summary>A reference, as <c>[3]</c> or <c>(Name, 1999)</c>.</summary>
    Reference,

    /// <summary>At least four words in quotation marks, or a line of a block quotation.</summary>
    Quotation,

    /// <summary>An emoji or an emoticon.</summary>
    Emoji,

    /// <summary>Two or more exclamation marks, or such mixed with question marks.</summary>
    Burst,
}
