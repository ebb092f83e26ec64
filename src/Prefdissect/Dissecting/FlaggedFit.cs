namespace Prefdissect.Dissecting;

/// <summary>A fit in which pairs that hold a response with signs of manipulation count.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Group">The group of pairs.</param>
/// <param name="Pairs">Pairs in the fit.</param>
/// <param name="FlaggedPairs">Those of them that hold a flagged response, at least 1.</param>
public sealed record FlaggedFit(string Judge, string Group, int Pairs, int FlaggedPairs)
{
    /// <summary>Those among some fits, in their order.</summary>
    public static IReadOnlyList<FlaggedFit> Among(IEnumerable<JudgeFit> fits) =>
        [.. fits.Where(fit => fit.Design.FlaggedPairs > 0).Select(fit => new FlaggedFit(fit.Subject.Judge, fit.Subject.Group, fit.Design.Pairs, fit.Design.FlaggedPairs!.Value))];
}
