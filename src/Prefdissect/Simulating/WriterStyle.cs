using System.Globalization;
using Prefdissect.Properties;

namespace Prefdissect.Simulating;

/// <summary>What a simulated writer tends to: how often each level of each property occurs in its responses.</summary>
internal sealed class WriterStyle
{
    private readonly double[][] shares;
    private readonly double length;

    /// <summary>A writer who departs from the usual shares.</summary>
    /// <param name="name">Name, such as <c>sim-writer-3</c>.</param>
    /// <param name="tendencies">Lines <c>property: factor</c>; each level up becomes this much more frequent.</param>
    public WriterStyle(string name, IEnumerable<string> tendencies)
    {
        Name = name;
        shares = [.. PublishedProperties.All.Select(property => Usual(property.ShortName))];
        length = 1;
        foreach (var parts in tendencies.Select(line => line.Split(": ")))
        {
            var id = Published.Id(parts[0]);
            var factor = double.Parse(parts[1], CultureInfo.InvariantCulture);
            if (id == Published.Length) length = factor;
            else shares[id] = [shares[id][0], shares[id][1] * factor, shares[id][2] * factor * factor, shares[id][3] * factor * factor * factor];
        }
    }

    /// <summary>Name, as the model of a side.</summary>
    public string Name { get; }

    /// <summary>A level of a property, 0–3.</summary>
    public int Level(int property, ref DeterministicRandom random) => random.Weighted(shares[property]);

    /// <summary>How many words a response should come to: 30 to about 330, each doubling equally likely.</summary>
    public int TargetWords(ref DeterministicRandom random)
    {
        var words = 30.0;
        for (var steps = random.Below(15); steps > 0; steps--) words *= 1.1875;
        return (int)(words * length * (0.9 + (0.2 * random.Unit())));
    }

    /// <summary>Shares of the levels 0–3. What few responses have much of starts high at 0; what most responses keep to starts high at 3.</summary>
    private static double[] Usual(string property) => property switch
    {
        "harmless" => [0.06, 0.08, 0.14, 0.72],
        "clear" => [0.07, 0.10, 0.16, 0.67],
        "grammarly correct" => [0.08, 0.10, 0.14, 0.68],
        "relevant" => [0.13, 0.06, 0.10, 0.71],
        "authoritative" => [0.15, 0.50, 0.20, 0.15],
        "well formatted" => [0.34, 0.26, 0.20, 0.20],
        "step-by-step" => [0.58, 0.14, 0.13, 0.15],
        "contain rich info" => [0.28, 0.28, 0.24, 0.20],
        "complex word & sentence" => [0.64, 0.15, 0.12, 0.09],
        _ => [0.70, 0.13, 0.10, 0.07],
    };
}
