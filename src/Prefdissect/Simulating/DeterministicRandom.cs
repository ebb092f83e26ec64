namespace Prefdissect.Simulating;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014): chance that is the same on every machine and runtime. A value type: pass it by reference.
/// </summary>
internal struct DeterministicRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong state;

    /// <summary>The stream of a seed and a path of numbers; different paths give unrelated streams.</summary>
    public static DeterministicRandom Of(ulong seed, params ReadOnlySpan<ulong> path)
    {
        var random = new DeterministicRandom { state = Mix(seed + Golden) };
        foreach (var step in path) random.state = Mix(random.state ^ Mix(step + Golden));
        return random;
    }

    /// <summary>A number that stands for a name in a path (FNV-1a over its characters).</summary>
    public static ulong Key(string name)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var character in name) hash = (hash ^ character) * 0x100000001B3;
        return hash;
    }

    /// <summary>64 random bits.</summary>
    public ulong Next() => Mix(state += Golden);

    /// <summary>A number in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, <paramref name="count"/>).</summary>
    public int Below(int count) => (int)(((Next() >> 32) * (uint)count) >> 32);

    /// <summary>True with a probability.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>One of the items, each equally likely.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>An index with probability in proportion to its share.</summary>
    public int Weighted(ReadOnlySpan<double> shares)
    {
        var total = 0.0;
        foreach (var share in shares) total += share;
        var draw = Unit() * total;
        for (var i = 0; i < shares.Length - 1; i++)
        {
            draw -= shares[i];
            if (draw < 0) return i;
        }
        return shares.Length - 1;
    }

    /// <summary>Puts items in a random order (Fisher–Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    /// <summary>Different indices below <paramref name="count"/>, in random order; as many as asked for or as there are.</summary>
    public int[] Choose(int wanted, int count)
    {
        Span<int> all = count <= 512 ? stackalloc int[count] : new int[count];
        for (var i = 0; i < count; i++) all[i] = i;
        wanted = Math.Min(wanted, count);
        for (var i = 0; i < wanted; i++)
        {
            var other = i + Below(count - i);
            (all[i], all[other]) = (all[other], all[i]);
        }
        return all[..wanted].ToArray();
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
