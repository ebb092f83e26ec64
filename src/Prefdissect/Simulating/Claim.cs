namespace Prefdissect.Simulating;

/// <summary>One statement in four variants: right, and wrong by a minor, a moderate and a severe error.</summary>
/// <param name="Right">The true sentence.</param>
/// <param name="Minor">Wrong in a detail.</param>
/// <param name="Moderate">Wrong so that it misleads.</param>
/// <param name="Severe">Wrong altogether.</param>
internal sealed record Claim(string Right, string Minor, string Moderate, string Severe)
{
    /// <summary>The variant with an error of a severity; 0 right, 1 minor, 2 moderate, 3 severe.</summary>
    public string this[int severity] => severity switch { 0 => Right, 1 => Minor, 2 => Moderate, _ => Severe };

    /// <summary>Reads <c>Water boils at [100|101|90|20] degrees.</c></summary>
    /// <exception cref="InvalidDataException">There are not four variants in brackets.</exception>
    public static Claim Parse(string line)
    {
        var open = line.IndexOf('[', StringComparison.Ordinal);
        var close = line.IndexOf(']', StringComparison.Ordinal);
        var variants = open >= 0 && close > open ? line[(open + 1)..close].Split('|') : [];
        if (variants.Length != 4) throw new InvalidDataException($"The claim '{line}' needs [right|minor|moderate|severe].");
        var all = Array.ConvertAll(variants, variant => string.Concat(line.AsSpan(0, open), variant, line.AsSpan(close + 1)));
        return new Claim(all[0], all[1], all[2], all[3]);
    }
}
