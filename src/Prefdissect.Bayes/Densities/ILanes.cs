namespace Prefdissect.Bayes.Densities;

/// <summary>The few operations that the likelihood needs of a vector of doubles, so that one kernel serves every width.</summary>
/// <typeparam name="TVector">The vector; each element is a lane.</typeparam>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>Number of lanes; divides 8.</summary>
    static abstract int Count { get; }

    static abstract TVector Broadcast(double value);

    static abstract TVector Load(ref readonly double source, int index);

    static abstract void Store(TVector value, ref double target, int index);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>a · b + c, fused where the hardware can.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    static abstract TVector Divide(TVector a, TVector b);

    static abstract TVector Min(TVector a, TVector b);

    static abstract TVector Max(TVector a, TVector b);

    static abstract TVector Abs(TVector a);

    /// <summary>A lane of <paramref name="below"/> where value &lt; limit, else of <paramref name="otherwise"/>.</summary>
    static abstract TVector SelectBelow(TVector value, TVector limit, TVector below, TVector otherwise);

    /// <summary>2ⁿ, where n in −1022…1023 stands in the lowest bits of the significand.</summary>
    static abstract TVector PowerOfTwo(TVector shifted);

    static abstract double Sum(TVector a);
}
