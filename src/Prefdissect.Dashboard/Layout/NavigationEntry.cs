namespace Prefdissect.Dashboard.Layout;

/// <summary>A page in the navigation.</summary>
/// <param name="Page">Its name in addresses; empty for the overview.</param>
/// <param name="Title">What a person reads.</param>
/// <param name="NeedsStudy">Whether the published judges, which have weights and nothing else, do without it.</param>
public sealed record NavigationEntry(string Page, string Title, bool NeedsStudy = false)
{
    /// <summary>The pages, in the order in which the navigation lists them.</summary>
    public static IReadOnlyList<NavigationEntry> All { get; } =
    [
        new("", "Overview"),
        new("dissection", "Dissection"),
        new("similarity", "Similarity"),
        new("contrast", "Contrast"),
        new("samples", "Samples", NeedsStudy: true),
        new("bias", "Bias", NeedsStudy: true),
        new("what-if", "What if"),
        new("add", "Add a judge", NeedsStudy: true),
        new("vote", "Vote", NeedsStudy: true),
    ];
}
