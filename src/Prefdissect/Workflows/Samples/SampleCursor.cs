using System.Globalization;

namespace Prefdissect.Workflows.Samples;

/// <summary>A place in a list of samples: after or before a row id, so that pairs that come later move nothing.</summary>
/// <param name="IsBackward">Whether what stands before is wanted.</param>
/// <param name="Row">The row id.</param>
internal readonly record struct SampleCursor(bool IsBackward, long Row)
{
    private const char Forward = 'a';
    private const char Backward = 'b';

    public static SampleCursor Start => new(false, 0);

    /// <exception cref="RequestException">It is no such place.</exception>
    public static SampleCursor Parse(string? written) => written switch
    {
        null or "" => Start,
        [Forward or Backward, .. var row] when long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var id) => new SampleCursor(written[0] == Backward, id),
        _ => throw new RequestException("The place to go on from is not one that a page gave as its next or previous one. Begin at the first page."),
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsBackward ? Backward : Forward)}{Row}");
}
