namespace Prefdissect.Dissecting.Power;

/// <summary>How much narrower the mean 95 % interval becomes with 100 more pairs like those of one group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Pairs">Its pairs in the fit, from which it is told.</param>
/// <param name="Reduction">Reduction of the mean width of the degrees of preference; 0.01 is one percentage point.</param>
/// <param name="Low">Lower end of its 95 % interval, the group's queries resampled.</param>
/// <param name="High">Upper end of it.</param>
public sealed record GroupGain(string Group, int Pairs, double Reduction, double Low, double High)
{
    /// <summary>Further pairs that the reduction is of.</summary>
    public const int FurtherPairs = 100;

    /// <summary>Groups with fewer pairs in the fit are not ranked: so few say little of others like them.</summary>
    public const int FewestPairs = 20;
}
