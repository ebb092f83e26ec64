using Prefdissect.Dissecting;
using Prefdissect.Models.Fencing;

namespace Prefdissect.Reporting;

/// <summary>What there is to say of pairs that hold a response with signs of manipulation.</summary>
public static class FlagText
{
    /// <summary>A sign in words; a name that is none of those known is shown as it is, made fit for a line.</summary>
    public static string Sign(string name) => Enum.TryParse<ManipulationKind>(name, out var kind) && Enum.IsDefined(kind) ? kind switch
    {
        ManipulationKind.LeavesFence => "leaves its fence",
        ManipulationKind.AddressesJudge => "addresses the judge",
        ManipulationKind.HandsDownVerdict => "hands down a verdict",
        ManipulationKind.ImitatesAnswer => "imitates a judge's answer",
        _ => "invisible text",
    } : PlainText.Name(name);

    /// <summary>The pairs of one fit; <see langword="null"/> where none is flagged.</summary>
    public static string? Of(DesignReport design)
    {
        if (design.FlaggedPairs is not > 0) return null;
        var signs = design.Signs.Count == 0 ? "" : $" ({string.Join(", ", design.Signs.Select(sign => $"{Sign(sign.Sign)} {Rounded.Count(sign.Pairs)}"))})";
        return $"{Rounded.Count(design.FlaggedPairs.Value)} of {Rounded.Count(design.Pairs, "pair holds", "pairs hold")} a response with signs of manipulation{signs} and count";
    }

    /// <summary>How much of a fit hangs on its flagged pairs.</summary>
    public static string Of(FlagEffect effect)
    {
        var verdicts = effect.OtherVerdicts.Count == 0
            ? $"none of {Rounded.Count(effect.Properties, "verdict", "verdicts")} is another"
            : $"{Rounded.Count(effect.OtherVerdicts.Count)} of {Rounded.Count(effect.Properties, "verdict is", "verdicts are")} another ({PlainText.Joined([.. effect.OtherVerdicts.Select(PlainText.Name)])})";
        return $"with the {Rounded.Count(effect.Pairs, "flagged pair", "flagged pairs")} against without: {verdicts}; the degree moved most is that of "
            + $"{PlainText.Name(effect.MostMoved)}, by {Rounded.Number(100 * effect.LargestShift, 1)} points";
    }

    /// <summary>Several fits in one sentence; <see langword="null"/> where flagged pairs count in none.</summary>
    public static string? Of(IReadOnlyList<FlaggedFit> fits)
    {
        if (fits.Count == 0) return null;
        var most = fits.MaxBy(fit => (double)fit.FlaggedPairs / fit.Pairs)!;
        var of = $"{Rounded.Count(most.FlaggedPairs)} of {Rounded.Count(most.Pairs, "pair", "pairs")} for {PlainText.Name(most.Judge)} on {GroupText.Of(most.Group)}";
        return $"Pairs that hold a response with signs of manipulation count in {Rounded.Count(fits.Count, "fit", "fits")}{(fits.Count == 1 ? ": " : ", at most ")}{of}.";
    }
}
