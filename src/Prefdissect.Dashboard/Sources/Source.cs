namespace Prefdissect.Dashboard.Sources;

/// <summary>Something that pages can show: a study file, or the published judges.</summary>
/// <param name="Key">Its part of an address: lower-case letters, digits and dashes.</param>
/// <param name="Name">What a person reads.</param>
/// <param name="Path">The study file; <see langword="null"/> for the published judges.</param>
public sealed record Source(string Key, string Name, string? Path)
{
    /// <summary>The 33 judges of the paper, by their weights.</summary>
    public static Source Published { get; } = new("published", "Published judges", null);

    /// <summary>Whether it is the published judges.</summary>
    public bool IsPublished => Path is null;

    /// <summary>The address of one of its pages.</summary>
    /// <param name="page">Name of the page in addresses; empty for the overview.</param>
    public string Address(string page = "") => page.Length == 0 ? $"/study/{Key}" : $"/study/{Key}/{page}";
}
