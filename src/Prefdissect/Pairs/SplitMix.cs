namespace Prefdissect.Pairs;

/// <summary>Random numbers by splitmix64 (Steele, Lea and Flood 2014): the same seed gives the same numbers on every machine and version.</summary>
internal struct SplitMix(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0 to <paramref name="count"/> − 1, all about equally likely: off by less than count / 2⁶⁴.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
