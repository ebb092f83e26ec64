namespace Prefdissect.Annotating.Answers;

/// <summary>What to do with a level that is not on its property's scale.</summary>
public enum OffScale
{
    /// <summary>The answer cannot be used.</summary>
    Refuse,

    /// <summary>It counts as the lowest level, as in the paper.</summary>
    CountAsLowest,
}
