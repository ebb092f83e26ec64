namespace Prefdissect.Figures.Drawing;

/// <summary>Which end of a text stands at its x.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
