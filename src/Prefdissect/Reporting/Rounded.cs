using System.Globalization;

namespace Prefdissect.Reporting;

/// <summary>Numbers as a person reads them: two or three significant digits, a true minus sign, whatever the machine's culture.</summary>
public static class Rounded
{
    /// <summary>A share of 1 in per cent without the sign: 0.6234 is "62.3".</summary>
    public static string Percent(double share) => Number(100 * share, 1);

    /// <summary>A value in per cent with its interval: "62.3 [58.1, 66.2]".</summary>
    public static string PercentInterval(double share, double low, double high) => $"{Percent(share)} [{Percent(low)}, {Percent(high)}]";

    /// <summary>A number with fixed decimals; what rounds to 0 has no sign.</summary>
    public static string Number(double value, int decimals)
    {
        var text = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (text.StartsWith('-') && !text.AsSpan().ContainsAnyInRange('1', '9')) text = text[1..];
        return text.Replace('-', '\u2212');
    }

    /// <summary>A probability: three decimals, and never 0 or 1, which a finite number of draws cannot show.</summary>
    public static string Probability(double probability) => probability switch
    {
        < 0.0005 => "<0.001",
        > 0.9995 => ">0.999",
        _ => Number(probability, 3),
    };

    /// <summary>A count with its thousands told apart.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A count and its noun: "1 pair", "5,240 pairs".</summary>
    public static string Count(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>A bound from below: rounded down to two significant digits, so that "at least" stays true.</summary>
    public static string AtLeast(double value)
    {
        if (value < 1) return "0";
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(value)) - 1));
        return Count((long)(Math.Floor(value / unit) * unit));
    }

    /// <summary>A bound from above: rounded up to three decimals, so that "at most" stays true.</summary>
    public static string AtMost(double value) => Number(Math.Ceiling(Math.Round(value * 1000, 6)) / 1000, 3);
}
