namespace Prefdissect.Annotating.Answers;

/// <summary>What is wrong with a JSON object that begins in a text.</summary>
internal enum JsonDamage
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It ends, but is no JSON.</summary>
    Broken,

    /// <summary>It does not end.</summary>
    CutOff,
}
