using System.Globalization;

namespace Prefdissect.Figures;

/// <summary>How a value is written, whatever the machine's culture. The minus sign is U+2212.</summary>
/// <param name="Factor">What a value is multiplied by before it is written; 100 for per cent.</param>
/// <param name="Decimals">Decimals of values, 0 to 10; ticks take as many as their step needs.</param>
/// <param name="Unit">Text after the number, with its leading space.</param>
public sealed record ValueFormat(double Factor, int Decimals, string Unit = "")
{
    /// <summary>Shares from 0 to 1 in per cent with one decimal.</summary>
    public static ValueFormat Percent { get; } = new(100, 1, "\u00a0%");

    /// <summary>Numbers as they are.</summary>
    /// <param name="decimals">Decimals of values, 0 to 10.</param>
    public static ValueFormat Number(int decimals) => new(1, decimals);

    /// <summary>The value without its unit, such as "62.3".</summary>
    public string Bare(double value) => Write(value * Factor, Decimals);

    /// <summary>The value with its unit, such as "62.3 %".</summary>
    public string Full(double value) => Bare(value) + Unit;

    /// <summary>A tick's label: as many decimals as <paramref name="step"/>, the distance between ticks, needs.</summary>
    public string Tick(double value, double step)
    {
        var decimals = (int)Math.Clamp(-Math.Floor(Math.Log10(Math.Abs(step * Factor)) + 1e-9), 0, 12);
        return Write(value * Factor, decimals) + Unit;
    }

    private static string Write(double value, int decimals)
    {
        var text = Math.Abs(value) is >= 1e9 and var large && double.IsFinite(large)
            ? value.ToString("0.###e+0", CultureInfo.InvariantCulture)
            : value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (text.StartsWith('-') && !text.AsSpan().ContainsAnyInRange('1', '9'))
            text = text[1..];
        return text.Replace('-', '\u2212');
    }
}
