namespace Prefdissect.Annotating.Surface.Reading;

/// <summary>What is known of a word besides its letters.</summary>
[Flags]
public enum WordMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It stands in quotation marks, in a block quotation or in inline code.</summary>
    Quoted = 1,

    /// <summary>It is the first word of its sentence.</summary>
    First = 2,

    /// <summary>It has a digit.</summary>
    Number = 4,

    /// <summary>Most of its letters are of another script than the Latin one.</summary>
    OtherScript = 8,

    /// <summary>It has at least two letters, all of them capitals.</summary>
    Capitals = 16,

    /// <summary>A letter stands three times in a row.</summary>
    Drawled = 32,

    /// <summary>It has an accent or is otherwise outside ASCII.</summary>
    Accented = 64,

    /// <summary>A per cent sign follows, or a currency sign stands before it.</summary>
    Quantity = 128,
}
