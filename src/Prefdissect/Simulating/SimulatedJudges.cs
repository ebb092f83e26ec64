using Prefdissect.Properties;

namespace Prefdissect.Simulating;

/// <summary>The roster of simulated judges: named characters first, then judges with tastes drawn from a seed.</summary>
public static class SimulatedJudges
{
    /// <summary>What every simulated judge's name begins with.</summary>
    public const string Prefix = "sim-";

    /// <summary>Weights smaller than this are not planted: no study of the usual size could tell them from 0.</summary>
    private const double Smallest = 0.15;

    /// <summary>Properties that few queries call for; a drawn weight on one is planted only if it is this large.</summary>
    private const double SmallestOnFewPairs = 0.4;

    /// <summary>A drawn judge with fewer weights would say little; it is drawn again.</summary>
    private const int FewestTastes = 6;

    /// <summary>The named judges.</summary>
    public static IReadOnlyList<SimulatedJudge> Named { get; } =
    [
        Judge("longform", ("lengthy", 0.8), ("contain rich info", 0.5), ("step-by-step", 0.25), ("use supporting materials", 0.2), ("non-repetitive", -0.2),
            ("relevant", 0.4), ("no severe errors", 0.3)),
        Judge("formatter", ("well formatted", 0.8), ("step-by-step", 0.5), ("clear", 0.4), ("grammarly correct", 0.25), ("use informal expressions", -0.25),
            ("satisfy constraints", 0.4), ("relevant", 0.3)),
        Judge("person", ("no severe errors", 0.5), ("no moderate errors", 0.2), ("relevant", 0.35), ("support stances", 0.6), ("polite", 0.15),
            ("admit limits", -0.4), ("lengthy", 0.3), ("contain rich info", 0.2), ("clear", 0.25), ("funny", 0.2), ("harmless", -0.2), ("well formatted", 0.15),
            ("satisfy constraints", 0.3), ("clarify intent", -0.4), ("correct mistakes", -0.4)) with { TieBand = 0.15 },
        Judge("strict", ("no severe errors", 1.0), ("no moderate errors", 0.7), ("no minor errors", 0.4), ("relevant", 0.5), ("correct mistakes", 0.7),
            ("grammarly correct", 0.4), ("harmless", 0.3), ("persuasive", -0.2), ("satisfy constraints", 0.6), ("support stances", -0.4)),
        Judge("first", ("clear", 0.25), ("contain rich info", 0.25), ("lengthy", 0.2), ("friendly", 0.2), ("no severe errors", 0.3), ("relevant", 0.3),
            ("novel", 0.2), ("complex word & sentence", -0.2)) with { PositionBias = 0.8 },
        Judge("plain", ("lengthy", -0.7), ("well formatted", -0.6), ("clear", 0.5), ("complex word & sentence", -0.5), ("use rhetorical devices", -0.3),
            ("non-repetitive", 0.4), ("interactive", -0.2), ("relevant", 0.3), ("clarify intent", 0.4)),
        Judge("charmer", ("friendly", 0.7), ("polite", 0.6), ("interactive", 0.5), ("show empathetic", 0.8), ("funny", 0.35), ("use informal expressions", 0.3),
            ("authoritative", -0.3), ("support stances", 0.5), ("harmless", 0.25), ("clarify intent", 0.4)) with { TieBand = 0.1 },
        Judge("scholar", ("use supporting materials", 0.8), ("complex word & sentence", 0.5), ("authoritative", 0.5), ("contain rich info", 0.4),
            ("use informal expressions", -0.6), ("funny", -0.3), ("no moderate errors", 0.3), ("correct mistakes", 0.5), ("grammarly correct", 0.3)),
        Judge("adventurer", ("novel", 0.7), ("funny", 0.5), ("use rhetorical devices", 0.5), ("persuasive", 0.3), ("admit limits", -0.3),
            ("step-by-step", -0.2), ("authoritative", 0.15), ("satisfy constraints", -0.4)),
        Judge("guardian", ("harmless", 0.9), ("admit limits", 0.5), ("polite", 0.3), ("authoritative", -0.4), ("persuasive", -0.4), ("no severe errors", 0.4),
            ("show empathetic", 0.5), ("correct mistakes", 0.4)),
    ];

    /// <summary>The first judges of the roster.</summary>
    /// <param name="count">How many, 0 or more.</param>
    /// <param name="seed">What the tastes of those after the named ones derive from; it does not change the named ones.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static IReadOnlyList<SimulatedJudge> Take(int count, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. Enumerable.Range(0, count).Select(i => i < Named.Count ? Named[i] : Drawn(i + 1, seed))];
    }

    private static SimulatedJudge Judge(string name, params (string Property, double Weight)[] tastes)
    {
        var weights = tastes.ToDictionary(taste => PublishedProperties.Of(taste.Property), taste => taste.Weight);
        return new SimulatedJudge(Prefix + name, [.. PublishedProperties.All.Select(property => weights.GetValueOrDefault(property))]);
    }

    /// <summary>A judge whose weights are drawn from Laplace(0, s), s in 0.15 … 0.35, without the smallest, rounded to two digits so that no machine's logarithm matters.</summary>
    private static SimulatedJudge Drawn(int number, ulong seed)
    {
        var random = DeterministicRandom.Of(seed, DeterministicRandom.Key("judge"), (ulong)number);
        var scale = 0.15 + (0.2 * random.Unit());
        var weights = new double[PublishedProperties.All.Count];
        do
        {
            for (var i = 0; i < weights.Length; i++) weights[i] = Taste(PublishedProperties.All[i], scale, ref random);
        }
        while (weights.Count(weight => weight != 0) < FewestTastes);
        return new SimulatedJudge($"{Prefix}taste-{number}", weights);
    }

    private static double Taste(Property property, double scale, ref DeterministicRandom random)
    {
        var smallest = property.Kind == PropertyKind.QuerySpecific ? SmallestOnFewPairs : Smallest;
        var size = Math.Min(1, Math.Round(-scale * Math.Log(1 - random.Unit()), 2));
        var sign = random.Chance(0.5) ? 1 : -1;
        return size < smallest ? 0 : sign * size;
    }
}
