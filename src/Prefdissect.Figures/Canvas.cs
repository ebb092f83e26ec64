using System.Text.RegularExpressions;

namespace Prefdissect.Figures;

/// <summary>What a figure is drawn on. The height follows from the content.</summary>
/// <param name="Width">Width in CSS px, 280 to 4000; below <see cref="Tokens.NarrowBelow"/> the narrow layout is used.</param>
/// <param name="Id">The id of the <c>svg</c> element and prefix of all ids in it: unique among the figures of one page.</param>
public sealed partial record Canvas(double Width = 960, string Id = "figure")
{
    /// <summary>Width in CSS px.</summary>
    public double Width { get; } = Width is >= 280 and <= 4000
        ? Width
        : throw new ArgumentOutOfRangeException(nameof(Width), Width, "A figure is 280 to 4000 px wide.");

    /// <summary>The id of the <c>svg</c> element.</summary>
    public string Id { get; } = IdPattern().IsMatch(Id)
        ? Id
        : throw new ArgumentException($"'{Id}' cannot be an id: use a letter, then letters, digits, '-' or '_'.", nameof(Id));

    /// <summary>Whether the narrow layout is used.</summary>
    public bool IsNarrow => Width < Tokens.NarrowBelow;

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
