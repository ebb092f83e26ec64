namespace Prefdissect.Annotating.Surface.Reading;

/// <summary>What a line is in Markdown.</summary>
public enum LineKind
{
    /// <summary>Nothing but white space.</summary>
    Blank,

    /// <summary>Running text.</summary>
    Prose,

    /// <summary>A heading by <c>#</c>, or a short line wholly in bold.</summary>
    Heading,

    /// <summary>A list item by <c>-</c>, <c>*</c>, <c>+</c> or <c>•</c>.</summary>
    Bullet,

    /// <summary>A list item by a number, as <c>1.</c>, <c>1)</c> or <c>(1)</c>.</summary>
    Numbered,

    /// <summary>A row of a table: it begins and ends with a bar.</summary>
    TableRow,

    /// <summary>A line of a block quotation.</summary>
    Quotation,

    /// <summary>A horizontal rule.</summary>
    Rule,

    /// <summary>A fence, or a line between fences.</summary>
    Code,
}
