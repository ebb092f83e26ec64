namespace Prefdissect.Figures.Scales;

/// <summary>Maps values from Low … High to positions From … To (px) along a straight line.</summary>
internal sealed record LinearScale(double Low, double High, double From, double To)
{
    public double At(double value) => From + ((value - Low) / (High - Low) * (To - From));
}
