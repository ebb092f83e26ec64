using Prefdissect.Studies;

namespace Prefdissect.Reporting.Documents;

/// <summary>A place in a response that shows a sign of manipulation.</summary>
/// <param name="Response">Hash of the response.</param>
/// <param name="Sign">The sign.</param>
/// <param name="Start">Index of its first character, in UTF-16 units.</param>
/// <param name="Length">Its length, in UTF-16 units.</param>
/// <param name="Excerpt">The place with a little around it; what cannot be seen stands as its number, such as <c>‹U+200B›</c>.</param>
public sealed record FlaggedPlaceEntry(string Response, string Sign, int Start, int Length, string Excerpt)
{
    /// <summary>The entries of places.</summary>
    public static IReadOnlyList<FlaggedPlaceEntry> Of(IReadOnlyList<FlaggedPlace> places) =>
        [.. places.Select(place => new FlaggedPlaceEntry(place.Response.ToString(), place.Kind, place.Start, place.Length, VisibleText.Around(place.Text, place.Start, place.Length)))];
}
