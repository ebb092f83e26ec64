namespace Prefdissect.Dashboard.Texts;

/// <summary>Why a place in a text is marked. Where several marks meet, the last of these colours it.</summary>
public enum TextMarkKind
{
    /// <summary>It counted towards a rating.</summary>
    Evidence,

    /// <summary>The other text does not have it.</summary>
    Difference,

    /// <summary>It is a sign of manipulation.</summary>
    Manipulation,
}
