namespace Prefdissect.Figures;

/// <summary>The shape of a point mark; the second way, besides colour, to tell series apart.</summary>
public enum MarkShape
{
    /// <summary>A circle.</summary>
    Circle,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A triangle, pointing up.</summary>
    Triangle,

    /// <summary>A square on its corner.</summary>
    Diamond,

    /// <summary>A triangle, pointing down.</summary>
    TriangleDown,

    /// <summary>A plus of two thick bars.</summary>
    Plus,
}
