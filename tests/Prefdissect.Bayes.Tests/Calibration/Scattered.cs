namespace Prefdissect.Bayes.Tests.Calibration;

/// <summary>Seeds of replications. Neighbouring seeds of <see cref="Random"/> begin with numbers that hang together; these do not.</summary>
internal static class Scattered
{
    /// <summary>The random numbers of one replication of one experiment.</summary>
    public static Random Random(string experiment, int replication)
    {
        var state = experiment.Aggregate(0xcbf29ce484222325, (hash, letter) => (hash ^ letter) * 0x100000001b3) + (ulong)replication * 0x9E3779B97F4A7C15;
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
        return new Random((int)((state ^ (state >> 31)) >> 33));
    }
}
