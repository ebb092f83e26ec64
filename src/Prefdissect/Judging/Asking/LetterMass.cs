using System.Globalization;
using MathNet.Numerics.Statistics;

namespace Prefdissect.Judging.Asking;

/// <summary>How much a judge wants to answer with a letter at all.</summary>
/// <param name="Median">Median share of probability on the two letters.</param>
/// <param name="Readings">Readings that know it.</param>
public sealed record LetterMass(double Median, int Readings)
{
    /// <summary>Below this median a judge mostly wants to say something else.</summary>
    public const double Small = 0.5;

    /// <summary>Of the shares of readings; <see langword="null"/> where there are none.</summary>
    public static LetterMass? Of(IReadOnlyList<double> shares) => shares.Count == 0 ? null : new LetterMass(shares.Median(), shares.Count);

    /// <summary>What to know of a judge that rarely wants to say A or B, or <see langword="null"/> for one that does.</summary>
    public string? Notice => Median >= Small ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"The judge rarely wants to say A or B: half of its {Readings} answers have at most {100 * Median:0.###} % of probability on the two letters. Its preferences are read from that little: try --template, --chat-template or --way chat.");
}
